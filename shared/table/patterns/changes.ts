import { type AccessPattern, pattern } from '../pattern.ts';
import { changers } from '../who.ts';

export const changes: readonly AccessPattern[] = [
  pattern('Ask for a change, and decide it', 'change', ['get', 'put'], changers),
  pattern('List the changes that wait', 'change', ['get', 'queryWork'], ['list-changes', 'admin-changes']),
  pattern('Compare changes with the ledger', 'change', ['get'], ['audit-ledger']),
  pattern('Correct or revoke what was awarded', 'credit', ['get', 'put'], changers),
  pattern('Correct, revoke, suspend or restore a certificate', 'certificate', ['query', 'put'], changers),
  pattern('Freeze what a corrected certificate says', 'snapshot', ['put'], changers),
  pattern('Give a changed certificate its place in the status lists', 'credential', ['get', 'put'], changers),
  pattern('Take its place', 'statusEntry', ['put'], changers),
  pattern('Mark it in the status lists', 'statusMark', ['get', 'put'], changers),
  pattern('Let the participation follow a change', 'participation', ['get', 'put'], changers),
  pattern('Read what the activity offers', 'version', ['get'], changers),
  pattern('Find the days that are published now, for a corrected one', 'catalog', ['get'], changers),
  pattern(
    'Read the name that a certificate is issued anew with',
    'learner',
    ['get'],
    ['propose-change', 'admin-changes', 'run-batches'],
  ),
  pattern('Ask for the corrected certificate, and end what it replaces', 'work', ['get', 'put'], changers),
  pattern('Ask for the mail about a change', 'mail', ['put'], changers),
  pattern('Keep the audit trail of changes', 'audit', ['put'], changers),
];
