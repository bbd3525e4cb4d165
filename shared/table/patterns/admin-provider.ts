import { type AccessPattern, pattern } from '../pattern.ts';
import { keysAsk } from '../who.ts';

const serves = ['admin-provider'];

/** What the provider's own systems read by their keys. */
export const adminProvider: readonly AccessPattern[] = [
  pattern('Find which key a secret is of', 'apiKeySecret', ['get'], keysAsk),
  pattern('See what a key may read, and note the day of its use', 'apiKey', ['get', 'put'], keysAsk),
  pattern('Count what a key asks for', 'rate', ['count'], keysAsk),
  pattern('List awards since an instant', 'credit', ['queryList'], serves),
  pattern('Read what a certificate certifies', 'snapshot', ['query'], serves),
  pattern('See what has become of a certificate', 'certificate', ['query'], serves),
  pattern('List what was published', 'catalog', ['query'], serves),
  pattern('Find the learner of an address', 'address', ['get'], serves),
  pattern('Tell who a learner is', 'learner', ['get'], serves),
  pattern('Keep the audit trail of whom a key was told of', 'audit', ['put'], serves),
];
