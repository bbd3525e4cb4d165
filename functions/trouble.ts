import type { LogEvent } from '../shared/events.ts';
import { TransientError } from '../shared/ports.ts';

/** Each is several tries of its own, with pauses, since the clients behind the ports try again before they call it trouble. */
const MOST_TRIES = 5;

/** Does again what met trouble that passes; it must be safe to repeat. @throws TransientError when it met trouble five times. */
export async function againAfterTrouble<Result>(act: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; tries < MOST_TRIES; tries++) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof TransientError)) throw error;
    }
  }
  return act();
}

/** Logs what broke, whatever was thrown: an alarm counts these lines (`infra/house/watch.ts`). */
export function logBroken(log: (event: LogEvent) => void, step: string, workId: string, error: unknown): void {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  log({ event: 'step.broken', step, workId, error: name, message });
}
