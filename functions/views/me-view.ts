import { type Learner, nameOnCertificate } from '../../shared/domain/learner.ts';

/** A learner as they see themselves. */
export const meView = ({ learnerId, email, otherEmails, profile }: Learner) => ({
  ...{ learnerId, email, otherEmails },
  ...(profile && { ...profile, nameOnCertificate: nameOnCertificate(profile) }),
});
