import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quickSdk } from '../../../functions/adapters/quick-sdk.ts';
import * as adapter from '../../../functions/adapters/s3-documents.ts';
import { bundling } from '../../../infra/bundle.ts';
import { projectFolder } from '../../../infra/house/project-folder.ts';
import { close, listen } from '../../../infra/local/parts/port.ts';
import { startS3 } from '../../../infra/local/parts/s3.ts';
import { describeDocuments } from '../../contracts/documents.ts';
import { localCredentials } from '../../contracts/implementation.ts';

const whole = { S3Client, ...adapter };
const folder = mkdtempSync(join(tmpdir(), 'left-out-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The adapter and its client as they are in a bundle. */
async function bundled(): Promise<typeof whole> {
  const outfile = join(folder, 'adapter.mjs');
  const contents = `export { S3Client } from '@aws-sdk/client-s3'; export * from './functions/adapters/s3-documents.ts';`;
  await build({
    ...bundling,
    absWorkingDir: projectFolder,
    stdin: { contents, resolveDir: projectFolder },
    outfile,
  });
  return import(outfile);
}

const settings = { region: 'eu-west-1', credentials: localCredentials, maxAttempts: 1, ...quickSdk };
const bucket = 'credit-wallet-documents';

describeDocuments({
  name: 'S3 adapter out of a bundle, on the embedded part',
  async start() {
    const sdk = await bundled();
    const part = await startS3({ dataDir: join(folder, 'data'), buckets: [bucket], credentials: localCredentials });
    const client = new sdk.S3Client({ ...settings, endpoint: part.endpoint });
    return { port: sdk.createS3Documents({ client, bucket }), stop: () => part.stop() };
  },
});

describe('the SDK’s client of S3 in a bundle', () => {
  let lean: typeof whole;
  beforeAll(async () => {
    lean = await bundled();
  }, 60_000);

  it.each([
    { Region: 'us-east-1' },
    { Region: 'eu-west-1', UseDualStack: true },
    { Region: 'us-gov-west-1', UseFIPS: true },
    { Region: 'us-gov-west-1', UseFIPS: true, UseDualStack: true },
    { Region: 'cn-north-1' },
    { Region: 'us-iso-east-1' },
    { Region: 'eu-west-1', ForcePathStyle: true },
    { Region: 'eu-west-1', Endpoint: 'http://127.0.0.1:4310' },
    { Region: 'eu-west-1', Endpoint: 'http://127.0.0.1:4310/s3/' },
    { Region: 'eu-west-1', Endpoint: 'http://[::1]:4310' },
    { Region: 'eu-west-1', Endpoint: 'http://localhost:4310' },
    { Region: 'eu-west-1', Endpoint: 'https://storage.example:9000/base', ForcePathStyle: true },
  ])('asks a bucket where the SDK’s own rules say: %j', (where) => {
    const asked = { Bucket: bucket, UseFIPS: false, UseDualStack: false, ForcePathStyle: false, ...where };
    const endpointBy = ({ S3Client }: typeof whole) => new S3Client(settings).config.endpointProvider(asked);
    expect(endpointBy(lean)).toEqual(endpointBy(whole));
  });

  it('refuses a name that needs other rules', () => {
    const { endpointProvider } = new lean.S3Client(settings).config;
    const names = ['a.b', 'x--use1-az4--x-s3', 'alias-s3alias', 'arn:aws:s3:eu-west-1:123456789012:accesspoint/a', ''];
    for (const Bucket of names) expect(() => endpointProvider({ Bucket, Region: 'eu-west-1' })).toThrow('plain name');
  });

  it('sends what the whole SDK sends, checksums and all, and tells its errors alike', async () => {
    let asked: IncomingMessage[] = [];
    const answers = [200, 412, 404, 403, 503];
    const server = createServer((request, response) => {
      asked.push(request);
      const status = answers[(asked.length - 1) % answers.length] ?? 200;
      const error = '<Error><Code>AnyCode</Code><Message>It is so</Message></Error>';
      request.resume().on('end', () => response.writeHead(status).end(status === 200 ? 'bytes' : error));
    });
    const endpoint = `http://127.0.0.1:${await listen(server, 0)}`;
    const sentBy = async ({ S3Client, createS3Documents }: typeof whole) => {
      asked = [];
      const documents = createS3Documents({ client: new S3Client({ ...settings, endpoint }), bucket });
      const told: string[] = [];
      const noting = (sent: Promise<unknown>) =>
        sent.then(
          (value) => told.push(String(value)),
          (error: Error) => told.push(`${error.name}: ${error.message}`),
        );
      const put = { key: 'certificates/1/v1/0.pdf', bytes: new Uint8Array([1, 2, 3]), contentType: 'application/pdf' };
      for (const _ of answers) {
        await noting(documents.putOnce(put));
        await noting(documents.exists(put.key));
        await noting(documents.read(put.key));
      }
      const link = new URL(await documents.link({ key: put.key, fileName: 'A b.pdf', seconds: 60 }));
      const changing = /^(x-amz-date|authorization|amz-sdk-invocation-id|user-agent|x-amz-user-agent)$/;
      return {
        told,
        // But for the letters for features that a request uses, and versions, which the whole SDK has no one of.
        agents: asked.map(({ headers }) =>
          `${headers['user-agent']} | ${headers['x-amz-user-agent']}`.replaceAll(/ m\/\S+|\d+\.\d+\.\d+/g, ''),
        ),
        link: [link.pathname, [...link.searchParams].filter(([name]) => !/Date|Signature/.test(name))],
        requests: asked.map(({ method, url, headers }) => [
          method,
          url,
          Object.entries(headers).map(([name, value]) => [name, changing.test(name) ? '' : value]),
        ]),
      };
    };
    const [byLean, byWhole] = [await sentBy(lean), await sentBy(whole)];
    await close(server);
    expect(byLean).toEqual(byWhole);
    expect(JSON.stringify(byLean.requests)).toContain('x-amz-checksum-crc32');
    expect(byLean.requests).toHaveLength(3 * answers.length);
  });
});
