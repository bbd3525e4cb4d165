import { askErasure, type Erasure } from '../../shared/domain/erasure.ts';
import type { LearnerId } from '../../shared/domain/kinds.ts';
import type { Refusal } from '../../shared/domain/refusal.ts';
import { refuseMerged } from '../accounts/family.ts';
import type { Capabilities } from '../capabilities.ts';

/**
 * Asks for an erasure, once, with the mail that tells the learner: who did not ask can still keep their account. One that waits
 * already is left as it is. An account that was merged into another is erased with that one: it is asked for there.
 */
export async function askForErasure(
  learnerId: LearnerId,
  asked: { readonly by: Erasure['by']; readonly who: string; readonly reason?: string },
  { erasures, learners, outbox, ledger, table, clock, ids }: Capabilities<Record<never, never>>,
): Promise<Erasure | Refusal> {
  const { by, who, reason } = asked;
  const before = await erasures.of(learnerId);
  const now = clock.now();
  const messageKey = `erasure-${ids.id()}`;
  const erasure = askErasure(
    before?.value,
    { learnerId, by, messageKey, ...(reason !== undefined && { reason }) },
    now,
  );
  if (erasure === before?.value) return erasure;
  const { mergedInto, check } = await learners.unchanged(learnerId);
  if (mergedInto !== undefined) return refuseMerged();
  await table.write([
    check,
    erasures.put(erasure, before),
    outbox.putMail({
      ...{ messageKey, kind: 'erasure.asked', learnerId, tries: 0 },
      ...{ status: 'queued', createdAt: now, dueAt: now },
    }),
    ledger.audit(who, 'erasure.asked', { learnerId }),
  ]);
  return erasure;
}
