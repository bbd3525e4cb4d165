import { beforeEach, describe, expect, it } from 'vitest';
import { isToken } from '../../external/outside.ts';
import { outsideOf } from '../../external/outside-of-service.ts';
import { judge } from '../../external/verifiers.ts';
import { content, everyOffer } from '../../support/activity.ts';
import { createLearner, type Learner, nurse, physician } from '../../support/learner.ts';
import '../../support/refusals.ts';
import { createService, type Service } from '../../support/service.ts';

const formats = ['jsonld', 'jwt'] as const;

let service: Service;
let learner: Learner;
let certificateId: string;

beforeEach(async () => {
  service = createService();
  // Nobody is awarded credit on the full second.
  service.pass(803);
  await service.publish(content());
  learner = await createLearner(service);
  certificateId = await learner.complete();
});

const download = async (format: string) =>
  (await learner.ask('getCredential', { params: { certificateId, format } })).text;

const kidOf = (credential: string): string =>
  isToken(credential)
    ? JSON.parse(Buffer.from(credential.split('.')[0] ?? '', 'base64url').toString()).kid
    : JSON.parse(credential).proof.verificationMethod;

const outside = (at = service) => outsideOf(at);

const everybodyAccepts = { accepted: ['Digital Bazaar', 'by hand'], flaws: {} };
const everybodyRefuses = async (credential: string, why: RegExp) => {
  const { accepted, flaws } = await judge(credential, outside());
  expect(accepted).toEqual([]);
  for (const flaw of Object.values(flaws)) expect(flaw).toMatch(why);
};
const change = async (kind: 'revoke' | 'suspend' | 'restore' | 'reissue') => {
  const asked = await service.proposeChange({ certificateId, kind, reason: 'Wrong person', by: 'Asha' });
  if (asked.outcome === 'refused') throw new Error(JSON.stringify(asked.reasons));
  if (asked.outcome !== 'done')
    await service.decideChange({ changeId: asked.change.changeId, approve: true, by: 'Benno' });
};

describe.each(formats)('a credential as %s', (format) => {
  it('holds before two verifiers that share no code, with each other or with us', async () => {
    expect(await judge(await download(format), outside())).toEqual(everybodyAccepts);
  });

  it('holds whatever kinds of credit it tells of, and for whom there is attendance alone', async () => {
    const several = createService();
    await several.publish(content({ credits: everyOffer }));
    const pharmacist = { givenName: 'Ọlá', familyName: '王小明', profession: 'pharmacist' } as const;
    const cases: readonly [string, Readonly<Record<string, string>>, [string, number][]][] = [
      ['n@example.org', nurse, [['ancc-contact-hour', 125]]],
      ['p@example.org', pharmacist, [['acpe-contact-hour', 25]]],
      ['d@example.org', physician, [['ama-pra-category-1', 75]]],
      ['a@example.org', { ...nurse, profession: 'other' }, [['ama-pra-category-1', 100]]],
    ];
    for (const [email, profile, claims] of cases) {
      const one = await createLearner(several, { email, profile });
      await one.ready();
      await one.claim(...claims);
      const { certificateId: id = '' } = (await one.ask('getWallet')).body.credits[0] ?? {};
      const { text } = await one.ask('getCredential', { params: { certificateId: id, format } });
      expect(await judge(text, outside(several)), email).toEqual(everybodyAccepts);
    }
  });

  it('is refused while it is suspended, holds when it is restored, and is refused for good when it is revoked', async () => {
    const credential = await download(format);
    await change('suspend');
    await everybodyRefuses(credential, /^marked: suspension$/);
    await change('restore');
    expect(await judge(credential, outside())).toEqual(everybodyAccepts);
    await change('revoke');
    await everybodyRefuses(credential, /^marked: revocation$/);
  });

  it('is refused when another stands in its place', async () => {
    const credential = await download(format);
    await change('reissue');
    await everybodyRefuses(credential, /^marked: revocation$/);
  });

  it('holds after its key was replaced, and so do those of the new key and their status lists', async () => {
    const old = await download(format);
    service.rotateKey();
    const now = await download(format);
    for (const credential of [old, now]) expect(await judge(credential, outside())).toEqual(everybodyAccepts);
    expect(kidOf(now)).not.toBe(kidOf(old));
  });

  it('is refused when its key is no key of the site’s', async () => {
    service.rotateKey();
    const credential = await download(format);
    service.rotateKey({ back: true });
    await everybodyRefuses(credential, /is no key of the issuer/);
  });

  it('is refused before the day of its award', async () => {
    const credential = await download(format);
    service.pass(-30 * 24 * 3_600_000);
    await everybodyRefuses(credential, /valid yet|nbf|before/);
  });
});

