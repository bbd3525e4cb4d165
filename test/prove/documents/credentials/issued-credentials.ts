import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { canonicalRdf } from '../../../../functions/adapters/rdf/canonical-rdf.ts';
import { didDocument } from '../../../../shared/documents/credential/did-document.ts';
import { openBadge } from '../../../../shared/documents/credential/open-badge.ts';
import { asToken, type Signing, withProof } from '../../../../shared/documents/credential/secured.ts';
import { statusCredential, statusListUrl } from '../../../../shared/documents/credential/status-credential.ts';
import { bitstringOf, statusPurposes } from '../../../../shared/domain/status-list.ts';
import type { Signer } from '../../../../shared/ports.ts';
import { didUrl, type Outside } from '../../../external/outside.ts';
import { fullest, snapshot } from '../../../shared/documents/samples.ts';
import { createMemorySigner } from '../../../simulation/ports/memory-signer.ts';

const siteUrl = 'https://credit.meridian-society.example';
const issuer = 'did:web:credit.meridian-society.example';
export const at = '2026-06-01T12:00:00.000Z';

const signingOf = (signer: Signer): Signing => ({
  signer,
  digest: (content) => createHash('sha256').update(content).digest(),
  canonicalRdf,
});

/** The site’s keys, and one that is nobody’s: what a forger has. */
export const [ours, theirs] = [signingOf(createMemorySigner()), signingOf(createMemorySigner([7]))];

/** A credential as it was issued. */
export interface Issued {
  readonly badge: ReturnType<typeof openBadge>;
  readonly jsonld: string;
  readonly jwt: string;
}

/** Some credentials as they are issued, in both forms, with what whoever checks them finds at the site. */
export async function issuedCredentials(): Promise<{ readonly issued: readonly Issued[]; readonly outside: Outside }> {
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  const snapshots = [
    snapshot,
    { ...fullest, verifyUrl: `${snapshot.verifyUrl}2` },
    { ...snapshot, name: '王小明, MD', verifyUrl: `${snapshot.verifyUrl}3`, title: 'Hand “Hygiene” ]]> 🧼' },
  ];
  const issued = await Promise.all(
    snapshots.map(async (one, number): Promise<Issued> => {
      const identity = { certificateId: one.certificateId, list: 1, index: 1_000 + number, salt: `salt-${number}` };
      const badge = openBadge({ snapshot: one, identity, siteUrl, email: 'amelie@example.org', sha256 });
      return { badge, jsonld: JSON.stringify(await withProof(badge, at, ours)), jwt: await asToken(badge, ours) };
    }),
  );
  // Of others in the list some are revoked: a credential that is moved to their place is not saved by that.
  const compressed = gzipSync(bitstringOf([7, 77, 777]));
  const lists = await Promise.all(
    statusPurposes.map(async (purpose): Promise<[string, string]> => {
      const list = statusCredential({ siteUrl, purpose, list: 1, compressed, at });
      return [statusListUrl(siteUrl, purpose, 1), JSON.stringify(await withProof(list, at, ours))];
    }),
  );
  const site = new Map([[didUrl(issuer), JSON.stringify(didDocument(siteUrl, await ours.signer.keys()))], ...lists]);
  const read = async (url: string): Promise<string> => {
    const found = site.get(url);
    if (found === undefined) throw new Error(`Nothing is at ${url}`);
    return found;
  };
  return { issued, outside: { issuer, now: new Date(at), read } };
}
