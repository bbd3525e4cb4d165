import { type Learner, nameOnCertificate } from '../../shared/domain/learner.ts';

/** A learner as they see themselves. */
export const meView = ({ learnerId, email, profile }: Learner) => ({
  ...{ learnerId, email },
  ...(profile && { ...profile, nameOnCertificate: nameOnCertificate(profile) }),
});
