import { existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { localNames } from '../../local/names.ts';
import { startDynamoDb } from '../../local/parts/dynamodb.ts';
import { startS3 } from '../../local/parts/s3.ts';
import { UsageError } from '../command.ts';
import type { Store } from './store.ts';

/** For parts that only this process reaches. */
const credentials = { accessKeyId: 'local', secretAccessKey: 'snapshot' };

export interface Snapshot extends Store {
  /** The moment that it is of. */
  readonly takenAt: string;
  close(): Promise<void>;
}

/** Gives files a second name each. They are never written again under the first, so that the copy costs nothing. */
function linkFiles(from: string, to: string): void {
  if (!existsSync(from)) return;
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.includes('.writing.')) continue;
    const target = join(to, relative(from, join(entry.parentPath, entry.name)));
    mkdirSync(dirname(target), { recursive: true });
    linkSync(join(entry.parentPath, entry.name), target);
  }
}

/**
 * Opens what a folder of a system on one machine holds at one moment, whether or not the system runs: SQLite copies its
 * database as of that moment, and documents, which are put before rows tell of them, are linked after it.
 */
export async function openSnapshot(dataDir: string): Promise<Snapshot> {
  if (process.env.AWS_ENDPOINT_URL_DYNAMODB)
    throw new UsageError(
      'AWS_ENDPOINT_URL_DYNAMODB is set: these rows are kept by another database. Back them up there.',
    );
  const database = join(dataDir, 'dynamodb.sqlite');
  if (!existsSync(database))
    throw new UsageError(`${dataDir} holds no records. Name the folder of a system with --data.`);
  const folder = mkdtempSync(join(dataDir, 'snapshot-'));
  const takenAt = new Date().toISOString();
  const live = new DatabaseSync(database, { readOnly: true });
  live.prepare('VACUUM INTO ?').run(join(folder, 'dynamodb.sqlite'));
  live.close();
  linkFiles(join(dataDir, 's3'), join(folder, 's3'));
  const dynamoDb = await startDynamoDb({ dataDir: folder });
  const s3 = await startS3({ dataDir: join(folder, 's3'), buckets: [localNames.bucket], credentials });
  const client = { region: 'us-east-1', credentials };
  return {
    ...{ ...localNames, takenAt },
    dynamoDb: new DynamoDBClient({ ...client, endpoint: dynamoDb.endpoint }),
    s3: new S3Client({ ...client, endpoint: s3.endpoint }),
    close: async () => {
      await Promise.all([dynamoDb.stop(), s3.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
