import { type Access, isForKeys } from '../../shared/api/route.ts';
import type { Config } from '../config.ts';
import { Interruption, problemReply } from './reply.ts';
import { type ApiMiddleware, headerOf } from './request.ts';

/**
 * Refuses what another site's page sends in a learner's name. SameSite=Lax keeps the cookie from such requests already;
 * this is the second lock (trust.md 2, CSRF). Programs send neither header and are no browser that could be misled; a
 * key is sent by no browser of its own accord, so that its routes need no such lock.
 */
export const sameOrigin = (access: Access, { config }: { config: Config }): ApiMiddleware => ({
  before: ({ event }) => {
    if (event.requestContext.http.method === 'GET' || isForKeys(access)) return;
    const origin = headerOf(event, 'origin');
    const site = headerOf(event, 'sec-fetch-site');
    const foreign = (origin !== undefined && origin !== config.siteUrl) || site === 'cross-site';
    if (!foreign) return;
    throw new Interruption(
      problemReply(403, [
        {
          code: 'cross-origin',
          message: 'This request came from another site.',
          remedy: `Use the site itself, at ${config.siteUrl}.`,
        },
      ]),
    );
  },
});
