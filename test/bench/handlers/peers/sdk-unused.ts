import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient({});

/** The SDK in it, and nothing done with it. */
export const peer = async () => ({ statusCode: client && GetItemCommand ? 204 : 500 });
