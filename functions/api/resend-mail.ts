import { routes } from '../../shared/api/routes.ts';
import { HOUR } from '../../shared/domain/kinds.ts';
import { maskEmail } from '../../shared/domain/learner.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { queuedAgain } from '../../shared/domain/work.ts';
import { stepFunctions } from '../adapters/step-functions.ts';
import { endpoint } from '../endpoint.ts';
import { notFound, reply, tooMany } from '../middleware/reply.ts';
import { awardWorkId } from '../outbox/restart.ts';
import { required } from '../records/require.ts';
import { awardMailKey } from '../views/award-mail-key.ts';

const resendLimit = { scope: 'resend-mail', limit: 5, windowMs: HOUR };

/** Queues the award e-mail again; what is queued already is left as it is. */
export const handler = endpoint(routes.resendMail, { workflows: stepFunctions }, async (asked, capabilities) => {
  const { certificates, outbox, learners, signIns, table, clock, workflows } = capabilities;
  const { learnerId } = asked.principal;
  const { certificateId } = asked.params;
  const certificate = await certificates.byId(certificateId);
  if (certificate?.snapshot.learnerId !== learnerId) return notFound('certificate');
  const mail = await outbox.mail(awardMailKey(certificateId));
  if (!mail)
    return refuse({
      code: 'certificate-not-issued',
      message: 'The certificate is still being prepared.',
      remedy: 'Wait a moment. The e-mail is sent when it is ready.',
    });
  const { email } = required(await learners.byId(learnerId), 'The account of a session').value;
  if (mail.value.status !== 'queued' && mail.value.status !== 'leased') {
    const wait = await signIns.countAgainst(resendLimit, certificateId);
    if (wait) return tooMany(wait);
    await table.write([outbox.putMail(queuedAgain(mail.value, clock.now()), mail)]);
    // The award door finds credit and certificate done, and sends. If it cannot start, the sweeper sends.
    const { activityId } = certificate.snapshot;
    const workId = awardWorkId(learnerId, activityId);
    await workflows.start({ door: 'award', workId, learnerId, activityId }).catch(() => undefined);
  }
  return reply(202, { status: 'queued', to: maskEmail(email) });
});
