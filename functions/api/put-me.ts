import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { endpoint } from '../endpoint.ts';
import { required } from '../records/require.ts';
import { meView } from '../views/me-view.ts';

/** Sets the name that certificates will carry from now on; those that were issued keep theirs. */
export const handler = endpoint(learnerRoutes.putMe, {}, async ({ principal, body }, { learners, table }) => {
  const learner = required(await learners.changing(principal.learnerId), 'The account of a session');
  const { givenName, familyName, profession, credentials } = body;
  const profile = { givenName, familyName, profession, ...(credentials && { credentials }) };
  const changed = { ...learner.value, profile };
  await table.write(await learner.put(changed));
  return meView(changed);
});
