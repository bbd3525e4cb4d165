import { beforeAll, expect, it } from 'vitest';
import type { Row } from '../../../../shared/ports.ts';
import { randomFrom } from '../../../simulation/random.ts';
import { readTheActivity } from '../../the-activity.ts';
import { judgeRecords } from './judge-records.ts';
import { memoryGround } from './memory-ground.ts';
import { type Raced, race } from './race.ts';

let rows: readonly Row[];
let raced: Raced;
beforeAll(async () => {
  const activity = await readTheActivity();
  const ground = await memoryGround(activity, randomFrom(2));
  const [begun] = await ground.begin(1);
  if (!begun) throw new Error('Nobody began');
  raced = await race(ground, begun, activity, randomFrom(3));
  rows = await ground.rows();
});

/** The records with the rows of a kind twice over. */
const doubled = (kind: string): readonly Row[] => [...rows, ...rows.filter((row) => row.kind === kind)];

it('records of which there is one each are right', () => {
  expect(judgeRecords(rows, [raced])).toEqual([]);
});

it.each([
  ['credit', 'has 2 awards, not one'],
  ['snapshot', 'has 2 certificates, not one'],
  ['mail', 'has 2 mails about the award, not one'],
  ['work', 'has 2 gradings of one attempt, not one'],
  ['ledgerEntry', 'has 2 results of one attempt, not one'],
  ['sitting', 'are counted for outcomes'],
])('records with %s twice are wrong', (kind, why) => {
  expect(judgeRecords(doubled(kind), [raced]).join('\n')).toContain(why);
});

it('records that say otherwise than the learner was told are wrong', () => {
  const other = { ...raced, status: raced.status === 'passed' ? 'failed' : 'passed', amount: 1 } as const;
  const wrong = judgeRecords(rows, [other]).join('\n');
  expect(wrong).toContain(`and was told ${other.status}`);
  expect(wrong).toContain('was awarded otherwise than they were told');
  const undone = rows.map((row) =>
    row.kind === 'work' ? ({ ...row, data: { ...Object(row.data), status: 'pending' } } as Row) : row,
  );
  expect(judgeRecords(undone, [raced]).join('\n')).toContain('is pending');
});
