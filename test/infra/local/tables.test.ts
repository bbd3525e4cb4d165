import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DynamoDb, startDynamoDb } from '../../../infra/local/parts/dynamodb.ts';
import { createTables } from '../../../infra/local/tables.ts';
import { localCredentials } from '../../contracts/implementation.ts';
import { clientOf } from '../../contracts/table-on-dynamodb.ts';
import { tableSchema } from '../../contracts/table-schema.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'credit-wallet-tables-'));
let database: DynamoDb;

beforeAll(async () => {
  database = await startDynamoDb({ dataDir });
});
afterAll(async () => {
  await database.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

it('makes the tables of the template, those that it gains later too, and asks nothing when they are as they were', async () => {
  const unreachable = 'http://127.0.0.1:1';
  const make = (names: readonly string[], given: { readonly endpoint?: string; readonly keptBefore: boolean }) =>
    createTables(
      names.map((name) => ({ name, properties: { ...tableSchema } })),
      {
        ...{ dataDir, keptBefore: given.keptBefore },
        client: { endpoint: given.endpoint ?? database.endpoint, region: 'us-east-1', credentials: localCredentials },
      },
    );
  const names = async () => (await clientOf(database.endpoint).send(new ListTablesCommand({}))).TableNames;
  await make(['records'], { keptBefore: false });
  expect(await names()).toEqual(['records']);
  await make(['records'], { keptBefore: true, endpoint: unreachable });
  await make(['records', 'records-keys'], { keptBefore: true });
  expect(await names()).toEqual(['records', 'records-keys']);
  // A database that was taken away is a new one, whatever the folder says of the former.
  await expect(make(['records', 'records-keys'], { keptBefore: false, endpoint: unreachable })).rejects.toThrow();
}, 60_000);
