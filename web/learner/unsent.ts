import { type Unsent, unsentUnder } from '../components/unsent.ts';

/** What a learner typed in this browser and the service does not have yet. Other learners' stays theirs. */
export const unsentOf = (learnerId: string): readonly Unsent[] =>
  unsentUnder({
    [`attempt-${learnerId}-`]: 'answers of a test that could not be saved yet',
    [`evaluation-${learnerId}-`]: 'answers of a Course Evaluation that is not submitted yet',
  });
