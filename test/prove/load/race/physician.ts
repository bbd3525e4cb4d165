import type { Profile } from '../../../../shared/domain/learner.ts';

/** Who races: may claim what the activity offers physicians. */
export const physician: Profile = {
  givenName: 'Amélie',
  familyName: 'Nguyễn',
  profession: 'physician',
  credentials: 'MD',
};
