import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { DataFactory } from 'rdf-data-factory';
import { RDFC10 } from 'rdfjs-c14n';
import { didUrl, isToken, type Outside, pinnedContexts, type Verifier } from './outside.ts';

type Json = Readonly<Record<string, unknown>>;

const factory = new DataFactory();
const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

function must(holds: unknown, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}
const objectOf = (value: unknown, what: string): Json => {
  must(typeof value === 'object' && value !== null && !Array.isArray(value), `${what} is no object`);
  return value as Json;
};

/** The canonical N-Quads of a JSON-LD document (RDFC-1.0). What no context defines is refused, not left out. */
async function canonical(document: object): Promise<string> {
  const parser = new JsonLdParser({
    dataFactory: factory,
    strictValues: true,
    documentLoader: {
      load: async (url: string) => {
        const context = pinnedContexts.get(url);
        must(context, `${url} is no context that is known here`);
        return context;
      },
    },
  });
  parser.end(JSON.stringify(document));
  const quads = [];
  for await (const quad of parser) quads.push(quad);
  // rdfjs-c14n 3.1.4 writes what lies beyond the 16 bits of Unicode as an escape; canonical N-Quads have it as it is.
  const text = await new RDFC10(factory).canonicalize(quads);
  return text.replace(
    /(?<!\\)((?:\\\\)*)\\U([0-9a-f]{8})/gi,
    (_, before: string, code: string) => before + String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

const digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** Multibase `z`: base 58, in which each leading `1` is a byte of zeros. One signature in 256 begins with one. */
export function bytesOf(multibase: unknown): Buffer {
  must(typeof multibase === 'string' && /^z[1-9A-HJ-NP-Za-km-z]+$/.test(multibase), 'no multibase of base 58');
  const [zeros = ''] = /^1*/.exec(multibase.slice(1)) ?? [];
  const rest = multibase.slice(1 + zeros.length);
  const value = [...rest].reduce((sum, digit) => sum * 58n + BigInt(digits.indexOf(digit)), 0n);
  const hex = value === 0n ? '' : value.toString(16);
  return Buffer.from('00'.repeat(zeros.length) + hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
}

/** A point on P-256, compressed, as a public key: behind the fixed head of its SubjectPublicKeyInfo (RFC 5480). */
const spkiHead = Buffer.from('3039301306072a8648ce3d020106082a8648ce3d030107032200', 'hex');
function keyOfMultikey(multibase: unknown): KeyObject {
  const bytes = bytesOf(multibase);
  must(bytes.length === 35 && bytes.readUInt16BE() === 0x8024, 'no key on P-256');
  return createPublicKey({ key: Buffer.concat([spkiHead, bytes.subarray(2)]), format: 'der', type: 'spki' });
}

/** The key of a name, where the issuer's DID document gives it for assertions. */
async function keyOf(name: unknown, type: 'Multikey' | 'JsonWebKey', { read, issuer }: Outside): Promise<KeyObject> {
  const document = JSON.parse(await read(didUrl(issuer)));
  must(document.id === issuer, 'the DID document is another’s');
  const method = document.verificationMethod.find((each: Json) => each.id === name);
  must(method && document.assertionMethod.includes(name), `${name} is no key of the issuer’s`);
  must(method.type === type && method.controller === issuer, `${name} is a key for something else`);
  return type === 'Multikey'
    ? keyOfMultikey(method.publicKeyMultibase)
    : createPublicKey({ key: method.publicKeyJwk, format: 'jwk' });
}

const signed = (message: Buffer, key: KeyObject, signature: Buffer): boolean =>
  signature.length === 64 && verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, signature);

/** The times and the issuer of a credential. */
function checkFrame(credential: Json, { issuer, now }: Outside): void {
  const named = typeof credential.issuer === 'string' ? credential.issuer : objectOf(credential.issuer, 'issuer').id;
  must(named === issuer, `issued by ${named}`);
  must(Date.parse(String(credential.validFrom)) <= now.getTime(), 'not valid yet');
  must(!('validUntil' in credential) || Date.parse(String(credential.validUntil)) >= now.getTime(), 'valid no more');
}

/** Data Integrity, `ecdsa-rdfc-2019` (W3C Data Integrity ECDSA Cryptosuites v1.0, section 3.2). */
async function checkProof(secured: Json, outside: Outside): Promise<Json> {
  const { proof, ...credential } = secured;
  const { proofValue, ...options } = objectOf(proof, 'proof');
  const { type, cryptosuite, proofPurpose, verificationMethod } = options;
  must(type === 'DataIntegrityProof' && cryptosuite === 'ecdsa-rdfc-2019', 'another kind of proof');
  must(proofPurpose === 'assertionMethod', 'a proof for something else');
  const key = await keyOf(verificationMethod, 'Multikey', outside);
  const [ofProof, ofCredential] = await Promise.all([
    canonical({ '@context': credential['@context'], ...options }),
    canonical(credential),
  ]);
  must(
    signed(Buffer.concat([sha256(ofProof), sha256(ofCredential)]), key, bytesOf(proofValue)),
    'the signature is wrong',
  );
  checkFrame(credential, outside);
  return credential;
}

/** VC-JOSE: ES256 over the header and the credential (W3C Securing Verifiable Credentials using JOSE and COSE, 3.1). */
async function checkToken(token: string, outside: Outside): Promise<Json> {
  const parts = token.trim().split('.');
  must(parts.length === 3 && parts.every((part) => /^[\w-]+$/.test(part)), 'no compact JWS');
  const [head = '', body = '', signature = ''] = parts;
  const { alg, typ, kid, crit } = JSON.parse(Buffer.from(head, 'base64url').toString());
  must(alg === 'ES256' && typ === 'vc+jwt' && crit === undefined, 'another kind of token');
  const key = await keyOf(kid, 'JsonWebKey', outside);
  must(signed(Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url')), 'the signature is wrong');
  const { iss, jti, nbf, sub, ...credential } = JSON.parse(Buffer.from(body, 'base64url').toString());
  must(iss === outside.issuer && jti === credential.id && sub === credential.credentialSubject?.id, 'claims differ');
  must(nbf * 1_000 === Date.parse(credential.validFrom), 'claims differ');
  checkFrame(credential, outside);
  return credential;
}

/** How a credential stands (W3C Bitstring Status List v1.0, section 3.2): the bit at its place, in a list that holds itself. */
async function checkStatus({ credentialStatus }: Json, outside: Outside): Promise<void> {
  must(Array.isArray(credentialStatus), 'says not where its status is told');
  for (const entry of credentialStatus) {
    const { type, statusPurpose, statusListIndex, statusListCredential } = objectOf(entry, 'credentialStatus');
    must(type === 'BitstringStatusListEntry' && /^\d+$/.test(String(statusListIndex)), 'another kind of status');
    const list = await checkProof(JSON.parse(await outside.read(String(statusListCredential))), outside);
    const subject = objectOf(list.credentialSubject, 'status list');
    must(list.id === statusListCredential && subject.type === 'BitstringStatusList', 'another list');
    must(subject.statusPurpose === statusPurpose, 'a list for something else');
    const encoded = String(subject.encodedList);
    must(encoded.startsWith('u'), 'no multibase of base64url');
    const bits = gunzipSync(Buffer.from(encoded.slice(1), 'base64url'));
    const index = Number(statusListIndex);
    must(bits.length * 8 >= 131_072 && index < bits.length * 8, 'the list is too short');
    const marked = (((bits[index >> 3] ?? 0) >> (7 - (index & 7))) & 1) === 1;
    must(!marked, `marked: ${statusPurpose}`);
  }
}

/**
 * Checks credentials by no library that issues or verifies any: JSON-LD by `jsonld-streaming-parser`, canonicalised by
 * `rdfjs-c14n`, and the rest, tokens included, by hand on Node's `crypto`.
 */
export const byHand: Verifier = async (text, outside) => {
  try {
    const credential = isToken(text) ? await checkToken(text, outside) : await checkProof(JSON.parse(text), outside);
    await checkStatus(credential, outside);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};
