import { gzipSync } from 'node:zlib';
import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { withProof } from '../../shared/documents/credential/secured.ts';
import { statusCredential } from '../../shared/documents/credential/status-credential.ts';
import { bitstringOf, statusPurposes } from '../../shared/domain/status-list.ts';
import { kmsSigner } from '../adapters/kms-signer.ts';
import { endpoint } from '../endpoint.ts';
import { notFound, reply } from '../middleware/reply.ts';
import { signingWith } from '../views/signing.ts';

const isList = (text: string): boolean => /^[1-9]\d{0,8}$/.test(text);

/** The signed list of which credentials are revoked, or suspended. It tells of no person. */
export const handler = endpoint(
  learnerRoutes.getStatusList,
  { signer: kmsSigner },
  async ({ params }, { statusList, signer, digests, clock, config }) => {
    const purpose = statusPurposes.find((known) => known === params.purpose);
    const list = Number(params.list);
    if (!purpose || !isList(params.list) || !(await statusList.isBegun(list))) return notFound('status list');
    const marked = await statusList.marked(list, purpose);
    const compressed = gzipSync(bitstringOf(marked));
    const facts = { siteUrl: config.siteUrl, purpose, list, compressed, at: clock.now() };
    const signed = await withProof(statusCredential(facts), facts.at, signingWith({ signer, digests }));
    return reply(200, JSON.stringify(signed), {
      headers: { 'cache-control': 'public, max-age=60', 'access-control-allow-origin': '*' },
    });
  },
);
