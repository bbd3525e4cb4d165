import { askErasure, type Erasure } from '../../shared/domain/erasure.ts';
import type { LearnerId } from '../../shared/domain/kinds.ts';
import type { Capabilities } from '../capabilities.ts';

/**
 * Asks for an erasure, once, with the mail that tells the learner: who did not ask can still keep their account. One that waits
 * already is left as it is.
 */
export async function askForErasure(
  learnerId: LearnerId,
  asked: { readonly by: Erasure['by']; readonly who: string; readonly reason?: string },
  { erasures, outbox, ledger, table, clock, ids }: Capabilities<Record<never, never>>,
): Promise<Erasure> {
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
  await table.write([
    erasures.put(erasure, before),
    outbox.putMail({
      ...{ messageKey, kind: 'erasure.asked', learnerId, tries: 0 },
      ...{ status: 'queued', createdAt: now, dueAt: now },
    }),
    ledger.audit(who, 'erasure.asked', { learnerId }),
  ]);
  return erasure;
}
