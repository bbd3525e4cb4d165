import { type AddressGiven, withAddress } from '../../shared/domain/addresses.ts';
import type { Learner } from '../../shared/domain/learner.ts';
import type { Write } from '../../shared/ports.ts';
import type { Capabilities } from '../capabilities.ts';
import type { Stored } from '../records/rows.ts';

/**
 * The writes that let a learner sign in by another address too. It was looked at before; the learner is told by mail, at the
 * address that was the first until now. What staff did has its reason on record.
 */
export async function addAddress(
  before: Stored<Learner>,
  email: string,
  who: { readonly by: string; readonly reason: string } | 'learner',
  { learners, changes, outbox, ledger, ids, clock }: Capabilities<Record<never, never>>,
): Promise<{ readonly learner: Learner; readonly writes: readonly Write[] }> {
  const { learnerId } = before.value;
  const learner = withAddress(before.value, email);
  const now = clock.now();
  const changeId = ids.id();
  const mail = { messageKey: `address-${changeId}`, kind: 'address.added', learnerId, tries: 0 } as const;
  const given: AddressGiven | undefined =
    who === 'learner'
      ? undefined
      : {
          ...{ changeId, kind: 'address', learnerId, reason: who.reason, status: 'done' },
          ...{ proposedBy: who.by, proposedAt: now, decidedBy: who.by, decidedAt: now },
        };
  return {
    learner,
    writes: [
      ...(await learners.put(learner, before)),
      await learners.lead(email, learnerId),
      outbox.putMail({ ...mail, status: 'queued', createdAt: now, dueAt: now }),
      ...(given ? changes.settle(given) : []),
      ledger.audit(who === 'learner' ? who : who.by, 'address.added', { learnerId, ...(given && { changeId }) }),
    ],
  };
}
