import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { boundedClient } from '../../functions/adapters/aws.ts';
import { createS3Documents } from '../../functions/adapters/s3-documents.ts';
import { startS3 } from '../../infra/local/parts/s3.ts';
import type { DocumentStore } from '../../shared/ports.ts';
import { type Implementation, localCredentials } from './implementation.ts';

const bucket = 'contract';

const clientOf = (endpoint: string): S3Client =>
  new S3Client({ ...boundedClient, endpoint, region: 'us-east-1', credentials: localCredentials });

/** The adapter on the embedded part that `npm start` runs. */
export const embeddedDocuments: Implementation<DocumentStore> = {
  name: 'S3 adapter on the embedded part',
  async start() {
    const dataDir = await mkdtemp(join(tmpdir(), 'credit-wallet-contract-'));
    const part = await startS3({ dataDir, buckets: [bucket], credentials: localCredentials });
    return {
      port: createS3Documents({ client: clientOf(part.endpoint), bucket }),
      async stop() {
        await part.stop();
        await rm(dataDir, { recursive: true, force: true });
      },
    };
  },
};

/** The adapter on a moto server that runs at an address, an emulator that nobody here wrote. */
export const motoDocuments = (endpoint: string): Implementation<DocumentStore> => ({
  name: 'S3 adapter on moto',
  async start() {
    const client = clientOf(endpoint);
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
    return { port: createS3Documents({ client, bucket }), stop: async () => {} };
  },
});

/** The adapter on a bucket in AWS that exists already, with the credentials of the environment. */
export const awsDocuments = (name: string): Implementation<DocumentStore> => ({
  name: 'S3 adapter on AWS',
  start: async () => ({
    port: createS3Documents({ client: new S3Client(boundedClient), bucket: name }),
    stop: async () => {},
  }),
});
