/** Stands in for `@aws-sdk/client-dynamodb` in the bundles (ADR 46): the requests that `dynamodb-table.ts` sends. */
import { JsonClient, jsonCommand } from './json-client.ts';
import { type ClientSettings, ServiceError } from './service-client.ts';

const service = { signing: 'dynamodb', variable: 'DYNAMODB', target: 'DynamoDB_20120810', version: '1.0' } as const;

export class ConditionalCheckFailedException extends ServiceError {}
export class TransactionCanceledException extends ServiceError {}
export class TransactionConflictException extends ServiceError {}
const errors = { ConditionalCheckFailedException, TransactionCanceledException, TransactionConflictException };

export class DynamoDBClient extends JsonClient {
  constructor(settings: ClientSettings) {
    super(service, settings, errors);
  }
}

export const GetItemCommand = jsonCommand('GetItem');
export const BatchGetItemCommand = jsonCommand('BatchGetItem');
export const PutItemCommand = jsonCommand('PutItem');
export const UpdateItemCommand = jsonCommand('UpdateItem');
export const QueryCommand = jsonCommand('Query');
export const TransactWriteItemsCommand = jsonCommand('TransactWriteItems');
