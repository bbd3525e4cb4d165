import { type AccessPattern, pattern } from '../pattern.ts';
import { changers } from '../who.ts';

/** Whose transactions tell of what they did. */
const tellers = ['award-credit', 'render-certificate', ...changers];
const deliverers = ['deliver-webhooks'];

export const webhooks: readonly AccessPattern[] = [
  pattern('See who wants to be told', 'webhookEndpoint', ['query'], [...tellers, ...deliverers]),
  pattern('Ask for a message', 'delivery', ['put'], tellers),
  pattern('Find messages that are due', 'delivery', ['queryWork'], deliverers),
  pattern('Lease, deliver and settle a message', 'delivery', ['get', 'put'], deliverers),
  pattern('Sign a message', 'webhookSecret', ['get'], deliverers),
  pattern('Disable an endpoint that is gone', 'webhookEndpoint', ['put'], deliverers),
  pattern('Keep the audit trail of what is parked', 'audit', ['put'], deliverers),
];
