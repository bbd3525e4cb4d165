import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { withPrimary } from '../../shared/domain/addresses.ts';
import { normalizeEmail } from '../../shared/domain/learner.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { refuseStale } from '../accounts/fresh.ts';
import { endpoint } from '../endpoint.ts';
import { required } from '../records/require.ts';
import { meView } from '../views/me-view.ts';

/** Has mail go to another of the learner’s addresses; a repeat changes nothing. */
export const handler = endpoint(learnerRoutes.setPrimaryAddress, {}, async ({ principal, body }, capabilities) => {
  const { learners, table } = capabilities;
  const stale = await refuseStale(principal, 'Changing your addresses', capabilities);
  if (stale) return stale;
  const { learnerId } = principal;
  const before = required(await learners.byId(learnerId), 'The account of a session');
  const email = normalizeEmail(body.email);
  const next = withPrimary(before.value, email);
  if (isRefusal(next)) return next;
  await table.write([...(await learners.put(next, before))]);
  return meView(next);
});
