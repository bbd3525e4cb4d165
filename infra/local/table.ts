import {
  type AttributeDefinition,
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  type GlobalSecondaryIndex,
  type KeySchemaElement,
  ResourceNotFoundException,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import type { TableDefinition } from './deployment.ts';

export interface Local {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** The indexes that a table has, or nothing where there is no such table. */
async function indexesOf(dynamoDb: DynamoDBClient, name: string): Promise<readonly (string | undefined)[] | undefined> {
  try {
    const { Table } = await dynamoDb.send(new DescribeTableCommand({ TableName: name }));
    return (Table?.GlobalSecondaryIndexes ?? []).map(({ IndexName }) => IndexName);
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

/**
 * Makes a table of the template on the embedded database. One that is there from an earlier start is given the indexes that
 * the template has gained since, which then hold what was written before.
 */
export async function createTable({ name, properties }: TableDefinition, client: Local): Promise<void> {
  const dynamoDb = new DynamoDBClient(client);
  const AttributeDefinitions = properties.AttributeDefinitions as AttributeDefinition[];
  const wanted = (properties.GlobalSecondaryIndexes as GlobalSecondaryIndex[] | undefined)?.map(
    ({ IndexName, KeySchema, Projection }) => ({ IndexName, KeySchema, Projection }),
  );
  try {
    const there = await indexesOf(dynamoDb, name);
    if (!there) {
      await dynamoDb.send(
        new CreateTableCommand({
          TableName: name,
          BillingMode: 'PAY_PER_REQUEST',
          AttributeDefinitions,
          KeySchema: properties.KeySchema as KeySchemaElement[],
          GlobalSecondaryIndexes: wanted,
        }),
      );
      return;
    }
    // One at a time, as DynamoDB takes them.
    for (const Create of (wanted ?? []).filter(({ IndexName }) => !there.includes(IndexName)))
      await dynamoDb.send(
        new UpdateTableCommand({
          TableName: name,
          AttributeDefinitions,
          GlobalSecondaryIndexUpdates: [{ Create }],
        }),
      );
  } finally {
    dynamoDb.destroy();
  }
}
