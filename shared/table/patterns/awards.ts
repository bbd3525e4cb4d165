import { type AccessPattern, pattern } from '../pattern.ts';

/** What reads a certificate together with the rows of its learner. */
const steps = ['render-certificate', 'send-award-email', 'sweep-outbox'];

export const awards: readonly AccessPattern[] = [
  pattern('Award credit once', 'credit', ['get', 'put'], ['award-credit']),
  pattern('List the credits of a learner', 'credit', ['query'], ['get-wallet', 'audit-ledger']),
  pattern('Give a certificate its identity', 'certificate', ['put'], ['award-credit']),
  pattern('Freeze what a certificate says', 'snapshot', ['put'], ['award-credit', 'redrive-work']),
  pattern(
    'Record that it is issued or parked',
    'certificate',
    ['put'],
    ['render-certificate', 'park-work', 'redrive-work', 'sweep-outbox'],
  ),
  pattern(
    'Read a certificate with its snapshot',
    'certificate',
    ['query'],
    [
      ...['get-certificate', 'download-certificate', 'resend-mail', 'set-verification-page'],
      ...['verify-certificate', 'check-pdf', 'audit-ledger'],
      ...['park-work', 'redrive-work'],
    ],
  ),
  pattern('Read a certificate beside what else a step reads', 'certificate', ['get'], steps),
  pattern('Read what it says beside that', 'snapshot', ['get'], steps),
  pattern('Turn its verification page off or on', 'certificate', ['put'], ['set-verification-page']),
  pattern('Limit how often', 'rate', ['count'], ['set-verification-page']),
  pattern('Say what became of points that it qualifies for', 'boardReport', ['query'], ['get-certificate']),
  pattern('Find or make the certificate of the signing key', 'seal', ['get', 'put'], ['render-certificate']),
];
