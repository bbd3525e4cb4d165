import { createHash, createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { S3Error } from './s3-error.ts';

/**
 * Verifies AWS Signature Version 4 in a header or in a presigned link.
 * Source: "Authenticating Requests (AWS Signature Version 4)" in the S3 API reference.
 */
export type SignedRequest = {
  readonly method: string;
  /** Path as sent, still percent-encoded. */
  readonly rawPath: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
};
export type Credentials = { readonly accessKeyId: string; readonly secretAccessKey: string };

const algorithm = 'AWS4-HMAC-SHA256';
const maxSkewMs = 15 * 60_000;
const maxExpirySeconds = 7 * 24 * 3600;

type Claim = {
  readonly accessKeyId: string;
  readonly scope: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly timestamp: string;
  readonly payloadHash: string;
  readonly query: URLSearchParams;
};

/** By a key object, since Node 24 throws and catches an exception first where a key is bytes. */
function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', typeof key === 'string' ? key : createSecretKey(key))
    .update(text)
    .digest();
}

/** Percent-encodes as SigV4 wants: everything but letters, digits and `-._~`. */
export function encodeRfc3986(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (found) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Decodes a percent-encoded path; a malformed one is the sender's error. */
export function decodePath(rawPath: string): string {
  try {
    return decodeURIComponent(rawPath);
  } catch {
    throw new S3Error(400, 'InvalidURI', "Couldn't parse the specified URI.");
  }
}

function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .map(([name, value]) => [encodeRfc3986(name), encodeRfc3986(value)] as const)
    .sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function headerValue(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name];
  return (Array.isArray(value) ? value.join(',') : (value ?? '')).trim().replace(/ +/g, ' ');
}

function signatureOf(request: SignedRequest, claim: Claim, secretAccessKey: string): Buffer {
  const canonicalRequest = [
    request.method,
    // Once decoded and once encoded, whatever spelling the sender chose; S3 does not encode twice.
    request.rawPath
      .split('/')
      .map((segment) => encodeRfc3986(decodePath(segment)))
      .join('/'),
    canonicalQuery(claim.query),
    ...claim.signedHeaders.map((name) => `${name}:${headerValue(request.headers, name)}`),
    '',
    claim.signedHeaders.join(';'),
    claim.payloadHash,
  ].join('\n');
  const [date = '', region = '', service = '', terminator = ''] = claim.scope.split('/');
  const key = [region, service, terminator].reduce(hmac, hmac(`AWS4${secretAccessKey}`, date));
  const hashed = createHash('sha256').update(canonicalRequest).digest('hex');
  return hmac(key, [algorithm, claim.timestamp, claim.scope, hashed].join('\n'));
}

/** Reads `20261124T031500Z`; NaN when it is no such time. */
function instantOf(timestamp: string): number {
  const found = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(timestamp);
  return found ? Date.parse(`${found[1]}-${found[2]}-${found[3]}T${found[4]}:${found[5]}:${found[6]}Z`) : Number.NaN;
}

function claimFromHeader({ headers, query }: SignedRequest, authorization: string): Claim {
  const found =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      authorization,
    );
  const [, accessKeyId, scope, signedHeaders, signature] = found ?? [];
  if (!accessKeyId || !scope || !signedHeaders || !signature) {
    throw new S3Error(400, 'AuthorizationHeaderMalformed', 'The authorization header is malformed.');
  }
  const payloadHash = headerValue(headers, 'x-amz-content-sha256');
  if (!payloadHash)
    throw new S3Error(400, 'InvalidRequest', 'Missing required header for this request: x-amz-content-sha256');
  const timestamp = headerValue(headers, 'x-amz-date');
  return { accessKeyId, scope, signedHeaders: signedHeaders.split(';'), signature, timestamp, payloadHash, query };
}

function claimFromQuery({ query }: SignedRequest): Claim {
  const signed = new URLSearchParams(query);
  signed.delete('X-Amz-Signature');
  const [accessKeyId = '', ...scope] = (query.get('X-Amz-Credential') ?? '').split('/');
  return {
    accessKeyId,
    scope: scope.join('/'),
    signedHeaders: (query.get('X-Amz-SignedHeaders') ?? '').split(';'),
    signature: query.get('X-Amz-Signature') ?? '',
    timestamp: query.get('X-Amz-Date') ?? '',
    payloadHash: query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD',
    query: signed,
  };
}

function checkClock({ timestamp, scope }: Claim, now: number): void {
  const signedAt = instantOf(timestamp);
  if (Number.isNaN(signedAt) || scope.split('/')[0] !== timestamp.slice(0, 8)) {
    throw new S3Error(403, 'AccessDenied', 'AWS authentication requires a valid Date or x-amz-date header');
  }
  if (Math.abs(now - signedAt) > maxSkewMs) {
    throw new S3Error(
      403,
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
    );
  }
}

function checkExpiry({ query, timestamp, scope }: Claim, now: number): void {
  const seconds = Number(query.get('X-Amz-Expires') ?? Number.NaN);
  const signedAt = instantOf(timestamp);
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > maxExpirySeconds || Number.isNaN(signedAt)) {
    throw new S3Error(
      400,
      'AuthorizationQueryParametersError',
      'X-Amz-Date or X-Amz-Expires is missing or out of range.',
    );
  }
  if (scope.split('/')[0] !== timestamp.slice(0, 8)) {
    throw new S3Error(
      400,
      'AuthorizationQueryParametersError',
      'The date of the credential is not that of the request.',
    );
  }
  if (signedAt - now > maxSkewMs) throw new S3Error(403, 'AccessDenied', 'Request is not yet valid');
  if (now > signedAt + seconds * 1000) throw new S3Error(403, 'AccessDenied', 'Request has expired');
}

function checkSignedHeaders({ signedHeaders }: Claim, headers: IncomingHttpHeaders): void {
  const required = ['host', ...Object.keys(headers).filter((name) => name.startsWith('x-amz-'))];
  if (required.every((name) => signedHeaders.includes(name))) return;
  throw new S3Error(403, 'AccessDenied', 'There were headers present in the request which were not signed');
}

/**
 * Lets a request pass whose signature is right and in time; returns the payload hash that was signed
 * (`UNSIGNED-PAYLOAD`, `STREAMING-…` or a SHA-256 in hex).
 * @throws S3Error as S3 would: AccessDenied, SignatureDoesNotMatch, InvalidAccessKeyId, RequestTimeTooSkewed and the like
 */
export function verifySignature(request: SignedRequest, credentials: Credentials, now: number): string {
  const { authorization } = request.headers;
  const presigned = request.query.get('X-Amz-Algorithm') === algorithm;
  if (!authorization && !presigned) throw new S3Error(403, 'AccessDenied', 'Access Denied');
  const claim = presigned ? claimFromQuery(request) : claimFromHeader(request, authorization ?? '');
  if (claim.accessKeyId !== credentials.accessKeyId) {
    throw new S3Error(403, 'InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.');
  }
  if (presigned) checkExpiry(claim, now);
  else checkClock(claim, now);
  checkSignedHeaders(claim, request.headers);
  const expected = signatureOf(request, claim, credentials.secretAccessKey);
  const given = Buffer.from(claim.signature, 'hex');
  if (
    !/\/s3\/aws4_request$/.test(claim.scope) ||
    // Buffer.from reads hex up to the first letter that is none, and in either case; S3 compares the text.
    !/^[0-9a-f]{64}$/.test(claim.signature) ||
    given.length !== expected.length ||
    !timingSafeEqual(given, expected)
  ) {
    throw new S3Error(
      403,
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    );
  }
  return claim.payloadHash;
}
