import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { isHolder } from '../accounts/holder.ts';
import { stepFunctions } from '../adapters/step-functions.ts';
import { endpoint } from '../endpoint.ts';
import { notFound, reply, tooMany } from '../middleware/reply.ts';
import { resendAwardMail } from '../outbox/resend.ts';

/** Queues the award e-mail again; what is queued already is left as it is. */
export const handler = endpoint(learnerRoutes.resendMail, { workflows: stepFunctions }, async (asked, capabilities) => {
  const { params, principal } = asked;
  const certificate = await capabilities.certificates.byId(params.certificateId);
  if (!certificate || !(await isHolder(certificate, principal.learnerId, capabilities))) return notFound('certificate');
  const queued = await resendAwardMail(certificate, 'learner', capabilities);
  if (isRefusal(queued)) return queued;
  return 'wait' in queued ? tooMany(queued.wait) : reply(202, { status: 'queued', to: queued.to });
});
