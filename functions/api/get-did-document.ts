import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { didDocument } from '../../shared/documents/credential/did-document.ts';
import { kmsSigner } from '../adapters/kms-signer.ts';
import { endpoint } from '../endpoint.ts';
import { reply } from '../middleware/reply.ts';

/** The site's DID document: every key that signs, or signed before, for whoever checks a credential. */
export const handler = endpoint(learnerRoutes.getDidDocument, { signer: kmsSigner }, async (_, { signer, config }) =>
  reply(200, JSON.stringify(didDocument(config.siteUrl, await signer.keys())), {
    // Short: after a rotation, whoever checks must soon know the new key.
    headers: { 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*' },
  }),
);
