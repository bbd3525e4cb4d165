import { type AccessPattern, pattern } from '../pattern.ts';

const serves = ['admin-points'];

/** What certifying boards are told of points, and what they answer. */
export const adminPoints: readonly AccessPattern[] = [
  pattern('List every award, the earliest first', 'credit', ['queryList'], serves),
  pattern('See that there are such points', 'credit', ['get'], serves),
  pattern('Tell a board who earned points', 'boardIdentity', ['get'], serves),
  pattern('Tell it who that is by name', 'learner', ['get'], serves),
  pattern('Tell only what the learner allows', 'consent', ['query'], serves),
  pattern('List what boards were told, by award', 'boardReport', ['queryList'], serves),
  pattern('Say what a board was told and answered', 'boardReport', ['query', 'put'], serves),
  pattern('Say on which day somebody took part', 'certificate', ['query'], serves),
  pattern('Keep the audit trail of it', 'audit', ['put'], serves),
];
