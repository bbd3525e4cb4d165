import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CreateTableCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startDynamoDb } from '../../../../infra/local/parts/dynamodb.ts';
import { identify, stillRuns } from '../../../../infra/local/parts/process-identity.ts';

const partModule = new URL('../../../../infra/local/parts/dynamodb.ts', import.meta.url).href;
const host = `
  const { startDynamoDb } = await import(${JSON.stringify(partModule)});
  console.log((await startDynamoDb({ dataDir: process.argv[1] })).endpoint);
  setInterval(() => {}, 1000);`;

let children: ChildProcess[] = [];
const dataDir = mkdtempSync(join(tmpdir(), 'parts-dynamodb-'));

function client(endpoint: string) {
  return new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}

async function write(endpoint: string, id: string) {
  await client(endpoint).send(
    new PutItemCommand({ TableName: 'Records', Item: { pk: { S: id }, kept: { BOOL: true } } }),
  );
}

async function read(endpoint: string, id: string) {
  const { Item } = await client(endpoint).send(
    new GetItemCommand({ TableName: 'Records', Key: { pk: { S: id } }, ConsistentRead: true }),
  );
  return Item?.kept?.BOOL;
}

function databasePid(): number {
  return JSON.parse(readFileSync(join(dataDir, 'dynamodb.pid'), 'utf8')).pid;
}

async function startHost() {
  const child = spawn(process.execPath, ['--input-type=module', '-e', host, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [said] = await once(child.stdout, 'data');
  return { child, endpoint: String(said).trim() };
}

describe('the embedded DynamoDB', () => {
  beforeAll(() => {
    vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', '');
  });
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    children = [];
    // Whatever a failed case left running is an orphan, which a start stops.
    vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', '');
    await (await startDynamoDb({ dataDir })).stop();
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('keeps every acknowledged write when host and database are killed, and stops what a killed host left behind', async () => {
    const first = await startHost();
    await client(first.endpoint).send(
      new CreateTableCommand({
        TableName: 'Records',
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        BillingMode: 'PAY_PER_REQUEST',
      }),
    );
    await write(first.endpoint, 'before the host was killed');
    const orphan = identify(databasePid());
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    if (!orphan) throw new Error('the database did not run');
    expect(stillRuns(orphan)).toBe(true);

    // As it is left by a host that is killed before it could say which process it started.
    writeFileSync(join(dataDir, 'dynamodb.pid'), 'starting');
    const second = await startHost();
    expect(stillRuns(orphan)).toBe(false);
    expect(await read(second.endpoint, 'before the host was killed')).toBe(true);
    await write(second.endpoint, 'before both were killed');
    process.kill(databasePid(), 'SIGKILL');
    second.child.kill('SIGKILL');
    await once(second.child, 'exit');

    const third = await startDynamoDb({ dataDir });
    expect(await read(third.endpoint, 'before both were killed')).toBe(true);

    await write(third.endpoint, 'before the database alone was killed');
    const killed = databasePid();
    process.kill(killed, 'SIGKILL');
    await vi.waitFor(() => expect(databasePid()).not.toBe(killed), { timeout: 10_000 });
    for (let tries = 0; tries < 100; tries++) {
      const answer = await read(third.endpoint, 'before the database alone was killed').catch(() => 'not yet');
      if (answer !== 'not yet') {
        expect(answer).toBe(true);
        break;
      }
      await pause(50);
    }

    await third.stop();
    expect(existsSync(join(dataDir, 'dynamodb.pid'))).toBe(false);
  }, 60_000);

  it('never signals a stranger that got the id of an earlier database', async () => {
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    children.push(stranger);
    await once(stranger, 'spawn');
    writeFileSync(join(dataDir, 'dynamodb.pid'), JSON.stringify(identify(stranger.pid ?? 0)));
    const database = await startDynamoDb({ dataDir });
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    await database.stop();
  }, 30_000);

  it('is not started when the environment names another DynamoDB', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', 'http://127.0.0.1:8000');
    const database = await startDynamoDb({ dataDir });
    expect(database.endpoint).toBe('http://127.0.0.1:8000');
    await database.stop();
  });
});
