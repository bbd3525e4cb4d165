import type { Person } from '../../../shared/domain/directory.ts';

/** A learner as the lists show them. */
export const learnerRow = ({ learnerId, email, createdAt, profile }: Person) => ({
  ...{ learnerId, email, createdAt },
  ...profile,
});
