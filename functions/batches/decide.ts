import type { Batch } from '../../shared/domain/batch.ts';
import { checkDecision } from '../../shared/domain/decision.ts';
import { cleanName } from '../../shared/domain/learner.ts';
import { type Refusal, refuse } from '../../shared/domain/refusal.ts';
import type { Changing } from '../changes/deed.ts';

const unknownBatch: Refusal = refuse({
  code: 'batch-unknown',
  message: 'There is no such batch.',
  remedy: 'Look at the list of those that wait.',
  field: '/batchId',
});

/** Approves a batch that waits, which lets it run, or rejects it. */
export async function decideBatch(
  asked: {
    readonly batchId: string;
    readonly approve: boolean;
    readonly by: string;
    readonly reason?: string | undefined;
  },
  { batches, ledger, table, clock }: Changing,
): Promise<Batch | Refusal> {
  const { batchId, approve, by, reason } = asked;
  const before = await batches.byId(batchId);
  if (!before) return unknownBatch;
  const refusal = checkDecision(before.value, { by, approve, takesTwo: before.value.takesTwo });
  if (refusal) return refusal;
  const decidedAt = clock.now();
  const decidedBy = cleanName(by);
  const batch: Batch = {
    ...before.value,
    ...{ decidedBy, decidedAt },
    ...(approve ? { status: 'running', dueAt: decidedAt } : { status: 'rejected' }),
    ...(!approve && reason?.trim() && { rejectedBecause: reason.trim() }),
  };
  const { of, items } = batch;
  await table.write([
    ...batches.put(batch, before),
    ledger.audit(decidedBy, approve ? 'batch.approved' : 'batch.rejected', { batchId, of, items }),
  ]);
  return batch;
}
