import { type AccessPattern, pattern } from '../pattern.ts';

/** Whoever shows a learner what all of their accounts earned. */
const readers = ['get-wallet', 'get-history', 'list-activities'];
/** Whoever hands out a certificate, or decides about it, which may be of an account that was merged. */
const handers = [
  ...['get-certificate', 'download-certificate', 'resend-mail', 'get-credential', 'offer-to-wallet'],
  'set-verification-page',
];
/** Whoever lets nobody earn the same credit by two accounts. */
const guards = ['start-attempt', 'claim-credit', 'award-credit', 'get-activity'];
const changers = ['start-address', 'enter-address-code', 'remove-address', 'set-primary-address'];

export const accounts: readonly AccessPattern[] = [
  pattern('Find the accounts of one person', 'learner', ['get'], [...readers, ...handers, ...guards]),
  pattern('See what a person earned by another account', 'credit', ['get'], guards),
  pattern('See that nobody signs in to an account that was merged meanwhile', 'learner', ['check'], ['enter-code']),
  pattern('Change by which addresses a learner signs in', 'learner', ['get', 'put'], changers),
  pattern('Let an address lead to an account, or free it', 'address', ['get', 'put'], changers),
  pattern('Mail a code to an address that is added', 'challenge', ['put'], ['start-address']),
  pattern('Judge and spend it', 'challenge', ['get', 'put'], ['enter-address-code']),
  pattern('Count the codes', 'rate', ['count'], ['start-address', 'enter-address-code']),
  pattern('Tell the learner of it', 'mail', ['put'], ['enter-address-code']),
  pattern('Keep the audit trail of addresses', 'audit', ['put'], changers),
];
