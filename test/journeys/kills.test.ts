import { expect, test } from 'vitest';
import { proveKills } from '../prove/kills/prove-kills.ts';

test('what was acknowledged is there once, after the whole system was killed again and again under load', async () => {
  // Some kills, between which even a busy machine gets something done; `npm run prove:kills` makes hundreds.
  const asked = { seed: 1, minutes: 0.12, learners: 3, shortest: 1_500, longest: 3_000 };
  // How long a start takes is for the proof to say, on a machine that does nothing else.
  // More kills are asked for than so short a run can come to: it falls short of that, and of nothing else.
  const bar = { kills: 1_000, writes: 1, minutes: asked.minutes };
  const { tried, figures, failures } = await proveKills('kills', asked, { bar });
  expect(failures).toEqual([`${figures?.kills} kills, and 1,000 were asked for`]);
  expect(tried).toBeGreaterThan(0);
  expect(Number(figures?.kills)).toBeGreaterThan(1);
}, 120_000);
