import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { consentView, purposes } from '../../shared/domain/consent.ts';
import { isFresh } from '../../shared/domain/erasure.ts';
import { kept } from '../../shared/domain/retention.ts';
import { openSessions } from '../accounts/sessions.ts';
import { endpoint } from '../endpoint.ts';
import { erasureView } from '../views/erasure-view.ts';
import { sessionView } from '../views/session-view.ts';

/** Says what is kept about the learner, why and how long, what they allowed, and where they are signed in. */
export const handler = endpoint(
  learnerRoutes.getPrivacy,
  {},
  async ({ principal }, { consents, erasures, signIns, digests, clock, config }) => {
    const [events, erasure, sessions] = await Promise.all([
      consents.of(principal.learnerId),
      erasures.of(principal.learnerId),
      openSessions(principal.learnerId, { signIns }),
    ]);
    const here = sessions.find(({ sessionHash }) => sessionHash === principal.sessionHash);
    const now = clock.now();
    return {
      kept,
      consents: purposes.map((purpose) => consentView(events, purpose, now)),
      erasure: erasureView(erasure?.value),
      sessions: sessions.map((one) => sessionView(one, principal.sessionHash, { digests })),
      signInIsFresh: here !== undefined && isFresh(here.session.value, now),
      contact: config.providerContact,
    };
  },
);
