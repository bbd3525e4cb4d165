import { createHmac } from 'node:crypto';
import { multikeyId } from '../../../../shared/documents/credential/issuer.ts';
import { asToken, type Unsigned, withProof } from '../../../../shared/documents/credential/secured.ts';
import type { Random } from '../../../simulation/random.ts';
import { alterations, type JsonObject } from './alter-json.ts';
import { at, type Issued, ours, theirs } from './issued-credentials.ts';

/** A credential that was not issued, and how it was made. */
export interface Forgery {
  readonly kind: string;
  readonly of: string;
  readonly credential: string;
}

type Forger = (issued: Issued, random: Random, others: readonly Issued[]) => string | Promise<string>;

const read = (text: string): JsonObject => JSON.parse(text);
const base64Url = (text: string | Uint8Array): string => Buffer.from(text).toString('base64url');
const textOf = (part: string): string => Buffer.from(part, 'base64url').toString();
const partsOf = (jwt: string): [string, string, string] => jwt.split('.') as [string, string, string];
const headerOf = (jwt: string): JsonObject => read(textOf(partsOf(jwt)[0]));
const withHeader = (jwt: string, more: object): string => {
  const [, body, signature] = partsOf(jwt);
  return `${base64Url(JSON.stringify({ ...headerOf(jwt), ...more }))}.${body}.${signature}`;
};

/** An altered badge that somebody signed: the claims of a forger who has a key. */
const forgedBadge = ({ badge }: Issued, random: Random): Unsigned => {
  const copy = read(JSON.stringify(badge));
  const subject = copy.credentialSubject as JsonObject;
  subject.creditsEarned = random.between(2, 200);
  return copy as unknown as Unsigned;
};

function flipped(signature: Uint8Array, random: Random): Uint8Array {
  const altered = signature.slice();
  const place = random.below(altered.length);
  altered[place] = (altered[place] ?? 0) ^ (1 << random.below(8));
  return altered;
}

const digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** What is done to the JSON is done to both forms alike. */
const altered = Object.entries(alterations).flatMap(([name, alter]): [string, Forger][] => [
  [
    `proof, ${name}`,
    ({ jsonld }, random) => {
      const document = read(jsonld);
      alter(document, random);
      return JSON.stringify(document);
    },
  ],
  [
    `token, ${name}`,
    ({ jwt }, random) => {
      const [head, body, signature] = partsOf(jwt);
      const claims = read(textOf(body));
      alter(claims, random);
      return `${head}.${base64Url(JSON.stringify(claims))}.${signature}`;
    },
  ],
]);

