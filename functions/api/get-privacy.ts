import { routes } from '../../shared/api/routes.ts';
import { consentView, purposes } from '../../shared/domain/consent.ts';
import { kept } from '../../shared/domain/retention.ts';
import { endpoint } from '../endpoint.ts';

/** Says what is kept about the learner, why and how long, and what they allowed. */
export const handler = endpoint(routes.getPrivacy, {}, async ({ principal }, { consents, clock, config }) => {
  const events = await consents.of(principal.learnerId);
  const now = clock.now();
  return {
    kept,
    consents: purposes.map((purpose) => consentView(events, purpose, now)),
    contact: config.providerContact,
  };
});
