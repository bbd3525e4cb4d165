import { type AccessPattern, pattern } from '../pattern.ts';

/** Whoever reads everything about a learner, to hand it to them. */
const collectors: readonly string[] = ['export-data'];

export const privacy: readonly AccessPattern[] = [
  pattern(
    'Tell what a learner allowed',
    'consent',
    ['query'],
    ['get-privacy', 'set-consent', 'claim-credit', ...collectors],
  ),
  pattern('Add what a learner allowed or withdrew', 'consent', ['put'], ['set-consent', 'claim-credit']),
  pattern('Read everything about a learner', 'learner', ['get'], collectors),
  pattern('List a learner’s sessions', 'signIn', ['query'], collectors),
  pattern('List a learner’s courses', 'participation', ['query'], collectors),
  pattern('List who a learner is to boards', 'boardIdentity', ['query'], collectors),
  pattern('List a learner’s attempts', 'attempt', ['query'], collectors),
  pattern('List a learner’s awards', 'credit', ['query'], collectors),
  pattern('Read a learner’s certificates', 'certificate', ['query'], collectors),
  pattern('Read the changes of a learner’s certificates', 'change', ['get'], collectors),
  pattern('Read where a learner’s mail stands', 'mail', ['get'], collectors),
  pattern('List a learner’s links', 'share', ['query'], collectors),
  pattern('Read a learner’s ledger', 'ledgerEntry', ['query'], collectors),
  pattern('Keep the audit trail of what was handed out', 'audit', ['put'], collectors),
];
