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
