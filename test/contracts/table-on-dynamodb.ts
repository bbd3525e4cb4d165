import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import { boundedClient } from '../../functions/adapters/aws.ts';
import { createDynamoTable } from '../../functions/adapters/dynamodb-table.ts';
import { startDynamoDb } from '../../infra/local/parts/dynamodb.ts';
import type { Table } from '../../shared/ports.ts';
import { type Implementation, localCredentials } from './implementation.ts';
import { tableSchema } from './table-schema.ts';

const TableName = 'contract';

/** A client of an endpoint that takes any credentials. */
export const clientOf = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({
    ...boundedClient,
    endpoint,
    region: 'us-east-1',
    credentials: localCredentials,
  });

/** An embedded DynamoDB in a folder of its own with the table created, gone with all its data when stopped. */
export async function startEmbedded(): Promise<{
  readonly endpoint: string;
  readonly tableName: string;
  stop(): Promise<void>;
}> {
  const dataDir = await mkdtemp(join(tmpdir(), 'credit-wallet-contract-'));
  const part = await startDynamoDb({ dataDir });
  await clientOf(part.endpoint).send(new CreateTableCommand({ TableName, ...tableSchema }));
  return {
    endpoint: part.endpoint,
    tableName: TableName,
    async stop() {
      await part.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The adapter on the embedded part that `npm start` runs. */
export const embeddedTable: Implementation<Table> = {
  name: 'DynamoDB adapter on the embedded part',
  async start() {
    const { endpoint, tableName, stop } = await startEmbedded();
    return { port: createDynamoTable({ client: clientOf(endpoint), tableName }), stop };
  },
};

/** The adapter on a moto server that runs at an address, an emulator that nobody here wrote. */
export const motoTable = (endpoint: string): Implementation<Table> => ({
  name: 'DynamoDB adapter on moto',
  async start() {
    const client = clientOf(endpoint);
    const tableName = `contract-${crypto.randomUUID()}`;
    await client.send(new CreateTableCommand({ TableName: tableName, ...tableSchema }));
    return { port: createDynamoTable({ client, tableName }), stop: async () => {} };
  },
});

/** The adapter on a table in AWS that exists already, with the credentials of the environment. */
export const awsTable = (tableName: string): Implementation<Table> => ({
  name: 'DynamoDB adapter on AWS',
  async start() {
    const client = new DynamoDBClient(boundedClient);
    await waitUntilTableExists({ client, maxWaitTime: 30 }, { TableName: tableName });
    return { port: createDynamoTable({ client, tableName }), stop: async () => {} };
  },
});
