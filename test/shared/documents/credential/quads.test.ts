import fc from 'fast-check';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { canonicalRdf } from '../../../../functions/adapters/rdf/canonical-rdf.ts';
import { openBadge } from '../../../../shared/documents/credential/open-badge.ts';
import { statusCredential } from '../../../../shared/documents/credential/status-credential.ts';
import { commonTerms, termsByType } from '../../../../shared/documents/credential/terms.ts';
import { statusPurposes } from '../../../../shared/domain/status-list.ts';
import { pinnedContexts } from '../../../external/outside.ts';
import { fullest, snapshot } from '../samples.ts';

/** As a JSON-LD processor reads it by its contexts. It refuses what no context defines. */
const byContexts = (document: object): Promise<string> =>
  jsonld.canonize(document, {
    ...{ algorithm: 'RDFC-1.0', format: 'application/n-quads', safe: true },
    documentLoader: async (url) => {
      const context = pinnedContexts.get(url);
      if (!context) throw new Error(`No context ${url}`);
      return { contextUrl: null, documentUrl: url, document: context };
    },
  });

const siteUrl = 'https://credit.meridian-society.example';
const at = '2026-06-01T12:00:00.803Z';
const badgeOf = (of = snapshot, email = 'amelie@example.org') =>
  openBadge({
    ...{ snapshot: of, siteUrl, email },
    identity: { certificateId: of.certificateId, list: 1, index: 131_071, salt: 'salt' },
    sha256: (plain) => Buffer.from(plain).toString('hex'),
  });
const [purpose] = statusPurposes;
const list = statusCredential({ siteUrl, purpose, list: 3, compressed: new Uint8Array([1, 2, 3]), at });
const proof = (document: { readonly '@context': readonly string[] }) => ({
  ...{ '@context': document['@context'], type: 'DataIntegrityProof', cryptosuite: 'ecdsa-rdfc-2019', created: at },
  ...{ verificationMethod: 'did:web:credit.example#zDna', proofPurpose: 'assertionMethod' },
});

/** Whatever somebody may write, what N-Quads escapes above all. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', '\\', '\n', '\r', '\t', '\b', '\f', '\0', '\x7f', ' ', '🧼', 'é', '\u2028') }),
);
const anySnapshot = fc
  .record({
    title: anyText,
    name: anyText,
    statements: fc.array(anyText, { maxLength: 3 }),
    jointProvider: fc.option(anyText, { nil: undefined }),
    provider: anyText,
    credits: fc.subarray([...fullest.credits]),
    amount: fc.integer({ min: 0, max: 10_000_000 }),
    maximum: fc.integer({ min: 0, max: 10_000_000 }),
  })
  .map(({ provider, credits, amount, maximum, jointProvider, ...rest }) => ({
    ...{ ...fullest, ...rest },
    ...(jointProvider !== undefined && { jointProvider }),
    provider: { ...snapshot.provider, name: provider },
    credits: credits.map((credit) => ({ ...credit, amount, maximum })),
  }));

describe('what a credential says, as it is signed', () => {
  it('is what a JSON-LD processor reads in it by the published contexts', async () => {
    for (const document of [badgeOf(), badgeOf(fullest), list, proof(list), proof(badgeOf())])
      expect(await canonicalRdf(document)).toBe(await byContexts(document));
  });

  it('is that whatever provider and learner wrote, and whatever amounts there are', async () => {
    await fc.assert(
      fc.asyncProperty(anySnapshot, anyText, async (some, email) => {
        const badge = badgeOf(some, email);
        expect(await canonicalRdf(badge)).toBe(await byContexts(badge));
      }),
      { numRuns: 60 },
    );
  });

  it('is written with every term that is known, and with no other', async () => {
    const said = new Set<string>();
    const look = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [term, of] of Object.entries(value)) {
        if (!Array.isArray(value)) said.add(term);
        look(of);
      }
    };
    for (const document of [badgeOf(), badgeOf(fullest), list, proof(list)]) look(document);
    const known = [commonTerms, ...Object.values(termsByType).map(({ terms }) => terms)].flatMap(Object.keys);
    expect([...said].toSorted()).toEqual([...new Set([...known, '@context', 'id', 'type'])].toSorted());
  });

  it.each([
    ['a term', { ...badgeOf(), honours: 'all of them' }, /“honours” is no term/],
    ['a type', { ...badgeOf(), type: ['VerifiableCredential', 'Diploma'] }, /“Diploma” is no type/],
    ['a type that every object has', { ...badgeOf(), type: 'constructor' }, /“constructor” is no type/],
    ['a context', { ...badgeOf(), '@context': ['https://example.org/v1'] }, /example\.org\/v1 is no context/],
    ['a relative address', { ...badgeOf(), id: '/v/1' }, /no absolute address/],
    ['something else than a text', { ...badgeOf(), name: 7 }, /7 cannot be what “name” says/],
    ['nothing', { ...badgeOf(), name: undefined }, /cannot be what “name” says/],
    ['another purpose', { ...proof(list), proofPurpose: 'authentication' }, /cannot be what “proofPurpose” says/],
  ])('is refused where it holds %s that is not among them', async (_, document, why) => {
    await expect(canonicalRdf(document)).rejects.toThrow(why);
  });
});
