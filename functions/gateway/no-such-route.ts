import { methodsAt, type Route, route } from '../../shared/api/route.ts';
import { routes } from '../../shared/api/routes.ts';
import { renderSharedTranscript } from '../../shared/documents/shared-transcript-page.ts';
import { renderVerificationPage } from '../../shared/documents/verification-page.ts';
import { endpoint } from '../endpoint.ts';
import { notFound, problemReply, reply } from '../middleware/reply.ts';
import { publicReply } from '../views/public-reply.ts';

/** Every method and path that the registry does not name. It is no route of the contract, so it stands here. */
const elsewhere = route({
  name: 'no-such-route',
  method: 'GET',
  path: '/{anything}',
  access: 'public',
  summary: 'Says that there is no such route.',
  answers: { 308: 'empty', 404: 'html' },
});

const everyRoute: readonly Route[] = Object.values(routes);

/**
 * Answers what the API does not know as it answers every error, and not in the gateway's own words: a path that takes other methods
 * by 405 and which, the addresses that people type off paper by a page, and those with a slash too many by the right one.
 */
export const handler = endpoint(elsewhere, {}, ({ path, method }, { config, digests }) => {
  const there = methodsAt(path, everyRoute);
  if (there.length > 0)
    return problemReply(
      405,
      [
        {
          code: 'method-not-allowed',
          message: `This address does not take ${method}.`,
          remedy: `Send ${there.join(' or ')}. The contract is at /api/openapi.json.`,
        },
      ],
      { headers: { allow: there.join(', ') } },
    );
  const isPage = /^\/[vt](?:\/|$)/.test(path) && (method === 'GET' || method === 'HEAD');
  if (!isPage) return notFound('route');
  const bare = path.replace(/\/+$/, '');
  if (methodsAt(bare, everyRoute).length > 0) return reply(308, undefined, { headers: { location: encodeURI(bare) } });
  const { siteUrl, providerName } = config;
  const page = path.startsWith('/v')
    ? renderVerificationPage({ siteUrl, providerName })
    : renderSharedTranscript({ shared: undefined, providerName });
  return publicReply(digests, 404, page);
});
