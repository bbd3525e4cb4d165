import type { Certificate, CertificateStatus } from '../../shared/domain/certificate.ts';
import { HOUR } from '../../shared/domain/kinds.ts';
import { maskEmail } from '../../shared/domain/learner.ts';
import { type Refusal, refuse } from '../../shared/domain/refusal.ts';
import { queuedAgain } from '../../shared/domain/work.ts';
import type { Capabilities } from '../capabilities.ts';
import { required } from '../records/require.ts';
import { awardMailKey } from '../views/award-mail-key.ts';
import { awardWorkId } from './restart.ts';

/** What has become of certificates of which no mail says any more that their credit has been awarded. */
const notStanding: Readonly<Partial<Record<CertificateStatus, (certificate: Named) => Refusal>>> = {
  replaced: ({ replacedBy }) =>
    refuse({
      code: 'certificate-replaced',
      message: 'A corrected certificate stands in the place of this one.',
      remedy: `Have the e-mail about that one sent again: open /c/${replacedBy}.`,
    }),
  suspended: ({ snapshot }) =>
    refuse({
      code: 'certificate-suspended',
      message: 'This certificate is suspended, and the e-mail would say that its credit stands.',
      remedy: `Try again when it is restored. Questions: ${snapshot.provider.contact}.`,
    }),
  revoked: ({ snapshot }) =>
    refuse({
      code: 'certificate-revoked',
      message: 'This certificate was revoked, and the e-mail would say that its credit stands.',
      remedy: `If you think that is wrong, ask ${snapshot.provider.contact}.`,
    }),
};

type Named = Pick<Certificate, 'snapshot' | 'status' | 'replacedBy'>;

const resendLimit = { scope: 'resend-mail', limit: 5, windowMs: HOUR };

/**
 * Queues the e-mail about a certificate again, for its learner or for staff, whom the audit trail names; what is queued already
 * is left as it is. `wait`: it was asked for too often.
 */
export async function resendAwardMail(
  certificate: Named,
  by: 'learner' | string,
  capabilities: Capabilities<{ workflows: never }>,
): Promise<Refusal | { readonly to: string } | { readonly wait: number }> {
  const { outbox, learners, signIns, ledger, table, clock, workflows } = capabilities;
  const { certificateId, learnerId, activityId } = certificate.snapshot;
  const fallen = notStanding[certificate.status]?.(certificate);
  if (fallen) return fallen;
  const messageKey = awardMailKey(certificateId);
  const mail = await outbox.mail(messageKey);
  if (!mail)
    return refuse({
      code: 'certificate-not-issued',
      message: 'The certificate is still being prepared.',
      remedy: 'Wait a moment. The e-mail is sent when it is ready.',
    });
  const { email } = required(await learners.living(learnerId), 'The account of a certificate’s holder').value;
  if (mail.value.status === 'queued' || mail.value.status === 'leased') return { to: maskEmail(email) };
  const wait = await signIns.countAgainst(resendLimit, certificateId);
  if (wait) return { wait };
  await table.write([
    outbox.putMail(queuedAgain(mail.value, clock.now()), mail),
    ...(by === 'learner' ? [] : [ledger.audit(by, 'mail.sent-again', { messageKey, learnerId })]),
  ]);
  // The award door finds credit and certificate done, and sends. If it cannot start, the sweeper sends.
  const workId = awardWorkId(learnerId, activityId);
  await workflows.start({ door: 'award', workId, learnerId, activityId }).catch(() => undefined);
  return { to: maskEmail(email) };
}
