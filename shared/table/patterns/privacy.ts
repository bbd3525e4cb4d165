import { type AccessPattern, pattern } from '../pattern.ts';

/** Whoever reads everything about a learner, to hand it to them. */
const collectors: readonly string[] = ['export-data', 'export-learner', 'admin-learners'];
/** Whoever asks for an erasure: the learner, or staff for them. */
const askers: readonly string[] = ['ask-erasure', 'erase-learner'];
const erasers: readonly string[] = ['erase-learners'];
/** Whoever has an erasure done again after records of before were brought back. */
const again: readonly string[] = ['reindex'];

export const privacy: readonly AccessPattern[] = [
  pattern(
    'Tell what a learner allowed',
    'consent',
    ['query'],
    ['get-privacy', 'set-consent', 'claim-credit', ...collectors],
  ),
  pattern('Add what a learner allowed or withdrew', 'consent', ['put'], ['set-consent', 'claim-credit']),
  pattern('Read everything about a learner', 'learner', ['get'], collectors),
  pattern('List a learner’s sessions', 'signIn', ['query'], ['get-privacy', 'end-sessions', ...collectors]),
  pattern('End a learner’s other sessions', 'session', ['put'], ['end-sessions']),
  pattern('Keep the audit trail of it', 'audit', ['put'], ['end-sessions']),
  pattern('List a learner’s courses', 'participation', ['query'], collectors),
  pattern('List who a learner is to boards', 'boardIdentity', ['query'], collectors),
  pattern('List what boards were told of a learner', 'boardReport', ['query'], collectors),
  pattern('List a learner’s attempts', 'attempt', ['query'], collectors),
  pattern('List a learner’s awards', 'credit', ['query'], collectors),
  pattern('Read a learner’s certificates', 'certificate', ['query'], collectors),
  pattern('Read the changes of a learner’s certificates', 'change', ['get'], collectors),
  pattern('Read where a learner’s mail stands', 'mail', ['get'], collectors),
  pattern('List a learner’s links', 'share', ['query'], collectors),
  pattern('List a learner’s credit of before', 'earlierCredit', ['query'], collectors),
  pattern('Read a learner’s ledger', 'ledgerEntry', ['query'], collectors),
  pattern('Keep the audit trail of what was handed out', 'audit', ['put'], collectors),

  pattern(
    'Tell whether an account is to be erased',
    'erasure',
    ['get'],
    [...['get-privacy', 'send-award-email', 'sweep-outbox']],
  ),
  pattern('Ask for an erasure, or keep the account', 'erasure', ['get', 'put'], [...askers, 'withdraw-erasure']),
  pattern('See that the account is not merged at that moment', 'learner', ['get', 'check'], askers),
  pattern('Ask for the mail about an erasure', 'mail', ['put'], askers),
  pattern('Keep the audit trail of erasures', 'audit', ['put'], [...askers, 'withdraw-erasure', ...erasers]),
  pattern('Find the account that staff mean', 'address', ['get'], ['erase-learner', 'export-learner']),
  pattern('See that there is such an account', 'learner', ['get'], ['erase-learner']),
  pattern('Find erasures that are due, and go on with them', 'erasure', ['queryWork', 'get', 'put'], erasers),
  pattern('Have an erasure be due again', 'erasure', ['get', 'put'], again),
  pattern('See whether it was done', 'learner', ['get'], again),
  pattern('Keep the audit trail of it', 'audit', ['put'], again),
  pattern('Erase a profile', 'learner', ['get', 'put'], erasers),
  pattern('Free an address', 'address', ['get', 'put'], erasers),
  pattern('Find the sessions to end', 'signIn', ['query'], erasers),
  pattern('End sessions', 'session', ['get', 'put'], erasers),
  pattern('Withdraw links', 'share', ['query', 'get', 'put'], erasers),
  pattern('See what is under way, and erase what earned no credit', 'participation', ['query', 'put'], erasers),
  pattern('Erase answers and results', 'attempt', ['query', 'put'], erasers),
  pattern('Erase who a learner is to boards', 'boardIdentity', ['query', 'put'], erasers),
  pattern('Erase what credit of before was for', 'earlierCredit', ['query', 'put'], erasers),
  pattern('Find the certificates that are not issued yet', 'credit', ['query'], erasers),
  pattern('See whether they are', 'certificate', ['query'], erasers),
  pattern('Find the mail about certificates', 'ledgerEntry', ['query'], erasers),
  pattern('Take back mail, and what is known of its delivery', 'mail', ['get', 'put'], erasers),
  pattern('Destroy a key', 'dataKey', ['get', 'put'], erasers),
];
