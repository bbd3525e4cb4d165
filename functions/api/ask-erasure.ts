import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { checkErasure } from '../../shared/domain/erasure.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { ownSession } from '../accounts/own-session.ts';
import { endpoint } from '../endpoint.ts';
import { askForErasure } from '../privacy/ask-erasure.ts';
import { erasureView } from '../views/erasure-view.ts';

/** Asks that the account be erased, after a fresh sign-in and a typed word. A repeat changes nothing. */
export const handler = endpoint(learnerRoutes.askErasure, {}, async ({ body, principal }, capabilities) => {
  const { signIns, clock } = capabilities;
  const session = await ownSession(principal, { signIns });
  const refusal = checkErasure(body.confirmation, session.value, clock.now());
  if (refusal) return refusal;
  const erasure = await askForErasure(principal.learnerId, { by: 'learner', who: 'learner' }, capabilities);
  return isRefusal(erasure) ? erasure : erasureView(erasure);
});
