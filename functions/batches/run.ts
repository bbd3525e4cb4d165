import { type AnyChange, decided } from '../../shared/domain/any-change.ts';
import { type Batch, type BatchItem, itemBroken, itemDone, itemRefused } from '../../shared/domain/batch.ts';
import type { Change } from '../../shared/domain/change.ts';
import type { HandAward } from '../../shared/domain/hand-award.ts';
import { epochMs, later, SECOND } from '../../shared/domain/kinds.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { LostRaceError, type Write } from '../../shared/ports.ts';
import type { Changing } from '../changes/deed.ts';
import { examine } from '../changes/examine.ts';
import { againAfterLostRaces } from '../races.ts';
import { required } from '../records/require.ts';
import type { Stored } from '../records/rows.ts';
import { logBroken } from '../trouble.ts';
import { changeOf } from './change-of.ts';

/** Nobody looked after it for this long: then the sweeper does. Longer than a look takes. */
const LOOKED_AFTER_MS = 30 * SECOND;

/**
 * Goes on with a batch for so long, and ends it when nothing waits any more. Each item is one transaction with what it makes,
 * so that two that go on with it at once, or one that dies and is followed by another, make it once.
 */
export async function runBatch(batchId: string, forMs: number, capabilities: Changing): Promise<void> {
  const { batches, table, ledger, clock } = capabilities;
  const before = await batches.byId(batchId);
  if (before?.value.status !== 'running') return;
  const began = epochMs(clock.now());
  const batch = before.value;
  const lease = { ...batch, dueAt: later(clock.now(), LOOKED_AFTER_MS) };
  if (!(await wrote(table.write([...batches.put(lease, before)])))) return;
  const waiting = (await batches.items(batchId)).filter(({ value }) => value.status === 'waiting');
  let turn = 0;
  for (; turn < waiting.length && (turn === 0 || epochMs(clock.now()) - began < forMs); turn++)
    await makeItem(batch, required(waiting[turn], 'An item of a batch'), capabilities);
  const left = (await batches.items(batchId)).some(({ value }) => value.status === 'waiting');
  await againAfterLostRaces(async () => {
    const now = await batches.byId(batchId);
    if (now?.value.status !== 'running') return;
    const { of, items, decidedBy = batch.proposedBy } = batch;
    const next: Batch = left
      ? { ...now.value, dueAt: clock.now() }
      : { ...now.value, status: 'done', doneAt: clock.now() };
    await table.write([
      ...batches.put(next, now),
      ...(left ? [] : [ledger.audit(decidedBy, 'batch.done', { batchId, of, items })]),
    ]);
  });
}

/** Whether a write was not overtaken by somebody else's. */
const wrote = (writing: Promise<void>): Promise<boolean> =>
  writing.then(
    () => true,
    (error: unknown) => {
      if (error instanceof LostRaceError) return false;
      throw error;
    },
  );

/** Makes one item, or notes why not. What breaks is tried again later, some times. */
async function makeItem(batch: Batch, listed: Stored<BatchItem>, capabilities: Changing): Promise<void> {
  const { log } = capabilities;
  try {
    await againAfterLostRaces(() => tryItem(batch, listed.value.number, capabilities));
  } catch (error) {
    logBroken(log, 'run-batch', `${batch.batchId}-${listed.value.number}`, error);
    const { batches, table } = capabilities;
    const now = await batches.item(batch.batchId, listed.value.number);
    if (now?.value.status === 'waiting') await wrote(table.write([batches.putItem(itemBroken(now.value), now)]));
  }
}

async function tryItem(batch: Batch, number: number, capabilities: Changing): Promise<void> {
  const { batches, table } = capabilities;
  const item = required(await batches.item(batch.batchId, number), `Item ${number} of the batch ${batch.batchId}`);
  if (item.value.status !== 'waiting') return;
  const refused = (reasons: BatchItem['reasons'] = []) =>
    table.write([batches.putItem(itemRefused(item.value, reasons), item)]);
  const { batchId, of, activityId, reason, proposedBy, proposedAt } = batch;
  const order = { of, batchId, reason, by: proposedBy, ...(activityId !== undefined && { activityId }) };
  const asked = await changeOf(order, item.value.subject, capabilities);
  if (isRefusal(asked)) return refused(asked.reasons);
  const carryOut = await examine(asked, capabilities);
  if (isRefusal(carryOut)) return refused(carryOut.reasons);
  const decision = {
    decidedBy: required(batch.decidedBy, 'Who decided a batch'),
    decidedAt: required(batch.decidedAt, 'When a batch was decided'),
  };
  await carryOut({
    change: decided({ ...asked, proposedAt }, 'done', decision),
    beside: (made: AnyChange): readonly Write[] => [
      batches.putItem(itemDone(item.value, made as Change | HandAward), item),
    ],
  });
}
