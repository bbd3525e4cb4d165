import { TransientError } from '../../../shared/ports.ts';
import type { Clockwork } from '../../simulation/clockwork.ts';
import type { Random } from '../../simulation/random.ts';

/** How a service was met by those who called it. */
export interface Met {
  calls: number;
  throttled: number;
  /** Calls that were given up on, whose caller had to begin again. */
  gaveUp: number;
  /** The longest that a call waited for its turn. */
  longestMs: number;
}

export interface Call<Result> {
  readonly service: string;
  /** Takes what the call costs; false where there is not enough. */
  readonly take: () => boolean;
  readonly effect: () => Promise<Result>;
  readonly latencyMs: number;
  /** How the client tries again: how often altogether, and how long it waits at most before the next, by the tries so far. */
  readonly tries: number;
  readonly pauseMs: (tried: number) => number;
}

/**
 * The SDK sends a request three times, and after a throttle waits for up to a second, then two (standard mode, as
 * `functions/adapters/aws.ts` sets it up).
 */
export const bySdk = { tries: 3, pauseMs: (tried: number): number => 500 * 2 ** tried } as const;
/** What cancels a transaction is not tried again by the SDK, and so is by the table's adapter. */
export const byAdapter = { tries: 5, pauseMs: (tried: number): number => 20 * 2 ** tried } as const;

export interface Services {
  readonly met: ReadonlyMap<string, Met>;
  /** Calls a service in virtual time. @throws TransientError when it is throttled to the end */
  call<Result>(call: Call<Result>): Promise<Result>;
  /** Notes what was met by whoever has a way of their own to try again. */
  note(service: string, throttled: boolean): void;
}

/** Services that throttle, and clients that try again as the SDK does. */
export function createServices(clockwork: Clockwork, random: Random): Services {
  const met = new Map<string, Met>();
  const of = (service: string): Met => {
    const known = met.get(service) ?? { calls: 0, throttled: 0, gaveUp: 0, longestMs: 0 };
    met.set(service, known);
    return known;
  };
  return {
    met,
    note(service, throttled) {
      of(service).calls++;
      if (throttled) of(service).throttled++;
    },
    async call({ service, take, effect, latencyMs, tries, pauseMs }) {
      const seen = of(service);
      const beganMs = clockwork.nowMs();
      seen.calls++;
      // Latencies scatter, or everything that began at once would stay in step.
      const oneWayMs = (latencyMs / 2) * (0.7 + 0.6 * random.fraction());
      for (let tried = 1; ; tried++) {
        await clockwork.sleep(oneWayMs);
        if (take()) {
          seen.longestMs = Math.max(seen.longestMs, clockwork.nowMs() - beganMs - oneWayMs);
          const result = await effect();
          await clockwork.sleep(oneWayMs);
          return result;
        }
        seen.throttled++;
        if (tried === tries) {
          seen.gaveUp++;
          throw new TransientError(`${service}: throttled`);
        }
        await clockwork.sleep(oneWayMs + random.fraction() * pauseMs(tried));
      }
    },
  };
}
