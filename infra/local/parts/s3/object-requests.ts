import type { IncomingHttpHeaders } from 'node:http';
import { parseRange } from './byte-range.ts';
import type { Bucket, ObjectVersion, Precondition } from './object-store.ts';
import type { Payload } from './payload.ts';
import { S3Error } from './s3-error.ts';

/** What goes back to the client; a body for HEAD is dropped by the server. */
export type S3Answer = {
  readonly status: number;
  readonly headers: Record<string, string | number>;
  readonly body?: Buffer | string;
};

/** Headers that S3 keeps with an object and gives back on GET and HEAD. */
const keptHeaders = [
  'content-type',
  'content-disposition',
  'content-encoding',
  'content-language',
  'cache-control',
  'expires',
];

function headersToKeep(headers: IncomingHttpHeaders): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === 'string' && (keptHeaders.includes(name) || name.startsWith('x-amz-meta-'))) kept[name] = value;
  }
  // aws-chunked says how the bytes travelled, not what they are.
  const encoding = (kept['content-encoding'] ?? '').replace(/^aws-chunked,?\s*/, '');
  if (encoding) kept['content-encoding'] = encoding;
  else delete kept['content-encoding'];
  kept['content-type'] ??= 'binary/octet-stream';
  return kept;
}

function sameTag(header: string, etag: string): boolean {
  return header === '*' || header.split(',').some((tag) => tag.trim().replaceAll('"', '') === etag);
}

function writePrecondition(headers: IncomingHttpHeaders): Precondition {
  const { 'if-none-match': ifNoneMatch, 'if-match': ifMatch } = headers;
  const failed = (condition: string) =>
    new S3Error(
      412,
      'PreconditionFailed',
      `At least one of the pre-conditions you specified did not hold: ${condition}`,
    );
  return (newest) => {
    const current = newest?.deleteMarker ? undefined : newest;
    if (ifNoneMatch !== undefined && current && sameTag(ifNoneMatch, current.etag)) throw failed('If-None-Match');
    if (ifMatch === undefined) return;
    if (!current) throw new S3Error(404, 'NoSuchKey', 'The specified key does not exist.');
    if (!sameTag(ifMatch, current.etag)) throw failed('If-Match');
  };
}

/** PutObject. The write is on disk when the answer is given. */
export async function putObject(
  bucket: Bucket,
  key: string,
  { body, checksums }: Payload,
  headers: IncomingHttpHeaders,
): Promise<S3Answer> {
  const kept = { ...headersToKeep(headers), ...checksums };
  const version = await bucket.put(key, body, kept, writePrecondition(headers));
  return { status: 200, headers: { etag: `"${version.etag}"`, 'x-amz-version-id': version.versionId, ...checksums } };
}

/** DeleteObject: hides the key. A single version cannot be removed, as under Object Lock. */
export async function deleteObject(bucket: Bucket, key: string, query: URLSearchParams): Promise<S3Answer> {
  if (query.has('versionId'))
    throw new S3Error(403, 'AccessDenied', 'Access Denied because object protected by object lock.');
  const { versionId } = await bucket.hide(key);
  return { status: 204, headers: { 'x-amz-delete-marker': 'true', 'x-amz-version-id': versionId } };
}

async function findVersion(bucket: Bucket, key: string, query: URLSearchParams): Promise<ObjectVersion> {
  const versionId = query.get('versionId');
  const found = await (versionId === null ? bucket.newest(key) : bucket.version(key, versionId));
  if (!found && versionId !== null) throw new S3Error(404, 'NoSuchVersion', 'The specified version does not exist.');
  if (!found) throw new S3Error(404, 'NoSuchKey', 'The specified key does not exist.');
  if (!found.deleteMarker) return found;
  const headers = { 'x-amz-delete-marker': 'true', 'x-amz-version-id': found.versionId };
  if (versionId === null) throw new S3Error(404, 'NoSuchKey', 'The specified key does not exist.', headers);
  throw new S3Error(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.', headers);
}

/** `response-content-disposition` and its like, which a presigned link may carry. */
function overrides(query: URLSearchParams): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of keptHeaders) {
    const value = query.get(`response-${name}`);
    if (value === null) continue;
    if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) {
      // A name outside Latin-1 has to be written as filename*=UTF-8''…
      throw new S3Error(400, 'InvalidArgument', 'Header value cannot be represented using ISO-8859-1.');
    }
    found[name] = value;
  }
  return found;
}

function storedHeaders(version: ObjectVersion, headers: IncomingHttpHeaders): Record<string, string> {
  const wantsChecksum = headers['x-amz-checksum-mode'] === 'ENABLED' && headers.range === undefined;
  const kept = Object.entries(version.headers).filter(([name]) => wantsChecksum || !name.startsWith('x-amz-checksum-'));
  return Object.fromEntries(kept);
}

/** GetObject and HeadObject. */
export async function getObject(
  bucket: Bucket,
  key: string,
  query: URLSearchParams,
  headers: IncomingHttpHeaders,
): Promise<S3Answer> {
  const version = await findVersion(bucket, key, query);
  const shared = {
    etag: `"${version.etag}"`,
    'last-modified': new Date(version.lastModified).toUTCString(),
    'x-amz-version-id': version.versionId,
  };
  if (headers['if-match'] !== undefined && !sameTag(headers['if-match'], version.etag)) {
    throw new S3Error(
      412,
      'PreconditionFailed',
      'At least one of the pre-conditions you specified did not hold: If-Match',
    );
  }
  if (headers['if-none-match'] !== undefined && sameTag(headers['if-none-match'], version.etag)) {
    return { status: 304, headers: shared };
  }
  const range = parseRange(headers.range, version.size);
  const body = await bucket.read(version);
  const part = range ? body.subarray(range.first, range.last + 1) : body;
  return {
    status: range ? 206 : 200,
    headers: {
      ...shared,
      ...storedHeaders(version, headers),
      ...overrides(query),
      'accept-ranges': 'bytes',
      'content-length': part.length,
      ...(range && { 'content-range': `bytes ${range.first}-${range.last}/${version.size}` }),
    },
    body: part,
  };
}
