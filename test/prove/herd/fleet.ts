import type { Context, Handler, Ports } from '../../../functions/capabilities.ts';
import { needsOf } from '../../../infra/house/needs.ts';
import { quotas } from '../../../infra/quotas.ts';
import { SECOND } from '../../../shared/domain/kinds.ts';
import type { Clockwork } from '../../simulation/clockwork.ts';
import type { Services } from './services.ts';
import { createTokenBucket, type TokenBucket } from './token-bucket.ts';

/** Lambda has no instance for an event, and may make none now. */
export class TooManyRequests extends Error {
  override readonly name = 'Lambda.TooManyRequestsException';
}
class TimedOut extends Error {
  override readonly name = 'Sandbox.Timedout';
}

/** Lambda’s instances: each answers one event at a time, and remembers what it read for as long as it stays warm. */
export interface Fleet {
  invoke<Event, Result>(name: string, handler: Handler<Event, Result>, event: Event): Promise<Result>;
  /** The most that were at work at once. */
  readonly most: () => number;
  /** The seconds that all of them together were at work. */
  readonly seconds: () => number;
}

/** Assumed, on the careful side: no function of ours was timed on Lambda, where a third of a processor loads and runs it. */
const COLD_START_MS = 700;
const COMPUTE_MS = 30;

export function createFleet({
  portsOf,
  concurrency,
  services,
  clockwork,
}: {
  readonly portsOf: (name: string) => Ports;
  readonly concurrency: number;
  readonly services: Services;
  readonly clockwork: Clockwork;
}): Fleet {
  type Instance = (event: never, context: Context) => Promise<unknown>;
  const idle = new Map<string, Instance[]>();
  const scaling = new Map<string, TokenBucket>();
  let atWork = 0;
  let most = 0;
  let workedMs = 0;
  const { value } = quotas.lambdaScaling;
  const mayGrow = (name: string): boolean => {
    const bucket = scaling.get(name) ?? createTokenBucket(clockwork.nowMs, { perSecond: value / 10, burst: value });
    scaling.set(name, bucket);
    return bucket.take();
  };

  return {
    most: () => most,
    seconds: () => workedMs / SECOND,
    async invoke<Event, Result>(name: string, handler: Handler<Event, Result>, event: Event) {
      const warm = idle.get(name) ?? [];
      idle.set(name, warm);
      const refused = atWork >= concurrency || (warm.length === 0 && !mayGrow(name));
      services.note('Lambda', refused);
      if (refused) throw new TooManyRequests(`${name} has no instance to spare`);
      atWork++;
      most = Math.max(most, atWork);
      const beganMs = clockwork.nowMs();
      let instance = warm.pop() as ((event: Event, context: Context) => Promise<Result>) | undefined;
      try {
        if (!instance) {
          instance = handler.using(portsOf(name));
          await clockwork.sleep(COLD_START_MS);
        }
        await clockwork.sleep(COMPUTE_MS);
        const startedMs = clockwork.nowMs();
        const result = await instance(event, { awsRequestId: `${name}-${beganMs}` });
        if (clockwork.nowMs() - startedMs > needsOf(name).timeoutSeconds * SECOND)
          throw new TimedOut(`${name} took too long`);
        return result;
      } finally {
        atWork--;
        workedMs += clockwork.nowMs() - beganMs;
        if (instance) warm.push(instance as Instance);
      }
    },
  };
}
