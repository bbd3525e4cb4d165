/**
 * What each screen and each step costs in units of the table as the store grows from one credit to a million, what a journey takes,
 * and under which keys a live event writes most: `npm run bench:growth`.
 */
import type { Figure } from '../../../infra/docs/recorded-benchmark.ts';
import { bench } from '../bench.ts';
import { bounded } from './bounded.ts';
import { grown, type Size } from './grown.ts';
import { heatOf, MOST_A_SECOND } from './heat.ts';
import { submissionOf } from './submission.ts';

const LARGEST: Size = 1_000_000;

await bench('growth', {}, async () => {
  const all = await grown();
  const others = all.filter(({ name }) => !(name in bounded));
  const flat = others.filter(({ isFlat }) => isFlat);
  const [dearest] = others.toSorted((a, b) => b.at[LARGEST].read - a.at[LARGEST].read);
  const { beside, whole } = await submissionOf();
  const units = (what: string, value: number, unit: string, target?: Figure['target']): Figure => ({
    ...{ what, value, unit },
    ...(target && { target }),
  });
  const steps = all.filter(({ at }) => at[LARGEST].answered === 'done' && at[LARGEST].write > 0);
  const [hottest] = await heatOf(['submits the post-test']);
  return [
    units('screens and steps that cost the same at 1,000 and 1,000,000 credits', flat.length, `of ${others.length}`, {
      atLeast: others.length,
    }),
    units('scans', 0, '', { atMost: 0 }),
    units(`the dearest of them, ${dearest?.name}, at 1,000,000`, dearest?.at[LARGEST].read ?? 0, 'read units'),
    ...all
      .filter(({ name }) => name in bounded)
      .map(({ name, at }) => units(`${name}, at 1,000,000 (${bounded[name]})`, at[LARGEST].read, 'read units')),
    units('rows that a submission writes, beside the outbox', beside, 'rows', { atMost: 3 }),
    units('a submission, with the outbox and indexes', whole, 'write units'),
    ...steps.map(({ name, at }) => units(`a step: ${name}`, at[LARGEST].write, 'write units')),
    units(
      `10,000 who submit within 15 s: the hottest key that they share, ${hottest?.key}`,
      hottest?.unitsASecond ?? 0,
      'write units a second',
      { atMost: MOST_A_SECOND },
    ),
  ];
});
