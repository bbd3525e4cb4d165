import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { commandLine, parseIdentity } from '../../../infra/local/parts/process-identity.ts';

/** The database of a running system, which nobody but the proof looks into beside it. */
export interface TableOf {
  readonly client: DynamoDBClient;
  readonly endpoint: string;
  readonly pid: number;
}

/** Finds the embedded database of the system that runs on a folder: the process that its pid file names says its port. */
export function tableOf(dataDir: string): TableOf {
  const identity = parseIdentity(readFileSync(join(dataDir, 'dynamodb.pid'), 'utf8'));
  const port = identity && /--port[\s\0](\d+)/.exec(commandLine(identity.pid) ?? '')?.[1];
  if (!identity || !port) throw new Error(`No database runs on ${dataDir}`);
  const endpoint = `http://127.0.0.1:${port}`;
  const client = new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    // It checks no signature, and the client must have something to sign with.
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return { client, endpoint, pid: identity.pid };
}
