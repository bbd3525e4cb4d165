import { BatchGetItemCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { keyItem, rowOf } from '../../../functions/adapters/dynamodb-items.ts';
import type { Key, Row } from '../../../shared/ports.ts';
import { entities } from '../../../shared/table.ts';
import { unsealed } from '../../support/unsealed.ts';

const tableName = 'credit-wallet';
const keyTableName = 'credit-wallet-keys';
/** DynamoDB gives so many items at most in one answer to BatchGetItem. */
const MOST_AT_ONCE = 100;

async function withClient<Found>(endpoint: string, use: (client: DynamoDBClient) => Promise<Found>): Promise<Found> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
  try {
    return await use(client);
  } finally {
    client.destroy();
  }
}

async function everyRowOf(client: DynamoDBClient, name: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let from: Record<string, never> | undefined;
  do {
    const page = await client.send(new ScanCommand({ TableName: name, ExclusiveStartKey: from }));
    rows.push(...(page.Items ?? []).map(rowOf));
    from = page.LastEvaluatedKey as typeof from;
  } while (from);
  return rows;
}

/** Every row, as the database has it, with what learners' keys open. */
export const everyRow = (endpoint: string): Promise<readonly Row[]> =>
  withClient(endpoint, async (client) =>
    unsealed(await everyRowOf(client, tableName), await everyRowOf(client, keyTableName)),
  );

async function rowsOf(client: DynamoDBClient, name: string, keys: readonly Key[]): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let from = 0; from < keys.length; from += MOST_AT_ONCE) {
    const asked = { Keys: keys.slice(from, from + MOST_AT_ONCE).map(keyItem), ConsistentRead: true };
    const answer = await client.send(new BatchGetItemCommand({ RequestItems: { [name]: asked } }));
    if (Object.keys(answer.UnprocessedKeys ?? {}).length > 0) throw new Error('The database read a part only');
    rows.push(...(answer.Responses?.[name] ?? []).map(rowOf));
  }
  return rows;
}

/** The rows at some keys that are there, with what the keys of these learners open. */
export const rowsAt = (
  endpoint: string,
  keys: readonly Key[],
  learnerIds: ReadonlySet<string>,
): Promise<readonly Row[]> =>
  withClient(endpoint, async (client) => {
    const keysOfLearners = [...learnerIds].map((learnerId) => entities.dataKey.keyOf({ learnerId }));
    return unsealed(await rowsOf(client, tableName, keys), await rowsOf(client, keyTableName, keysOfLearners));
  });
