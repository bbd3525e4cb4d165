import { expect, it } from 'vitest';
import { submissionTakes } from '../../../infra/live-event.ts';
import { SECOND } from '../../../shared/domain/kinds.ts';
import { setStage } from '../../simulation/stage.ts';
import { goWithTheHerd } from './herd-learner.ts';
import { createHerdWorld } from './herd-world.ts';
import { prepare, provePrepared, proveUnprepared } from './prove-herd.ts';

const asked = { seed: 5, learners: 60, seconds: 0.09 };

/** A quarter of what AWS gives, for a hundredth of the learners: since a submission takes fewer units, so few would never be throttled. */
const aSmallTable = { writes: 1_000, reads: 3_000 };

it('a conference that presses submit at once has its results and its credit in time, where the table was prepared', async () => {
  expect((await provePrepared(asked)).failures).toEqual([]);
});

it('nobody is lost or refused where nothing was prepared', async () => {
  const { failures, figures = {} } = await proveUnprepared({ ...asked, learners: 100, seconds: 0.01 }, aSmallTable);
  expect(failures).toEqual([]);
  // Or else nothing was tried: the quotas must have been met.
  expect(Object.keys(figures).find((name) => name.startsWith('DynamoDB'))).not.toContain(' 0 throttled');
}, 90_000);

it('a submission takes no more of AWS than the preflight reckons with', async () => {
  const plenty = { table: { writes: 1e6, reads: 1e6 }, concurrency: 1_000, mailsPerSecond: 14 };
  const world = createHerdWorld(await setStage(), plenty, 1);
  const learners = 40;
  const { activity, begun } = await prepare(world, learners);
  let told = 0;
  for (const [place, each] of begun.entries())
    void goWithTheHerd(world, each, activity, {
      ...{ pressesAtMs: place * SECOND, random: world.random.fork(), leaves: true },
    }).then(() => told++);
  await world.clockwork.runUntil(() => told === learners);
  const each = (name: string): number => (world.spent.get(name) ?? 0) / learners;
  expect(each('writes table')).toBeLessThanOrEqual(submissionTakes.writes);
  expect(each('reads table')).toBeLessThanOrEqual(submissionTakes.reads);
  expect(world.secondsAtWork() / learners).toBeLessThanOrEqual(submissionTakes.functionSeconds);
});
