import { globSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type PutObjectCommandInput,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeAwsChunked } from '../../../../infra/local/parts/s3/payload.ts';
import { type S3, startS3 } from '../../../../infra/local/parts/s3.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'parts-s3-'));
const credentials = { accessKeyId: 'LOCALKEY', secretAccessKey: 'local secret' };
const Bucket = 'certificates';
let store: S3;
let client: S3Client;

function clientWith(secretAccessKey: string, more = {}) {
  return new S3Client({
    endpoint: store.endpoint,
    region: 'us-east-1',
    credentials: { ...credentials, secretAccessKey },
    maxAttempts: 1,
    ...more,
  });
}

beforeAll(async () => {
  store = await startS3({ dataDir, buckets: [Bucket], credentials });
  client = clientWith(credentials.secretAccessKey);
});
afterAll(async () => {
  await store.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const put = (
  Key: string,
  Body: NonNullable<PutObjectCommandInput['Body']>,
  more: Partial<PutObjectCommandInput> = {},
) => client.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const text = async (Key: string, more = {}) =>
  (await client.send(new GetObjectCommand({ Bucket, Key, ...more }))).Body?.transformToString();

describe('the embedded S3', () => {
  it('gives back bytes, type, disposition and metadata as they were put', async () => {
    const { ETag, VersionId } = await put('c/a b+ü/1.pdf', 'bytes', {
      ContentType: 'application/pdf',
      ContentDisposition: 'attachment; filename="a.pdf"',
      Metadata: { sha256: 'abc' },
    });
    const head = await client.send(new HeadObjectCommand({ Bucket, Key: 'c/a b+ü/1.pdf' }));
    expect(head).toMatchObject({
      ETag,
      VersionId,
      ContentLength: 5,
      ContentType: 'application/pdf',
      ContentDisposition: 'attachment; filename="a.pdf"',
      Metadata: { sha256: 'abc' },
    });
    expect(await text('c/a b+ü/1.pdf')).toBe('bytes');
    expect(await text('c/a b+ü/1.pdf', { Range: 'bytes=1-2' })).toBe('yt');
    expect(await text('c/a b+ü/1.pdf', { Range: 'bytes=-2' })).toBe('es');
    await expect(text('c/a b+ü/1.pdf', { Range: 'bytes=9-' })).rejects.toMatchObject({ name: 'InvalidRange' });
  });

  it('stores a streamed upload without its chunk framing and verifies its trailing checksum', async () => {
    const body = 'x'.repeat(200_000);
    await put('streamed', Readable.from([Buffer.from(body.slice(0, 70_000)), Buffer.from(body.slice(70_000))]), {
      ContentLength: body.length,
    });
    expect(await text('streamed')).toBe(body);
    const { ContentEncoding } = await client.send(new HeadObjectCommand({ Bucket, Key: 'streamed' }));
    expect(ContentEncoding).toBeUndefined();
  });

  it('takes an upload of several megabytes, for which the SDK waits for 100 Continue', async () => {
    await put('large', Buffer.alloc(5_000_000, 7));
    expect((await client.send(new HeadObjectCommand({ Bucket, Key: 'large' }))).ContentLength).toBe(5_000_000);
  });

  it('refuses bytes that do not have the checksum the sender stated', async () => {
    await expect(put('damaged', 'bytes', { ChecksumCRC32: 'AAAAAA==' })).rejects.toMatchObject({ name: 'BadDigest' });
    await expect(put('damaged', 'bytes', { ChecksumSHA256: 'AAAA' })).rejects.toMatchObject({ name: 'BadDigest' });
    await expect(text('damaged')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it('writes once under If-None-Match, however many try at the same time', async () => {
    const tries = Array.from({ length: 8 }, (_, index) => put('once', `writer ${index}`, { IfNoneMatch: '*' }));
    const outcomes = await Promise.allSettled(tries);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(7);
    for (const { reason } of refused) {
      expect(reason).toMatchObject({ name: 'PreconditionFailed', $metadata: { httpStatusCode: 412 } });
    }
  });

  it('keeps every version, also behind a delete marker', async () => {
    const first = await put('versioned', 'one');
    const second = await put('versioned', 'two');
    expect(await text('versioned')).toBe('two');
    const gone = await client.send(new DeleteObjectCommand({ Bucket, Key: 'versioned' }));
    expect(gone.DeleteMarker).toBe(true);
    await expect(text('versioned')).rejects.toMatchObject({ name: 'NoSuchKey' });
    expect(await text('versioned', { VersionId: first.VersionId })).toBe('one');
    expect(await text('versioned', { VersionId: second.VersionId })).toBe('two');
    await expect(
      client.send(new DeleteObjectCommand({ Bucket, Key: 'versioned', VersionId: first.VersionId })),
    ).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('lists by prefix, delimiter and page in the order of the keys', async () => {
    for (const key of ['list/a', 'list/b/1', 'list/b/2', 'list/c&<>']) await put(key, key);
    const folded = await client.send(new ListObjectsV2Command({ Bucket, Prefix: 'list/', Delimiter: '/' }));
    expect(folded.Contents?.map(({ Key }) => Key)).toEqual(['list/a', 'list/c&<>']);
    expect(folded.CommonPrefixes).toEqual([{ Prefix: 'list/b/' }]);
    const page = await client.send(new ListObjectsV2Command({ Bucket, Prefix: 'list/', MaxKeys: 3 }));
    expect(page.IsTruncated).toBe(true);
    const rest = await client.send(
      new ListObjectsV2Command({ Bucket, Prefix: 'list/', ContinuationToken: page.NextContinuationToken }),
    );
    expect(rest.Contents?.map(({ Key }) => Key)).toEqual(['list/c&<>']);
  });

  it('keeps any key inside its folder', async () => {
    const keys = ['a/../../b', '..', 'NUL', 'é\u0001', 'case', 'CASE', 'k'.repeat(1000)];
    await Promise.all(keys.map((key) => put(key, key)));
    expect(await text('case')).toBe('case');
    expect(await text('CASE')).toBe('CASE');
    expect(readdirSync(dataDir)).toEqual([Bucket]);
    expect(readdirSync(join(dataDir, Bucket)).every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(true);
  });

  it('names what does not exist', async () => {
    await expect(text('missing')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(client.send(new HeadObjectCommand({ Bucket, Key: 'missing' }))).rejects.toMatchObject({
      name: 'NotFound',
    });
    await expect(client.send(new GetObjectCommand({ Bucket: 'elsewhere', Key: 'missing' }))).rejects.toMatchObject({
      name: 'NoSuchBucket',
    });
    await expect(client.send(new HeadBucketCommand({ Bucket }))).resolves.toBeDefined();
  });

  it('keeps its objects across a restart, and nothing of an upload that a kill cut short', async () => {
    const { VersionId } = await put('kept', 'still here', { ContentType: 'text/plain' });
    const [folder = ''] = globSync(`${dataDir}/${Bucket}/*/*-${VersionId}.json`).map(dirname);
    // A kill may fall while the files are written, or between the two renames.
    const cutShort = [
      ...['000000000099-a.writing.bytes', '000000000099-a.writing.json', '000000000098-b.bytes'],
      // A power cut may keep the second rename without the first.
      ...['000000000097-c.json', '000000000097-c.writing.bytes'],
    ];
    for (const name of cutShort) writeFileSync(join(folder, name), '{"torn":');
    const again = await startS3({ dataDir, buckets: [Bucket], credentials });
    const reader = clientWith(credentials.secretAccessKey, { endpoint: again.endpoint });
    const { Body, ContentType } = await reader.send(new GetObjectCommand({ Bucket, Key: 'kept' }));
    expect(await Body?.transformToString()).toBe('still here');
    expect(ContentType).toBe('text/plain');
    expect(readdirSync(folder).filter((name) => cutShort.includes(name))).toEqual([]);
    await again.stop();
  });
});

describe('access to the embedded S3', () => {
  it('is refused without a signature, with a forged one, to a stranger, and long after signing', async () => {
    const bare = await fetch(`${store.endpoint}/${Bucket}/kept`);
    expect(bare.status).toBe(403);
    expect(await bare.text()).toContain('<Code>AccessDenied</Code>');
    const get = new GetObjectCommand({ Bucket, Key: 'kept' });
    await expect(clientWith('wrong secret').send(get)).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' });
    const stranger = clientWith('x', { credentials: { accessKeyId: 'STRANGER', secretAccessKey: 'x' } });
    await expect(stranger.send(get)).rejects.toMatchObject({ name: 'InvalidAccessKeyId' });
    const late = clientWith(credentials.secretAccessKey, { systemClockOffset: -20 * 60_000 });
    await expect(late.send(get)).rejects.toMatchObject({ name: 'RequestTimeTooSkewed' });
  });

  it('is given by a presigned link to that object alone, with the name and type for saving it', async () => {
    await put('kept', 'still here');
    const link = await getSignedUrl(
      client,
      new GetObjectCommand({
        Bucket,
        Key: 'kept',
        ResponseContentDisposition: 'attachment; filename="Certificate, Dr. A + B.pdf"',
        ResponseContentType: 'application/pdf',
      }),
      { expiresIn: 300 },
    );
    const reply = await fetch(link);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toBe('application/pdf');
    expect(reply.headers.get('content-disposition')).toBe('attachment; filename="Certificate, Dr. A + B.pdf"');
    expect(await reply.text()).toBe('still here');
    expect((await fetch(link, { headers: { range: 'bytes=0-4' } })).status).toBe(206);

    const foreign = await getSignedUrl(
      client,
      new GetObjectCommand({ Bucket, Key: 'kept', ResponseContentDisposition: 'attachment; filename="王小明.pdf"' }),
    );
    expect((await fetch(foreign)).status).toBe(400);
    expect((await fetch(link.replace('/kept?', '/once?'))).status).toBe(403);
    expect(await (await fetch(link.replace('.pdf', '.exe'))).text()).toContain('SignatureDoesNotMatch');
    expect((await fetch(link.replace('X-Amz-Expires=300', 'X-Amz-Expires=3000'))).status).toBe(403);
    expect((await fetch(link, { method: 'DELETE' })).status).toBe(403);
  });

  it('ends when the presigned link expires', async () => {
    const link = await getSignedUrl(client, new GetObjectCommand({ Bucket, Key: 'kept' }), {
      expiresIn: 300,
      signingDate: new Date(Date.now() - 301_000),
    });
    const reply = await fetch(link);
    expect(reply.status).toBe(403);
    expect(await reply.text()).toContain('<Message>Request has expired</Message>');
  });

  it('is given for one upload by a presigned PUT', async () => {
    const signer = clientWith(credentials.secretAccessKey, { requestChecksumCalculation: 'WHEN_REQUIRED' });
    const link = await getSignedUrl(
      signer,
      new PutObjectCommand({ Bucket, Key: 'uploaded', Metadata: { by: 'staff' } }),
    );
    expect((await fetch(link, { method: 'PUT', body: 'logo', headers: { 'content-type': 'image/png' } })).status).toBe(
      200,
    );
    const { Metadata, ContentType } = await client.send(new HeadObjectCommand({ Bucket, Key: 'uploaded' }));
    expect({ Metadata, ContentType }).toEqual({ Metadata: { by: 'staff' }, ContentType: 'image/png' });
  });
});

describe('a body in chunks', () => {
  it('is refused when it ends early or lies about a length', () => {
    const whole = Buffer.from('5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n');
    expect(decodeAwsChunked(whole)).toEqual({
      body: Buffer.from('hello'),
      trailers: { 'x-amz-checksum-crc32': 'NhCmhg==' },
    });
    expect(() => decodeAwsChunked(whole.subarray(0, 8))).toThrow('terminated unexpectedly');
    expect(() => decodeAwsChunked(Buffer.from('4\r\nhello\r\n0\r\n\r\n'))).toThrow('terminated unexpectedly');
  });
});
