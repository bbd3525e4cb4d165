import { type AccessPattern, pattern } from '../pattern.ts';
import { ledgerWriters } from '../who.ts';

export const ledgers: readonly AccessPattern[] = [
  pattern('Chain to the ledger', 'ledgerHead', ['get', 'put'], ledgerWriters),
  pattern('Append to the ledger', 'ledgerEntry', ['put'], ledgerWriters),
  pattern('Find every ledger', 'ledgerHead', ['get', 'query'], ['audit-ledger']),
  pattern('Read a whole ledger', 'ledgerEntry', ['query'], ['audit-ledger']),
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
