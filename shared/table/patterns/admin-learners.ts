import { type AccessPattern, pattern } from '../pattern.ts';

const serves = ['admin-learners'];

/** What staff read of learners. Everything about one of them is read as for an export of their data. */
export const adminLearners: readonly AccessPattern[] = [
  pattern('List and search learners', 'directoryEntry', ['query'], serves),
  pattern('Name the learners of a page', 'directoryCard', ['get'], serves),
  pattern('Find the learner of an address', 'address', ['get'], serves),
  pattern('List every award, newest first', 'credit', ['queryList'], serves),
  pattern('List who completed an activity', 'participation', ['queryList'], serves),
  pattern('Say whether an account is to be erased', 'erasure', ['get'], serves),
  pattern('Say what an activity wants', 'catalog', ['get'], serves),
];
