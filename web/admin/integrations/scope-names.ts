import type { Scope } from '../../../shared/domain/api-key.ts';

/** What a system with each scope may read, to a person; in the order in which they are offered. */
export const scopeNames: Readonly<Record<Scope, string>> = {
  'credits:read': 'Credits and certificates, without names',
  'activities:read': 'Activities',
  'learners:read': 'Who a learner is, by their exact e-mail address',
};
