import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient({});

/** The least that reads a row: an empty handler with the AWS SDK in it. */
export const peer = async () => {
  const Key = { pk: { S: 'LEARNER#1' }, sk: { S: 'PROFILE' } };
  const { Item } = await client.send(new GetItemCommand({ TableName: process.env.TABLE_NAME, Key }));
  return { statusCode: Item ? 200 : 404 };
};
