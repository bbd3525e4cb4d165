import { providerRoutes } from '../../../shared/api/provider-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';

/** Whose an address is. What hands out who somebody is leaves an entry in the audit trail; that nobody was found, none. */
export const handler = endpoint(providerRoutes.findLearner, {}, async ({ body, apiKey }, capabilities) => {
  const { learners, ledger, table } = capabilities;
  const known = await learners.idOf(body.email);
  const learner = known === undefined ? undefined : (await learners.living(known))?.value;
  if (!learner || learner.erasedAt !== undefined) return notFound('learner');
  const { learnerId, email, profile } = learner;
  const { keyId } = apiKey;
  const accounts = await learners.accountsOf(learnerId);
  await table.write([ledger.audit('api-key', 'learner.handed-to-key', { keyId, learnerId })]);
  return { ...profile, learnerId, email, accounts };
});
