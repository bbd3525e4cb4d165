import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { titles } from '../../../../shared/api/problem.ts';
import { type Routes, routes } from '../../../../shared/api/routes.ts';
import type { Finding } from '../../proof.ts';
import { countIn } from '../../tally.ts';
import { createContract } from '../contract.ts';
import { costly, type Fuzzed } from './fuzz-route.ts';
import { strayRequests } from './stray-requests.ts';

/** From so many requests on, a route that never did what it is for was not tried. */
const ENOUGH = 2_000;
/** Each takes what only a device or a mailbox has; their own tests go all the way. */
const neverHonest: readonly (keyof Routes)[] = ['provePasskey', 'enterAddressCode'];

/** Fuzzes the routes of a queue in a thread of its own, until none is left. */
const workOff = (queue: (keyof Routes)[], asked: { seed: number; count: number }): Promise<readonly Fuzzed[]> =>
  new Promise((resolve, reject) => {
    const done: Fuzzed[] = [];
    const worker = new Worker(new URL('./fuzz-worker.ts', import.meta.url), { workerData: asked });
    worker.on('message', (message: 'ready' | Fuzzed) => {
      if (message !== 'ready') done.push(message);
      const name = queue.shift();
      worker.postMessage(name);
      if (name === undefined) resolve(done);
    });
    worker.once('error', reject);
  });

const counted = (outcome: string): boolean => Number(outcome) >= 200 && Number(outcome) < 400;
const worded = (status: number): string =>
  status === 0
    ? 'led to no route'
    : status < 400
      ? `${status} done`
      : `${status} ${titles[status] ?? ''}`.toLowerCase();

/**
 * Sends to every route of the registry `count` requests made of its own schemas, in a store that lives, through the gateway's
 * adapter to the real handlers. No answer is 5xx, none goes unlogged or logs a person, each is what the OpenAPI document says,
 * sets cookies that are kept close and leads nowhere else, tells no secret and no answer key, and reads and writes nothing
 * that its role in the cloud is not given.
 * @param some the routes to try; all of them where nothing is said
 */
export async function proveFuzz(
  seed: number,
  count: number,
  some = Object.keys(routes) as readonly (keyof Routes)[],
): Promise<Finding> {
  const began = performance.now();
  const queue = [...some];
  const threads = Math.min(availableParallelism(), queue.length);
  const fuzzed = (await Promise.all(Array.from({ length: threads }, () => workOff(queue, { seed, count })))).flat();
  const stray = await strayRequests(seed, count);
  const contract = createContract();
  const failures = [
    ...fuzzed.flatMap((each) => each.failures),
    ...stray.failures,
    ...some.flatMap((name) => contract.accessFaultOf(name)?.replace(/^/, `${name}: `) ?? []),
  ];
  const outcomes: Record<string, number> = { [stray.outcome]: stray.tried };
  for (const { name, statuses } of fuzzed) {
    for (const [status, times] of Object.entries(statuses)) countIn(outcomes, worded(Number(status)), times);
    if (count >= ENOUGH && !neverHonest.includes(name) && !Object.keys(statuses).some(counted))
      failures.push(`${name} was never asked for what it does: none of ${count} answers was a success`);
  }
  const sum = (of: (each: Fuzzed) => number): number => fuzzed.reduce((total, each) => total + of(each), 0);
  const honestTo = (name: keyof Routes): number => fuzzed.find((each) => each.name === name)?.makings.honest ?? 0;
  const tried = sum((each) => each.tried) + stray.tried;
  const seconds = (performance.now() - began) / 1_000;
  return {
    name: 'fuzz',
    tried,
    outcomes: Object.fromEntries(Object.entries(outcomes).toSorted(([, one], [, two]) => two - one)),
    figures: {
      routes: String(fuzzed.length),
      'requests to each route': count.toLocaleString('en-US'),
      'honest requests': sum(({ makings }) => makings.honest).toLocaleString('en-US'),
      'honest requests to the routes that print or sign': costly.map((name) => `${name} ${honestTo(name)}`).join(', '),
      'requests with one thing wrong': sum(({ makings }) => makings['one wrong']).toLocaleString('en-US'),
      'wild requests': sum(({ makings }) => makings.wild).toLocaleString('en-US'),
      'routes that did what was asked at least once': String(
        fuzzed.filter(({ statuses }) => Object.keys(statuses).some(counted)).length,
      ),
      'requests a second': Math.round(tried / seconds).toLocaleString('en-US'),
    },
    failures,
  };
}
