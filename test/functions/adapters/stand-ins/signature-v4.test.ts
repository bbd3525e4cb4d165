import { describe, expect, it } from 'vitest';
import { encoded, signedHeaders, signedUrl } from '../../../../functions/adapters/stand-ins/signature-v4.ts';

/** The examples of Amazon S3's API reference, "Signature calculations" and "Using query parameters". */
const published = {
  ...{ service: 's3', region: 'us-east-1', at: new Date('2013-05-24T00:00:00Z') },
  ...{ accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' },
};
const on = (path: string) => new URL(`https://examplebucket.s3.amazonaws.com${path}`);
const signatureIn = (headers: Readonly<Record<string, string>>) =>
  /Signature=(\w+)$/.exec(headers.authorization ?? '')?.[1];

describe('a request to AWS', () => {
  it('is signed as AWS publishes it, for a part of an object', () => {
    const headers = signedHeaders({ method: 'GET', url: on('/test.txt'), headers: { range: 'bytes=0-9' } }, published);
    expect(signatureIn(headers)).toBe('f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41');
    expect(headers.authorization).toContain('SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,');
  });

  it('is signed as AWS publishes it, for an object that is put under a name with a dollar', () => {
    const headers = { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' };
    const url = on(`/${encoded('test$file.text')}`);
    const put = signedHeaders({ method: 'PUT', url, headers, body: 'Welcome to Amazon S3.' }, published);
    expect(signatureIn(put)).toBe('98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd');
  });

  it.each([
    ['/?lifecycle', 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543'],
    ['/?max-keys=2&prefix=J', '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7'],
  ])('is signed as AWS publishes it, for the query of %s', (path, signature) =>
    expect(signatureIn(signedHeaders({ method: 'GET', url: on(path), headers: {} }, published))).toBe(signature),
  );

  it('carries the token of a role, and signs it', () => {
    const headers = signedHeaders(
      { method: 'GET', url: on('/'), headers: {} },
      { ...published, sessionToken: 'token' },
    );
    expect(headers['x-amz-security-token']).toBe('token');
    expect(headers.authorization).toContain(';x-amz-security-token,');
  });

  it('is signed by a key of its own day', () => {
    const ask = (at: string) =>
      signedHeaders({ method: 'GET', url: on('/'), headers: {} }, { ...published, at: new Date(at) });
    const days = ['2026-11-26T00:00:00Z', '2026-11-27T00:00:00Z', '2026-11-26T00:00:00Z'];
    const [first, second, again] = days.map((at) => signatureIn(ask(at)));
    expect(second).not.toBe(first);
    expect(again).toBe(first);
  });
});

describe('a link to an object', () => {
  it('is signed as AWS publishes it', () => {
    const link = new URL(signedUrl({ method: 'GET', url: on('/test.txt'), headers: {} }, 86_400, published));
    expect(link.searchParams.get('X-Amz-Signature')).toBe(
      'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
    );
  });
});