describe('a token', () => {
  it('is refused without a signature, whatever its header says of that', async () => {
    const [, claims = '', signature = ''] = (await download('jwt')).split('.');
    const headerOf = (header: object) => Buffer.from(JSON.stringify(header)).toString('base64url');
    const { kid } = JSON.parse(Buffer.from((await download('jwt')).split('.')[0] ?? '', 'base64url').toString());
    for (const forged of [
      `${headerOf({ alg: 'none', typ: 'vc+jwt', kid })}.${claims}.`,
      `${headerOf({ alg: 'none', typ: 'vc+jwt', kid })}.${claims}.${signature}`,
      `${headerOf({ alg: 'HS256', typ: 'vc+jwt', kid })}.${claims}.${signature}`,
      `${headerOf({ alg: 'ES256', typ: 'JWT', kid })}.${claims}.${signature}`,
    ])
      await everybodyRefuses(forged, /./);
  });

  it('names its holder by nothing that tells who it is', async () => {
    const [, claims = ''] = (await download('jwt')).split('.');
    const { sub, jti } = JSON.parse(Buffer.from(claims, 'base64url').toString());
    expect(sub).toBe(`${jti}#learner`);
  });
});

describe('the DID document of the site', () => {
  it('names every key that signs or signed, for both kinds of proof', async () => {
    const before = JSON.parse((await learner.ask('getDidDocument')).text);
    service.rotateKey();
    const after = JSON.parse((await learner.ask('getDidDocument')).text);
    expect(before.id).toBe('did:web:credit.example.org');
    expect(before.assertionMethod).toHaveLength(4);
    expect(after.assertionMethod).toEqual([...after.assertionMethod.slice(0, 2), ...before.assertionMethod]);
    const kinds = after.verificationMethod.map(({ type }: { type: string }) => type);
    expect(kinds).toEqual(['Multikey', 'JsonWebKey', 'Multikey', 'JsonWebKey', 'Multikey', 'JsonWebKey']);
    for (const { publicKeyJwk } of after.verificationMethod) expect(publicKeyJwk ?? {}).not.toHaveProperty('d');
  });
});

describe('asking for a credential', () => {
  it.each([
    ['revoke', 'certificate-revoked'],
    ['suspend', 'certificate-suspended'],
    ['reissue', 'certificate-replaced'],
  ] as const)('after “%s” is refused, with what to do', async (kind, code) => {
    await change(kind);
    const answer = await learner.ask('getCredential', { params: { certificateId, format: 'jsonld' } });
    expect(answer.status).toBe(409);
    expect(answer).toBeRefusedFor(code);
  });
});

describe('a badge image', () => {
  it('holds a credential that both accept, whatever its words, as software finds it in the file', async () => {
    const odd = createService();
    await odd.publish(content({ title: 'A ]]> B & <C> "D" ’E’' }));
    const one = await createLearner(odd);
    const params = { certificateId: await one.complete(), format: 'svg' };
    const { text, headers } = await one.ask('getCredential', { params });
    expect(headers['content-type']).toBe('image/svg+xml');
    const [, baked = ''] = /<svg [^>]*>\s*<openbadges:credential><!\[CDATA\[(.*?)\]\]>/s.exec(text) ?? [];
    expect(await judge(baked, outside(odd))).toEqual(everybodyAccepts);
    expect(JSON.parse(baked).name).toContain(']]>');
    expect(text.split('<openbadges:credential>')).toHaveLength(2);
    expect(text).toContain('A ]]&gt; B &amp; &lt;C&gt;');
  });
});
