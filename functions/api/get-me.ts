import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { endpoint } from '../endpoint.ts';
import { required } from '../records/require.ts';
import { meView } from '../views/me-view.ts';

/** Says who is signed in. */
export const handler = endpoint(learnerRoutes.getMe, {}, async ({ principal }, { learners }) => {
  const { value } = required(await learners.byId(principal.learnerId), 'The account of a session');
  return meView(value);
});
