import { verificationStyle } from '../../shared/documents/verification-style.ts';
import type { Digests } from '../../shared/ports.ts';
import { type Reply, reply } from '../middleware/reply.ts';
import { styleOnly } from './content-security.ts';

/** A page for the public: found by nobody who was not given its address, and telling no other site where its reader was. */
export const publicReply = (
  digests: Digests,
  status: 200 | 404,
  page: string,
  scripts?: 'no scripts' | 'own scripts',
): Reply =>
  reply(status, page, {
    headers: {
      'content-security-policy': styleOnly(digests, verificationStyle, scripts),
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
    },
  });
