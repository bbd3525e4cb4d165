import { type AccessPattern, pattern } from '../pattern.ts';

export const outbox: readonly AccessPattern[] = [
  pattern('Ask for work', 'work', ['put'], ['submit-attempt', 'claim-credit']),
  pattern(
    'Follow, finish, park or redrive work',
    'work',
    ['get', 'put'],
    ['grade-attempt', 'render-certificate', 'park-work', 'sweep-outbox', 'redrive-work', 'get-attempt', 'get-activity'],
  ),
  pattern('Find work that is due', 'work', ['queryWork'], ['sweep-outbox']),
  pattern('Find work that is parked', 'work', ['queryWork'], ['list-parked']),
  pattern('Ask for a mail', 'mail', ['put'], ['render-certificate', 'resend-mail']),
  pattern('Lease, send and settle a mail', 'mail', ['get', 'put'], ['send-award-email', 'sweep-outbox']),
  pattern('Find mail that is due', 'mail', ['queryWork'], ['sweep-outbox']),
  pattern('Find mail that is parked', 'mail', ['queryWork'], ['list-parked']),
  pattern('Redrive mail', 'mail', ['get', 'put'], ['redrive-work']),
  pattern('Say where a mail stands', 'mail', ['get'], ['get-certificate', 'resend-mail']),
  pattern('Record a bounce or complaint', 'mail', ['get', 'put'], ['record-mail-feedback']),
  pattern('Say that a sweep was made', 'pulse', ['get', 'put'], ['sweep-outbox']),
];
