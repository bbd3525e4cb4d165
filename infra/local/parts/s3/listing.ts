import type { ObjectVersion } from './object-store.ts';
import { S3Error } from './s3-error.ts';
import { encodeRfc3986 } from './sigv4.ts';
import { xmlDocument } from './xml.ts';

const pageLimit = 1000;

function pageSize(query: URLSearchParams): number {
  const asked = Number(query.get('max-keys') ?? pageLimit);
  if (!Number.isInteger(asked) || asked < 0)
    throw new S3Error(400, 'InvalidArgument', 'max-keys must be a whole number');
  return Math.min(asked, pageLimit);
}

/** What stands in the listing for a key: itself, or the prefix up to the delimiter that it shares with its neighbours. */
function entryName(key: string, prefix: string, delimiter: string): string {
  const cut = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
  return cut < 0 ? key : key.slice(0, cut + delimiter.length);
}

/** Answers ListObjectsV2. The continuation token is the last entry of the page before, in base64. */
export function listObjectsV2(bucketName: string, objects: readonly ObjectVersion[], query: URLSearchParams): string {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const token = query.get('continuation-token');
  const after = token === null ? (query.get('start-after') ?? '') : Buffer.from(token, 'base64url').toString();
  const limit = pageSize(query);
  const encode = (text: string) => (query.get('encoding-type') === 'url' ? encodeRfc3986(text) : text);

  const entries = new Map<string, ObjectVersion>();
  for (const object of objects) {
    if (!object.key.startsWith(prefix)) continue;
    const name = entryName(object.key, prefix, delimiter);
    if (after !== '' && Buffer.compare(Buffer.from(name), Buffer.from(after)) <= 0) continue;
    if (!entries.has(name)) entries.set(name, object);
  }
  const page = [...entries].slice(0, limit);
  const isTruncated = entries.size > page.length && limit > 0;
  const last = page.at(-1)?.[0] ?? '';
  return xmlDocument('ListBucketResult', {
    Name: bucketName,
    Prefix: encode(prefix),
    Delimiter: delimiter ? encode(delimiter) : undefined,
    MaxKeys: limit,
    EncodingType: query.get('encoding-type') ?? undefined,
    KeyCount: page.length,
    IsTruncated: isTruncated,
    ContinuationToken: token ?? undefined,
    NextContinuationToken: isTruncated ? Buffer.from(last).toString('base64url') : undefined,
    Contents: page
      .filter(([name, object]) => name === object.key)
      .map(([name, { lastModified, etag, size }]) => ({
        Key: encode(name),
        LastModified: lastModified,
        ETag: `"${etag}"`,
        Size: size,
        StorageClass: 'STANDARD',
      })),
    CommonPrefixes: page.filter(([name, object]) => name !== object.key).map(([name]) => ({ Prefix: encode(name) })),
  });
}
