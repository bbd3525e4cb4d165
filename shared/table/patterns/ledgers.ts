import { type AccessPattern, pattern } from '../pattern.ts';
import { ledgerWriters } from '../who.ts';

export const ledgers: readonly AccessPattern[] = [
  pattern('Chain to the ledger', 'ledgerHead', ['get', 'put'], ledgerWriters),
  pattern('Append to the ledger', 'ledgerEntry', ['put'], ledgerWriters),
  pattern('Find every ledger', 'ledgerHead', ['get', 'query'], ['audit-ledger', 'reindex']),
  pattern('Read a whole ledger', 'ledgerEntry', ['query'], ['audit-ledger', 'reindex']),
  pattern('Put into the lists what stands in none', 'credit', ['query', 'put'], ['reindex']),
  pattern('Put into the lists what stands in none', 'participation', ['query', 'put'], ['reindex']),
  pattern('Put into the lists what stands in none', 'mail', ['get', 'put'], ['reindex']),
  pattern('Read what a listed award’s certificate prints', 'certificate', ['query'], ['reindex']),
  pattern(
    'Keep the audit trail',
    'audit',
    ['put'],
    [
      'send-award-email',
      'award-credit',
      'park-work',
      'redrive-work',
      'sweep-outbox',
      'publish-activity',
      'record-mail-feedback',
      'collect-pack',
    ],
  ),
];
