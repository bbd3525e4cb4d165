import { setTimeout as pause } from 'node:timers/promises';
import {
  type AttributeValue,
  BatchGetItemCommand,
  type BatchGetItemCommandInput,
  type BatchGetItemCommandOutput,
  type DynamoDBClient,
  GetItemCommand,
} from '@aws-sdk/client-dynamodb';
import { type Key, TransientError } from '../../shared/ports.ts';
import { keyItem } from './dynamodb-items.ts';
import { gathered } from './gathered.ts';

type Item = Record<string, AttributeValue>;

/** BatchGetItem takes so many keys (DynamoDB's API reference). */
const MOST_KEYS = 100;
// What a batch leaves unread for want of capacity is asked for again, a little later each time.
const tries = 4;
const pauseMs = 25;

const nameOf = (table: string, { pk, sk }: Item): string => JSON.stringify([table, pk?.S, sk?.S]);

/**
 * Reads items by their keys, consistently, those of one turn of the event loop in one request. They may be of two tables. Each is
 * as it stands at that moment; together they are no snapshot, no more than if they were read one after another.
 */
export function dynamoGets(
  client: DynamoDBClient,
  tableOf: (pk: string) => string,
): (key: Key) => Promise<Item | undefined> {
  const readOne = async (key: Key): Promise<Item | undefined> => {
    const input = { TableName: tableOf(key.pk), Key: keyItem(key), ConsistentRead: true };
    return (await client.send(new GetItemCommand(input))).Item;
  };

  const readMany = async (keys: readonly Key[]): Promise<readonly (Item | undefined)[]> => {
    const names = keys.map((key) => nameOf(tableOf(key.pk), keyItem(key)));
    // A batch that names a key twice is refused.
    const tables = Map.groupBy(
      keys.filter((_, index) => names.indexOf(names[index] ?? '') === index),
      ({ pk }) => tableOf(pk),
    );
    let asked: BatchGetItemCommandInput['RequestItems'] = Object.fromEntries(
      [...tables].map(([table, some]) => [table, { Keys: some.map(keyItem), ConsistentRead: true }]),
    );
    const found = new Map<string, Item>();
    for (let tried = 1; ; tried++) {
      const reply: BatchGetItemCommandOutput = await client.send(new BatchGetItemCommand({ RequestItems: asked }));
      const { Responses = {}, UnprocessedKeys = {} } = reply;
      for (const [table, items] of Object.entries(Responses))
        for (const item of items) found.set(nameOf(table, item), item);
      if (Object.keys(UnprocessedKeys).length === 0) return names.map((name) => found.get(name));
      if (tried === tries) throw new TransientError('The table left rows unread');
      asked = UnprocessedKeys;
      await pause(Math.random() * pauseMs * 2 ** tried);
    }
  };

  return gathered(async (keys) => {
    const [only] = keys;
    return keys.length === 1 && only ? [await readOne(only)] : readMany(keys);
  }, MOST_KEYS);
}
