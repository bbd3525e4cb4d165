import { isForKeys, type Route } from '../../shared/api/route.ts';
import type { Config } from '../config.ts';
import { Interruption, problemReply } from './reply.ts';
import { type ApiMiddleware, headerOf } from './request.ts';

/** What a page's form can send without asking first (Fetch, "CORS-safelisted request-header"). The sites send JSON alone. */
const fromForm = /^\s*(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;

/**
 * Refuses what another site's page sends in a learner's name; a neighbouring host (`same-site`) is another site too.
 * SameSite=Lax keeps the cookie from such requests already; this is the second lock (trust.md 2, CSRF). Programs send neither
 * header and are no browser that could be misled; a key is sent by no browser of its own accord, so that its routes need no
 * such lock.
 */
export const sameOrigin = ({ access, body }: Route, { config }: { config: Config }): ApiMiddleware => ({
  before: ({ event }) => {
    if (['GET', 'HEAD'].includes(event.requestContext.http.method) || isForKeys(access)) return;
    const origin = headerOf(event, 'origin');
    const site = headerOf(event, 'sec-fetch-site');
    // A route with a body says itself that it takes JSON alone; one without would not notice a form.
    const asForm = body === undefined && fromForm.test(headerOf(event, 'content-type') ?? '');
    const elsewhere = site !== undefined && site !== 'same-origin' && site !== 'none';
    const foreign = (origin !== undefined && origin !== config.siteUrl) || elsewhere || asForm;
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
