import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { consentView, decideConsent, isPurpose } from '../../shared/domain/consent.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { endpoint } from '../endpoint.ts';
import { notFound } from '../middleware/reply.ts';

/** Gives or withdraws consent for one purpose; what stands so already is left as it is. */
export const handler = endpoint(learnerRoutes.setConsent, {}, async ({ params, body, principal }, capabilities) => {
  const { consents, table, clock } = capabilities;
  const { learnerId } = principal;
  const { purpose } = params;
  if (!isPurpose(purpose)) return notFound('permission');
  const events = await consents.of(learnerId);
  const now = clock.now();
  const decided = decideConsent(events, { purpose, ...body }, now);
  if (isRefusal(decided)) return decided;
  if (decided) await table.write([consents.add(learnerId, decided)]);
  return consentView(decided ? [...events, decided] : events, purpose, now);
});
