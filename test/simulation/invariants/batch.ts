import type { BatchItem } from '../../../shared/domain/batch.ts';
import type { Contents, Say } from '../contents.ts';
import type { Witness } from '../witness.ts';

const isSaid = ({ reasons = [] }: BatchItem): boolean =>
  reasons.length > 0 && reasons.every(({ message, remedy }) => message !== '' && remedy !== '');

/**
 * A batch that was acknowledged is there whole, and comes to its end once it was approved, or waits for that where staff see it. Then
 * each of its items is done, by one change that is its own, or refused with reasons; and nothing is changed that no item says.
 */
export function checkBatches(contents: Contents, witness: Witness, say: Say): void {
  const { batches, batchItems, changes, audit, participations } = contents;
  for (const { batchId, items } of witness.batches)
    if (batches.find((batch) => batch.batchId === batchId)?.items !== items)
      say(`The batch ${batchId} of ${items} was acknowledged and is not there`);
  for (const batchId of witness.batchesRun)
    if (batches.find((batch) => batch.batchId === batchId)?.status !== 'done')
      say(`The batch ${batchId} was approved and has not ended`);
  const madeBy = (batchId: string) => changes.filter((change) => change.batchId === batchId);
  for (const { batchId, items: count, status, of } of batches) {
    const items = batchItems.filter((item) => item.batchId === batchId);
    if (items.length !== count || new Set(items.map(({ number }) => number)).size !== count)
      say(`The batch ${batchId} has ${items.length} items, and says ${count}`);
    if (status === 'running') say(`The batch ${batchId} is still running`);
    const done = items.filter((item) => item.status === 'done');
    for (const item of items) {
      const name = `Item ${item.number} of the batch ${batchId}`;
      if (status === 'done' && item.status === 'waiting') say(`${name} waits, and the batch is done`);
      if (item.status === 'refused' && !isSaid(item)) say(`${name} is refused without a reason`);
      if (item.status !== 'done') continue;
      const change = madeBy(batchId).find(({ changeId }) => changeId === item.changeId);
      const isOwn =
        'certificateId' in item.subject
          ? change?.certificateId === item.subject.certificateId
          : participations.some(({ learnerId, byHand }) => learnerId === subjectOf(item) && byHand === item.changeId);
      if (change?.status !== 'done' || change.kind !== of || !isOwn) say(`${name} is done, and its change is not made`);
    }
    if (madeBy(batchId).length !== done.length)
      say(`${done.length} items of the batch ${batchId} are done, and ${madeBy(batchId).length} changes were made`);
    const told = (type: string): number =>
      audit.filter((entry) => entry.type === type && entry.data.batchId === batchId).length;
    const [approved, ended] = [told('batch.approved'), told('batch.done')];
    if (approved !== (status === 'proposed' || status === 'rejected' ? 0 : 1) || ended !== (status === 'done' ? 1 : 0))
      say(`The batch ${batchId} is ${status}, and was audited ${approved} times as approved and ${ended} as done`);
  }
  for (const { batchId, changeId } of changes)
    if (batchId !== undefined && !batches.some((batch) => batch.batchId === batchId))
      say(`The change ${changeId} is of a batch that there is not`);
}

const subjectOf = ({ subject }: BatchItem): string | undefined =>
  'learnerId' in subject ? subject.learnerId : undefined;
