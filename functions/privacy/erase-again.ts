import { isOpen } from '../../shared/domain/erasure.ts';
import type { LearnerId } from '../../shared/domain/kinds.ts';
import type { Capabilities } from '../capabilities.ts';

/**
 * Has the erasure of a learner be due again whose key was destroyed, where records of before were brought back since: nobody
 * reads what is sealed in them, and what is not must go as it went. Nothing where all of it is gone.
 * @returns whether there is something to erase
 */
export async function eraseAgain(
  learnerId: LearnerId,
  capabilities: Capabilities<Record<never, never>>,
): Promise<boolean> {
  const { dataKeys, erasures, learners, ledger, table, clock, ids } = capabilities;
  if (!(await dataKeys.isDestroyed(learnerId)) || (await learners.isBlank(learnerId))) return false;
  const before = await erasures.of(learnerId);
  const now = clock.now();
  if (!before || !isOpen(before.value) || before.value.dueAt > now) {
    const { by = 'staff', askedAt = now, messageKey = `erasure-${ids.id()}` } = before?.value ?? {};
    const reason = 'Erased before the records were brought back';
    const again = { learnerId, by, askedAt, messageKey, reason, status: 'asked', dueAt: now } as const;
    await table.write([erasures.put(again, before), ledger.audit('system', 'erasure.asked', { learnerId })]);
  }
  return true;
}
