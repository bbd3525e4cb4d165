import { type AccessPattern, pattern } from '../pattern.ts';

const serves = ['admin-outcomes'];

/** It reads nothing that knows a learner: no attempt, no participation, no ledger. */
export const adminOutcomes: readonly AccessPattern[] = [
  pattern('List what is published, for its outcomes', 'catalog', ['get', 'query'], serves),
  pattern('Read every version, for its outcomes', 'version', ['query'], serves),
  pattern('Say what is right, beside what was chosen', 'answerKey', ['query'], serves),
  pattern('Read how attempts ended', 'sitting', ['query'], serves),
  pattern('Read what first attempts answered', 'firstAnswers', ['query'], serves),
  pattern('Read completed evaluations', 'response', ['query'], serves),
  pattern('Say who took texts away', 'audit', ['put'], serves),
];
