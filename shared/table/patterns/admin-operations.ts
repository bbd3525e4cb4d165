import { type AccessPattern, pattern } from '../pattern.ts';

const serves = ['admin-operations'];

export const adminOperations: readonly AccessPattern[] = [
  pattern('List work that is parked, or failing', 'work', ['queryWork'], serves),
  pattern('List mail that is parked, failing or waiting', 'mail', ['queryWork'], serves),
  pattern('List mail that was sent, by what it came to', 'mail', ['queryList'], serves),
  pattern('List messages that are parked or failing', 'delivery', ['queryWork'], serves),
  pattern('Find the endpoints whose messages they are', 'webhookEndpoint', ['query'], serves),
  pattern('Take up work again', 'work', ['get', 'put'], serves),
  pattern('Take up mail again', 'mail', ['get', 'put'], serves),
  pattern('Take up a message again', 'delivery', ['get', 'put'], serves),
  pattern('Take the mark off a participation', 'participation', ['get', 'put'], serves),
  pattern('Take up a certificate that was never issued', 'certificate', ['query', 'put'], serves),
  pattern('Write its next version, under the name that its bearer has now', 'snapshot', ['query', 'put'], serves),
  pattern('Read that name', 'learner', ['get'], serves),
  pattern('Keep the audit trail of what was taken up and handed out', 'audit', ['put'], serves),
  pattern('Read the audit trail of a day', 'audit', ['query'], serves),
  pattern('See that the sweeper runs', 'pulse', ['get'], serves),
  pattern('Find the newest signed head', 'dailyHead', ['query'], serves),
];
