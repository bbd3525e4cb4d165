import {
  type AttributeDefinition,
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  type GlobalSecondaryIndex,
  type KeySchemaElement,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import type { TableDefinition } from './deployment.ts';

/** Makes a table of the template on the embedded database, unless it is there from an earlier start. */
export async function createTable(
  { name, properties }: TableDefinition,
  client: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  },
): Promise<void> {
  const dynamoDb = new DynamoDBClient(client);
  try {
    await dynamoDb.send(new DescribeTableCommand({ TableName: name }));
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
    await dynamoDb.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: properties.AttributeDefinitions as AttributeDefinition[],
        KeySchema: properties.KeySchema as KeySchemaElement[],
        GlobalSecondaryIndexes: (properties.GlobalSecondaryIndexes as GlobalSecondaryIndex[] | undefined)?.map(
          ({ IndexName, KeySchema, Projection }) => ({ IndexName, KeySchema, Projection }),
        ),
      }),
    );
  } finally {
    dynamoDb.destroy();
  }
}
