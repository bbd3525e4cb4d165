import { takesTwo } from '../../shared/domain/any-change.ts';
import { type Batch, type BatchItem, type BatchSubject, LARGEST_BATCH, subjectId } from '../../shared/domain/batch.ts';
import { cleanName } from '../../shared/domain/learner.ts';
import { isRefusal, type Reason, type Refusal, refuse, refuseFor } from '../../shared/domain/refusal.ts';
import type { Changing } from '../changes/deed.ts';
import { examine } from '../changes/examine.ts';
import { changeOf } from './change-of.ts';

/** What is asked: the same of many. */
export interface AskedBatch {
  readonly of: Batch['of'];
  readonly activityId?: string | undefined;
  readonly reason: string;
  readonly by: string;
  readonly subjects: readonly BatchSubject[];
}

/** So many items are looked at or written at once. */
const AT_ONCE = 20;

/** In order, some at a time. */
async function eachOf<Item, Result>(items: readonly Item[], act: (item: Item, index: number) => Promise<Result>) {
  const results: Result[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE)
    results.push(
      ...(await Promise.all(items.slice(from, from + AT_ONCE).map((item, index) => act(item, from + index)))),
    );
  return results;
}

function countFaults(subjects: readonly BatchSubject[]): readonly Reason[] {
  if (subjects.length === 0 || subjects.length > LARGEST_BATCH)
    return [
      {
        code: subjects.length === 0 ? 'batch-empty' : 'batch-too-large',
        message: subjects.length === 0 ? 'The batch is empty.' : `The batch has ${subjects.length} rows.`,
        remedy: `Give one to ${LARGEST_BATCH} rows; make several batches of more.`,
        field: '/items',
      },
    ];
  const ids = subjects.map(subjectId);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index
      ? [
          {
            code: 'twice-in-batch',
            message: `Row ${index + 1} names the same as row ${ids.indexOf(id) + 1}.`,
            remedy: 'Keep one of the two rows.',
            field: `/items/${index}`,
          },
        ]
      : [],
  );
}

/**
 * Asks for a batch. Every item is looked at first, and where one cannot be made, none is kept and all that is wrong is said.
 * The batch itself is written last: until then nobody finds its items, so that one that breaks off was never asked for.
 */
export async function askBatch(asked: AskedBatch, capabilities: Changing): Promise<Batch | Refusal> {
  const { batches, ledger, table, ids, clock } = capabilities;
  const { of, activityId, reason, by, subjects } = asked;
  const wrong = refuseFor(countFaults(subjects));
  if (wrong) return wrong;
  const order = { of, reason, by, batchId: ids.id(), ...(activityId !== undefined && { activityId }) };
  const looked = await eachOf(subjects, async (subject, index) => {
    const change = await changeOf(order, subject, capabilities);
    const examined = isRefusal(change) ? change : await examine(change, capabilities);
    if (isRefusal(change) || isRefusal(examined))
      return { faults: (examined as Refusal).reasons.map((fault) => inRow(fault, index)), two: false };
    return { faults: [], two: takesTwo(change) };
  });
  // Who asks and why is the same in every row, and is said once.
  const [first, ...more] = onceEach(looked.flatMap(({ faults }) => faults));
  if (first) return refuse(first, ...more);
  const needsTwo = looked.some(({ two }) => two);
  const proposedAt = clock.now();
  const proposedBy = cleanName(by);
  const batch: Batch = {
    ...{ batchId: order.batchId, of, items: subjects.length, takesTwo: needsTwo },
    ...(activityId !== undefined && { activityId }),
    ...{ reason: reason.trim(), proposedBy, proposedAt, status: 'proposed' },
    ...(!needsTwo && { status: 'running', decidedBy: proposedBy, decidedAt: proposedAt, dueAt: proposedAt }),
  };
  const { batchId } = batch;
  const items = subjects.map(
    (subject, index): BatchItem => ({ batchId, number: index + 1, subject, status: 'waiting' }),
  );
  await eachOf(items, (item) => table.write([batches.putItem(item)]));
  await table.write([
    ...batches.put(batch),
    ledger.audit(proposedBy, needsTwo ? 'batch.proposed' : 'batch.approved', { batchId, of, items: items.length }),
  ]);
  return batch;
}

const general = ['/reason', '/by', '/activityId'];

const inRow = (fault: Reason, index: number): Reason =>
  fault.field !== undefined && general.includes(fault.field)
    ? fault
    : { ...fault, message: `Row ${index + 1}: ${fault.message}`, field: `/items/${index}${fault.field ?? ''}` };

const onceEach = (faults: readonly Reason[]): readonly Reason[] =>
  faults.filter((fault, index) => {
    const isSame = ({ code, field }: Reason): boolean => code === fault.code && field === fault.field;
    return faults.findIndex(isSame) === index;
  });