const forgers: Readonly<Record<string, Forger>> = {
  ...Object.fromEntries(altered),
  'proof, the subject of another put in': ({ jsonld }, random, others) =>
    JSON.stringify({ ...read(jsonld), credentialSubject: read(random.pick(others).jsonld).credentialSubject }),
  'proof, that of another put in': ({ jsonld }, random, others) =>
    JSON.stringify({ ...read(jsonld), proof: read(random.pick(others).jsonld).proof }),
  'proof, a character of its value altered': ({ jsonld }, random) => {
    const document = read(jsonld);
    const proof = document.proof as JsonObject;
    const value = String(proof.proofValue);
    const place = random.between(1, value.length);
    proof.proofValue = `${value.slice(0, place)}${digits.charAt(random.below(58))}${value.slice(place + 1)}`;
    return JSON.stringify(document);
  },
  'proof, another key of the site named': async ({ jsonld }) => {
    const document = read(jsonld);
    const [, other] = await ours.signer.keys();
    if (!other) throw new Error('There are two keys');
    (document.proof as JsonObject).verificationMethod = multikeyId(String((document.issuer as JsonObject).id), other);
    return JSON.stringify(document);
  },
  'proof by a key that is nobody’s': async (issued, random) =>
    JSON.stringify(await withProof(forgedBadge(issued, random), at, theirs)),
  'proof by a key that is nobody’s, under the name of the site’s': async (issued, random) => {
    const forged = await withProof(forgedBadge(issued, random), at, theirs);
    const { verificationMethod } = read(issued.jsonld).proof as JsonObject;
    return JSON.stringify({ ...forged, proof: { ...forged.proof, verificationMethod } });
  },
  'proof left out': ({ jsonld }) => JSON.stringify({ ...read(jsonld), proof: undefined }),
  'proof, the place in its lists exchanged': ({ jsonld }, random) => {
    const document = read(jsonld);
    for (const entry of document.credentialStatus as JsonObject[])
      entry.statusListIndex = String(random.below(131_072));
    return JSON.stringify(document);
  },
  'proof, a fact said twice': ({ jsonld }, random) =>
    jsonld.replace(/\}\]\}$|\}$/, `,"name":"Forged ${random.below(1_000)}"}`),
  'token, no algorithm': ({ jwt }, random) => {
    const unsigned = withHeader(jwt, { alg: random.pick(['none', 'None', 'NONE', 'nOnE']) });
    return random.chance(0.5) ? unsigned : `${unsigned.slice(0, unsigned.lastIndexOf('.'))}.`;
  },
  'token, another algorithm': ({ jwt }, random) =>
    withHeader(jwt, { alg: random.pick(['HS256', 'ES384', 'RS256', 'PS256', 'EdDSA', 'ES256K', '']) }),
  'token, signed with the public key as a secret': async (issued) => {
    const [{ jwk }] = await ours.signer.keys();
    const [head, body] = partsOf(withHeader(issued.jwt, { alg: 'HS256' }));
    const mac = createHmac('sha256', JSON.stringify(jwk)).update(`${head}.${body}`).digest();
    return `${head}.${body}.${base64Url(mac)}`;
  },
  'token, a key of its own in the header': async (issued, random) => {
    const forged = await asToken(forgedBadge(issued, random), theirs);
    const [{ jwk }] = await theirs.signer.keys();
    const [, body] = partsOf(forged);
    const head = base64Url(JSON.stringify({ ...headerOf(issued.jwt), jwk }));
    const [{ kid }] = await theirs.signer.keys();
    const signature = await theirs.signer.sign(kid, new TextEncoder().encode(`${head}.${body}`));
    return `${head}.${body}.${base64Url(signature)}`;
  },
  'token, a header altered': ({ jwt }, random) =>
    withHeader(
      jwt,
      random.pick<object>([
        { kid: `${String(headerOf(jwt).kid)}x` },
        { kid: '' },
        { typ: 'JWT' },
        { cty: 'json' },
        { crit: ['exp'] },
        { b64: false, crit: ['b64'] },
        { jku: 'https://forger.example/keys' },
      ]),
    ),
  'token, a bit of the signature turned': ({ jwt }, random) => {
    const [head, body, signature] = partsOf(jwt);
    return `${head}.${body}.${base64Url(flipped(Buffer.from(signature, 'base64url'), random))}`;
  },
  'token, the signature cut or drawn out': ({ jwt }, random) => {
    const [head, body, signature] = partsOf(jwt);
    const bytes = Buffer.from(signature, 'base64url');
    const length = random.below(64);
    return `${head}.${body}.${base64Url(random.chance(0.5) ? bytes.subarray(0, length) : Buffer.concat([bytes, bytes.subarray(0, length + 1)]))}`;
  },
  'token, the signature of another put in': ({ jwt }, random, others) => {
    const [head, body] = partsOf(jwt);
    return `${head}.${body}.${partsOf(random.pick(others).jwt)[2]}`;
  },
  'token, a bit of what is signed turned': ({ jwt }, random) => {
    const [head, body, signature] = partsOf(jwt);
    const bytes = flipped(Buffer.from(random.chance(0.3) ? head : body, 'base64url'), random);
    return random.chance(0.3) ? `${base64Url(bytes)}.${body}.${signature}` : `${head}.${base64Url(bytes)}.${signature}`;
  },
  'token by a key that is nobody’s': async (issued, random) => asToken(forgedBadge(issued, random), theirs),
  'token, a part more or less': ({ jwt }, random) =>
    random.chance(0.5) ? `${jwt}.${base64Url('{}')}` : jwt.slice(0, jwt.lastIndexOf('.')),
};
const kinds = Object.keys(forgers);

/** Makes a credential that was not issued out of one that was. */
export async function forge(issued: readonly Issued[], random: Random): Promise<Forgery> {
  const one = random.pick(issued);
  const others = issued.filter((other) => other !== one);
  const kind = random.pick(kinds);
  const credential = await forgers[kind]?.(one, random, others);
  if (credential === undefined) throw new Error(`Nobody forges ${kind}`);
  return { kind, credential, of: kind.startsWith('token') ? one.jwt : one.jsonld };
}
