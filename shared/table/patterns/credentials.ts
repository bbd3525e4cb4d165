import { type AccessPattern, pattern } from '../pattern.ts';

export const credentials: readonly AccessPattern[] = [
  pattern('Give a certificate its place in the status lists, once', 'credential', ['get', 'put'], ['get-credential']),
  pattern('Take a place in the status lists', 'statusEntry', ['put'], ['get-credential']),
  pattern('See whether a status list was begun', 'statusEntry', ['query'], ['get-status-list']),
  pattern('Tell who is revoked or suspended', 'statusMark', ['query'], ['get-status-list']),
];
