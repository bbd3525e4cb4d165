import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { consentView, purposes } from '../../shared/domain/consent.ts';
import { isFresh } from '../../shared/domain/erasure.ts';
import { kept } from '../../shared/domain/retention.ts';
import { endpoint } from '../endpoint.ts';
import { erasureView } from '../views/erasure-view.ts';

/** Says what is kept about the learner, why and how long, and what they allowed. */
export const handler = endpoint(
  learnerRoutes.getPrivacy,
  {},
  async ({ principal }, { consents, erasures, signIns, clock, config }) => {
    const [events, erasure, session] = await Promise.all([
      consents.of(principal.learnerId),
      erasures.of(principal.learnerId),
      signIns.sessionOf(principal.sessionHash),
    ]);
    const now = clock.now();
    return {
      kept,
      consents: purposes.map((purpose) => consentView(events, purpose, now)),
      erasure: erasureView(erasure?.value),
      signInIsFresh: session !== undefined && isFresh(session.value, now),
      contact: config.providerContact,
    };
  },
);
