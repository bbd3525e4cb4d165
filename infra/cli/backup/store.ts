import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';

/** Where records lie, and the clients that reach them. */
export interface Store {
  readonly dynamoDb: DynamoDBClient;
  readonly table: string;
  readonly keyTable: string;
  readonly s3: S3Client;
  readonly bucket: string;
}
