import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { guardedServer } from './guarded-server.ts';
import { close, listen } from './port.ts';
import { listObjectsV2 } from './s3/listing.ts';
import { deleteObject, getObject, putObject, type S3Answer } from './s3/object-requests.ts';
import { type Bucket, openBucket } from './s3/object-store.ts';
import { readPayload } from './s3/payload.ts';
import { S3Error } from './s3/s3-error.ts';
import { type Credentials, decodePath, verifySignature } from './s3/sigv4.ts';
import { xmlDocument } from './s3/xml.ts';

export type S3 = { readonly endpoint: string; stop(): Promise<void> };

const longestKeyBytes = 1024;

/** Splits `/bucket/some/key`; headers that a presigned link moved into the query count as headers. */
function target(request: IncomingMessage) {
  const url = request.url ?? '/';
  const cut = url.indexOf('?');
  const rawPath = cut < 0 ? url : url.slice(0, cut);
  // A plus is a plus in S3, not a blank; senders write blanks as %20.
  const query = new URLSearchParams(cut < 0 ? '' : url.slice(cut + 1).replaceAll('+', '%2B'));
  const [, bucketName = '', key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(decodePath(rawPath)) ?? [];
  const hoisted = [...query].filter(([name]) => /^x-amz-(meta-|checksum-)/i.test(name));
  const headers = {
    ...Object.fromEntries(hoisted.map(([name, value]) => [name.toLowerCase(), value])),
    ...request.headers,
  };
  return { rawPath, query, bucketName, key, headers };
}

async function answer(
  request: IncomingMessage,
  buckets: ReadonlyMap<string, Bucket>,
  credentials: Credentials,
): Promise<S3Answer> {
  const { rawPath, query, bucketName, key, headers } = target(request);
  const method = request.method ?? 'GET';
  const payloadHash = verifySignature({ method, rawPath, query, headers: request.headers }, credentials, Date.now());
  const bucket = buckets.get(bucketName);
  if (!bucket) throw new S3Error(404, 'NoSuchBucket', 'The specified bucket does not exist');
  if (Buffer.byteLength(key) > longestKeyBytes) throw new S3Error(400, 'KeyTooLongError', 'Your key is too long');

  if (key === '' && method === 'HEAD') return { status: 200, headers: {} };
  if (key === '' && method === 'GET' && query.get('list-type') === '2') {
    const body = listObjectsV2(bucketName, await bucket.list(), query);
    return { status: 200, headers: { 'content-type': 'application/xml' }, body };
  }
  const plain = !['acl', 'tagging', 'uploads', 'uploadId', 'retention', 'legal-hold'].some((name) => query.has(name));
  if (key !== '' && plain) {
    const copies = headers['x-amz-copy-source'] !== undefined;
    if (method === 'PUT' && !copies) {
      return putObject(bucket, key, await readPayload(request, headers, payloadHash), headers);
    }
    if (method === 'GET' || method === 'HEAD') return getObject(bucket, key, query, headers);
    if (method === 'DELETE') return deleteObject(bucket, key, query);
  }
  throw new S3Error(
    501,
    'NotImplemented',
    'A header or query you provided implies functionality that is not implemented.',
  );
}

function refusal(error: unknown, request: IncomingMessage, requestId: string): S3Answer {
  if (!(error instanceof S3Error)) console.error(error);
  const known =
    error instanceof S3Error ? error : new S3Error(500, 'InternalError', 'We encountered an internal error.');
  const body = xmlDocument('Error', {
    Code: known.code,
    Message: known.message,
    Resource: (request.url ?? '/').split('?')[0],
    RequestId: requestId,
  });
  return { status: known.status, headers: { ...known.headers, 'content-type': 'application/xml' }, body };
}

/** Refused uploads are read to their end, so that the sender sees the answer instead of a broken connection. */
function send(
  { status, headers, body }: S3Answer,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
) {
  request.resume();
  // By the clock that signatures are checked by, from which SDKs learn how far theirs is off; node:http would tell the machine's.
  const date = new Date().toUTCString();
  response.writeHead(status, { ...headers, date, 'x-amz-request-id': requestId });
  response.end(body);
}

/**
 * Serves a subset of S3 from a folder, path style: PUT, GET with Range, HEAD, DELETE, ListObjectsV2, and presigned GET and
 * PUT. Every request must be signed with the given credentials. Each write is a new version, on disk before its answer;
 * nothing is ever removed. Give the SDK this endpoint as it is: it is an IP address, so the SDK uses path style by itself.
 */
export async function startS3(options: {
  readonly dataDir: string;
  readonly buckets: readonly string[];
  readonly credentials: Credentials;
  readonly port?: number;
}): Promise<S3> {
  const opened = options.buckets.map(async (name) => {
    if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)) throw new Error(`${name} is not a bucket's name.`);
    return [name, await openBucket(join(options.dataDir, name))] as const;
  });
  const buckets = new Map(await Promise.all(opened));
  const server = guardedServer(async (request, response) => {
    const requestId = randomUUID();
    try {
      send(await answer(request, buckets, options.credentials), request, response, requestId);
    } catch (error) {
      send(refusal(error, request, requestId), request, response, requestId);
    }
  });
  const port = await listen(server, options.port ?? 0);
  return { endpoint: `http://127.0.0.1:${port}`, stop: () => close(server) };
}
