import { type AccessPattern, pattern } from '../pattern.ts';

const serves = ['admin-changes'];
/** Whoever makes what a second person approved. */
const approvers = ['decide-change', 'admin-changes'];
/** Whoever makes awards by hand, one or those of a batch. */
const awarders = [...approvers, 'run-batches'];
const runners = ['admin-changes', 'run-batches'];

export const adminChanges: readonly AccessPattern[] = [
  pattern('List what was decided', 'decided', ['query'], serves),
  pattern('Put what was decided into its list', 'decided', ['put'], ['propose-change', ...awarders]),
  pattern('Ask for a batch and decide on it', 'batch', ['get', 'put', 'queryWork'], runners),
  pattern('Go through a batch', 'batchItem', ['query', 'get', 'put'], runners),
  pattern('Find what a certificate says', 'certificate', ['query'], serves),
  pattern('Find the changes of a certificate', 'ledgerEntry', ['query'], serves),

  pattern('See whom an award by hand is for', 'learner', ['get'], awarders),
  pattern('See which version is on offer', 'catalog', ['get', 'query'], runners),
  pattern('See what a person earned by another account', 'credit', ['get'], awarders),
  pattern('Ask for what was attested to be awarded', 'work', ['put'], awarders),

  pattern('Merge accounts of one person', 'learner', ['get', 'put'], approvers),
  pattern('See what the accounts hold', 'participation', ['query'], approvers),
  pattern('See what they earned', 'credit', ['query'], approvers),
  pattern('See that neither is being erased', 'erasure', ['get', 'check'], approvers),
  pattern('Let addresses lead to the account that stays', 'address', ['get', 'put'], approvers),
  pattern('Find the sessions of the other', 'signIn', ['query'], approvers),
  pattern('End them', 'session', ['get', 'put'], approvers),
  pattern('Withdraw its links', 'share', ['query', 'get', 'put'], approvers),
  pattern('Send a mail about credit once more', 'mail', ['get', 'put'], serves),
  pattern('Limit how often', 'rate', ['count'], serves),
];
