import { createHash, createHmac } from 'node:crypto';

/** Who signs what for which service, and when. */
export interface Signing {
  readonly service: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
  readonly at: Date;
}

export interface Asked {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT';
  /** Its path is encoded as it travels. */
  readonly url: URL;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string | undefined;
}

const algorithm = 'AWS4-HMAC-SHA256';
const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Uint8Array, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** What RFC 3986 leaves as it is, and nothing else: `encodeURIComponent` leaves a few more. */
export const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/** `20261126T184500Z` */
const stampOf = (at: Date): string => at.toISOString().replaceAll(/[-:]|\.\d+/g, '');
const scopeOf = ({ at, region, service }: Signing): string =>
  [stampOf(at).slice(0, 8), region, service, 'aws4_request'].join('/');

// A key holds for a day: made anew only when the day, or whoever signs, is another.
let lastKey: { readonly of: string; readonly key: Buffer } | undefined;
function signingKey(signing: Signing): Buffer {
  const scope = scopeOf(signing);
  const of = `${signing.secretAccessKey} ${scope}`;
  if (lastKey?.of !== of)
    lastKey = { of, key: scope.split('/').reduce<Buffer>(hmac, Buffer.from(`AWS4${signing.secretAccessKey}`)) };
  return lastKey.key;
}

const byName = ([one]: readonly [string, string], [other]: readonly [string, string]): number => (one < other ? -1 : 1);

function canonicalQuery({ searchParams }: URL): string {
  const pairs = [...searchParams].map(([name, value]) => [encoded(name), encoded(value)] as const);
  return pairs
    .toSorted(byName)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function signatureOf({ method, url, headers }: Omit<Asked, 'body'>, payload: string, signing: Signing): string {
  const lines = Object.entries(headers)
    .toSorted(byName)
    .map(([name, value]) => `${name}:${value.trim()}\n`);
  const canonical = [method, url.pathname, canonicalQuery(url), lines.join(''), namesOf(headers), payload].join('\n');
  const toSign = [algorithm, stampOf(signing.at), scopeOf(signing), sha256(canonical)].join('\n');
  return hmac(signingKey(signing), toSign).toString('hex');
}

const namesOf = (headers: Asked['headers']): string => Object.keys(headers).toSorted().join(';');

/** The headers of a request with those that sign it, all of them: Signature Version 4 (AWS General Reference). */
export function signedHeaders(asked: Asked, signing: Signing): Readonly<Record<string, string>> {
  const payload = sha256(asked.body ?? '');
  const headers = {
    ...asked.headers,
    host: asked.url.host,
    'x-amz-date': stampOf(signing.at),
    'x-amz-content-sha256': payload,
    ...(signing.sessionToken && { 'x-amz-security-token': signing.sessionToken }),
  };
  const credential = `${signing.accessKeyId}/${scopeOf(signing)}`;
  const signature = signatureOf({ ...asked, headers }, payload, signing);
  return {
    ...headers,
    authorization: `${algorithm} Credential=${credential}, SignedHeaders=${namesOf(headers)}, Signature=${signature}`,
  };
}

/** An address that whoever has it may get for so many seconds: the same signature in the query (S3's API reference). */
export function signedUrl(asked: Omit<Asked, 'body'>, seconds: number, signing: Signing): string {
  const url = new URL(asked.url);
  const added = {
    'X-Amz-Algorithm': algorithm,
    'X-Amz-Credential': `${signing.accessKeyId}/${scopeOf(signing)}`,
    'X-Amz-Date': stampOf(signing.at),
    'X-Amz-Expires': String(seconds),
    ...(signing.sessionToken && { 'X-Amz-Security-Token': signing.sessionToken }),
    'X-Amz-SignedHeaders': 'host',
  };
  for (const [name, value] of Object.entries(added)) url.searchParams.set(name, value);
  const headers = { host: url.host };
  const signature = signatureOf({ ...asked, url, headers }, 'UNSIGNED-PAYLOAD', signing);
  // Not by `searchParams`, which writes a blank as `+`.
  return `${url.origin}${url.pathname}?${canonicalQuery(url)}&X-Amz-Signature=${signature}`;
}
