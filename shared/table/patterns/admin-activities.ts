import { type AccessPattern, pattern } from '../pattern.ts';

const serves = ['admin-activities'];
const keepers = [...serves, 'keep-provider'];

/** Authoring. What publishing needs stands with activities, because a command publishes by the same code. */
export const adminActivities: readonly AccessPattern[] = [
  pattern('List every activity with its state', 'authored', ['query'], serves),
  pattern('Read a draft', 'draft', ['get', 'query'], serves),
  pattern('Save a part of a draft', 'draft', ['put'], serves),
  pattern('List who published which version', 'publication', ['get', 'query'], serves),
  pattern('Read who provides activities', 'provider', ['get', 'query'], serves),
  pattern('Save what a provider says of itself', 'provider', ['get', 'put'], keepers),
  pattern('Read and keep the drawings of a provider', 'drawing', ['get', 'query', 'put'], keepers),
  pattern('Read and save sets of evaluation questions', 'evaluationSet', ['get', 'query', 'put'], serves),
  pattern('Keep the audit trail of authoring', 'audit', ['put'], keepers),
];
