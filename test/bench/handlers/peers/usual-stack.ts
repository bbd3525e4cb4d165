import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import middy from '@middy/core';
import { z } from 'zod';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const asked = z.object({ rawPath: z.string(), headers: z.record(z.string(), z.string()) });

/** The same by what is usually taken for it: middy, the document client, zod. */
export const peer = middy().handler(async (event: unknown) => {
  const { rawPath } = asked.parse(event);
  const Key = { pk: 'LEARNER#1', sk: rawPath };
  const { Item } = await client.send(new GetCommand({ TableName: process.env.TABLE_NAME, Key }));
  return { statusCode: Item ? 200 : 404 };
});
