import type { Certificate } from '../../shared/domain/certificate.ts';
import type { LearnerId } from '../../shared/domain/kinds.ts';
import type { Learners } from '../records/learners.ts';

/** Whether a certificate is a learner's: issued to their account, or to one that was merged into it. */
export async function isHolder<Of extends Pick<Certificate, 'snapshot'>>(
  certificate: Of | undefined,
  learnerId: LearnerId,
  { learners }: { readonly learners: Pick<Learners, 'accountsOf'> },
): Promise<boolean> {
  const holder = certificate?.snapshot.learnerId;
  if (holder === undefined || holder === learnerId) return holder !== undefined;
  return (await learners.accountsOf(learnerId)).includes(holder);
}
