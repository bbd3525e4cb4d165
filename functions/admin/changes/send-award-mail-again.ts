import { changesRoutes } from '../../../shared/api/admin/changes-routes.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { stepFunctions } from '../../adapters/step-functions.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound, reply, tooMany } from '../../middleware/reply.ts';
import { resendAwardMail } from '../../outbox/resend.ts';

/** Queues the e-mail about a certificate again, as its learner can. */
export const handler = endpoint(
  changesRoutes.sendAwardMailAgain,
  { workflows: stepFunctions },
  async ({ params, staff }, capabilities) => {
    const certificate = await capabilities.certificates.byId(params.certificateId);
    if (!certificate) return notFound('certificate');
    const queued = await resendAwardMail(certificate, staff.staffId, capabilities);
    if (isRefusal(queued)) return queued;
    return 'wait' in queued ? tooMany(queued.wait) : reply(202, { status: 'queued', to: queued.to });
  },
);
