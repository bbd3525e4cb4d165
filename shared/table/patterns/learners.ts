import { type AccessPattern, pattern } from '../pattern.ts';

/** Whose transactions change an account. */
const followed = [
  ...['enter-code', 'put-me', 'erase-learners'],
  ...['enter-address-code', 'remove-address', 'set-primary-address', 'decide-change', 'admin-changes'],
  ...['admin-questions', 'import-bank', 'carry-on-imports', 'reindex'],
];

export const learners: readonly AccessPattern[] = [
  pattern('Find or make the account of an address', 'address', ['get', 'put'], ['enter-code']),
  pattern('Make an account', 'learner', ['get', 'put'], ['enter-code']),
  pattern(
    'Read the profile',
    'learner',
    ['get'],
    [
      ...['get-me', 'get-activity', 'claim-credit', 'get-certificate', 'resend-mail'],
      ...['award-credit', 'send-award-email', 'sweep-outbox', 'redrive-work'],
    ],
  ),
  pattern('Let the directory follow an account', 'directoryCard', ['get', 'put'], followed),
  pattern('Find a learner by the beginning of a name or address', 'directoryEntry', ['get', 'put'], followed),
  pattern('Change the profile', 'learner', ['get', 'put'], ['put-me']),
];
