import { type AccessPattern, pattern } from '../pattern.ts';

const serves = ['admin-integrations'];

export const adminIntegrations: readonly AccessPattern[] = [
  pattern(
    'List, add and change the addresses that are told of events',
    'webhookEndpoint',
    ['query', 'get', 'put'],
    serves,
  ),
  pattern('Make and replace what messages are signed with', 'webhookSecret', ['get', 'put'], serves),
  pattern('List the messages to an address', 'delivery', ['query'], serves),
  pattern('List, make and revoke the keys of the provider’s own systems', 'apiKey', ['query', 'get', 'put'], serves),
  pattern('Keep the secret of a key as a hash', 'apiKeySecret', ['put'], serves),
  pattern('Keep the audit trail of what is told to whom', 'audit', ['put'], serves),
];
