import { epochMs, SECOND } from '../../shared/domain/kinds.ts';
import { webhookPoster } from '../adapters/webhook-poster.ts';
import { handlerOver } from '../capabilities.ts';
import { logBroken } from '../trouble.ts';
import { deliverOnce } from '../webhooks/deliver-once.ts';

/** One run begins no other message after this long, well inside the function's time-out; the next run goes on. */
const DELIVER_FOR_MS = 40 * SECOND;
const PER_SHARD = 25;
/** So many requests to one receiver at once. */
const AT_ONCE = 4;
/** A receiver that fails so often in a row is left alone until the next run. */
const MOST_FAILURES = 3;
/** Bounds the loop whatever the clock does. */
const MOST_ROUNDS = 100;

export interface DeliveredRun {
  readonly delivered: number;
  readonly delayed: number;
  readonly parked: number;
}

/**
 * Delivers what is due to each endpoint, beside each other, so that one that hangs keeps none of the others waiting. Apart
 * from the sweeper, because no receiver's trouble may keep a learner's work or mail from its turn.
 */
export const handler = handlerOver({ poster: webhookPoster }, (capabilities) => async (): Promise<DeliveredRun> => {
  const { webhooks, clock, log } = capabilities;
  const began = epochMs(clock.now());
  const run = { delivered: 0, delayed: 0, parked: 0 };
  const isOver = (): boolean => epochMs(clock.now()) - began >= DELIVER_FOR_MS;

  const serve = async (endpoint: Awaited<ReturnType<typeof webhooks.endpoints>>[number]): Promise<void> => {
    const { endpointId } = endpoint.value;
    let failures = 0;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const due = [...(await webhooks.due(endpointId, PER_SHARD))];
      let moved = 0;
      const worker = async (): Promise<void> => {
        for (let key = due.shift(); key; key = due.shift()) {
          if (isOver() || failures >= MOST_FAILURES) return;
          const outcome = await deliverOnce(key, endpoint, capabilities);
          if (outcome === 'not-due') continue;
          moved++;
          run[outcome]++;
          failures = outcome === 'delivered' ? 0 : failures + 1;
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      // The index lags behind, so what was just moved may be listed again; a round that moves nothing is the end.
      if (moved === 0 || isOver() || failures >= MOST_FAILURES) return;
    }
  };

  const endpoints = await webhooks.endpoints();
  await Promise.all(
    endpoints
      .filter(({ value: { status } }) => status === 'enabled')
      .map((endpoint) =>
        serve(endpoint).catch((error: unknown) => logBroken(log, 'deliver-webhooks', endpoint.value.endpointId, error)),
      ),
  );
  if (run.delivered + run.delayed + run.parked > 0) log({ event: 'webhooks', ...run });
  return run;
});
