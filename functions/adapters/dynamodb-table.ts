import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type AttributeValue,
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import {
  type Key,
  type ListQuery,
  LostRaceError,
  type Page,
  type Table,
  TransientError,
  type Write,
} from '../../shared/ports.ts';
import { isPartitionOfKeyTable, listsIndex, workIndex } from '../../shared/table.ts';
import { asPortError, attemptsOf, boundedClient } from './aws.ts';
import { cursorAfter, sortKeyOf } from './cursor.ts';
import { isConditionFailure, isConflict, lostWrites } from './dynamodb-errors.ts';
import { dynamoGets } from './dynamodb-gets.ts';
import { conditionOf, isOfWrite, keyItem, listedRowOf, rowOf, storedItem } from './dynamodb-items.ts';
import { listCursorAfter, listPlaceOf, rangeOf } from './list-range.ts';
import { once, setting } from './once.ts';

// Two transactions on one row cancel each other even when only one of them could win, and the SDK does not try again.
const conflictTries = 5;
const conflictPauseMs = 20;

/** Which table a partition is in, by name: one for all, or by its key. */
type TableNames = string | ((pk: string) => string);

/**
 * The table on DynamoDB, or on whatever speaks its protocol at `AWS_ENDPOINT_URL_DYNAMODB`. To its callers it is one; where
 * it is two, each partition is in one of them, and a transaction spans both.
 */
export function createDynamoTable({ client, tableName }: { client: DynamoDBClient; tableName: TableNames }): Table {
  const tableOf = typeof tableName === 'string' ? () => tableName : tableName;

  const getItem = dynamoGets(client, tableOf);

  /**
   * Sends the writes under an id of which a mark stays in every row. The SDK sends a request again when its reply is lost;
   * the second sending of a put then fails on the condition that the first one fulfilled, and the winner would be told that
   * it lost.
   * The mark in the row tells whose write it was, exactly: comparing contents would let two callers with the same content
   * both win. A transaction carries the id as its client token, which DynamoDB remembers for 10 minutes; a token made of
   * the content would, for the same reason, tell a second caller that it won too.
   */
  async function send(writes: readonly Write[], writeId: string): Promise<void> {
    const [first] = writes;
    if (writes.length === 1 && first?.kind === 'put') {
      const Item = storedItem(first.row, writeId);
      const TableName = tableOf(first.row.pk);
      await client.send(new PutItemCommand({ TableName, Item, ...conditionOf(first.expect) }));
      return;
    }
    const TransactItems = writes.map(
      (write): TransactWriteItem =>
        write.kind === 'put'
          ? {
              Put: {
                TableName: tableOf(write.row.pk),
                Item: storedItem(write.row, writeId),
                ...conditionOf(write.expect),
              },
            }
          : {
              ConditionCheck: {
                TableName: tableOf(write.key.pk),
                Key: keyItem(write.key),
                ...conditionOf(write.expect),
              },
            },
    );
    await client.send(new TransactWriteItemsCommand({ TransactItems, ClientRequestToken: writeId }));
  }

  /** Whether the rows that stand there now are of this very write. All or nothing, so one put speaks for all. */
  async function tookEffect(writes: readonly Write[], writeId: string): Promise<boolean> {
    const put = writes.find((write) => write.kind === 'put');
    return put !== undefined && isOfWrite(put.row, await getItem(put.row), writeId);
  }

  async function write(writes: readonly Write[]): Promise<void> {
    if (writes.length === 0) return;
    const writeId = randomUUID();
    for (let attempt = 1; ; attempt++) {
      try {
        return await send(writes, writeId);
      } catch (error) {
        if (isConditionFailure(error)) {
          if ((attempt > 1 || attemptsOf(error) > 1) && (await tookEffect(writes, writeId))) return;
          throw new LostRaceError(lostWrites(error));
        }
        if (!isConflict(error)) throw error;
        if (attempt === conflictTries)
          throw new TransientError('The rows are busy with other writes', { cause: error });
        await pause(Math.random() * conflictPauseMs * 2 ** attempt);
      }
    }
  }

  /** Reads on until there are `limit` rows or no more; without a limit, the whole of what was asked for. */
  async function readAll<Read>(
    input: QueryCommandInput,
    limit: number | undefined,
    read: (item: Record<string, AttributeValue>) => Read,
  ): Promise<Read[]> {
    const rows: Read[] = [];
    let from = input.ExclusiveStartKey;
    do {
      // A reply ends at 1 MB, wherever that is.
      const Limit = limit === undefined ? undefined : limit - rows.length;
      const reply = await client.send(new QueryCommand({ ...input, Limit, ExclusiveStartKey: from }));
      rows.push(...(reply.Items ?? []).map(read));
      from = reply.LastEvaluatedKey;
    } while (from && (limit === undefined || rows.length < limit));
    return rows;
  }

  async function query({
    pk,
    prefix = '',
    newestFirst = false,
    limit,
    cursor,
  }: Parameters<Table['query']>[0]): Promise<Page> {
    const after = sortKeyOf(cursor, prefix);
    const rows = await readAll(
      {
        TableName: tableOf(pk),
        ConsistentRead: true,
        KeyConditionExpression: prefix ? 'pk = :pk AND begins_with(sk, :prefix)' : 'pk = :pk',
        ExpressionAttributeValues: marshall(prefix ? { ':pk': pk, ':prefix': prefix } : { ':pk': pk }),
        ScanIndexForward: !newestFirst,
        ExclusiveStartKey: after === undefined ? undefined : keyItem({ pk, sk: after }),
      },
      limit,
      rowOf,
    );
    const last = rows.at(-1);
    return last && rows.length === limit ? { rows, cursor: cursorAfter(last.sk) } : { rows };
  }

  async function queryWork({ workPk, until, after = '', limit }: Parameters<Table['queryWork']>[0]): Promise<Page> {
    // A range whose ends have changed places is an error to DynamoDB, and holds nothing.
    if (after >= until) return { rows: [] };
    const rows = await readAll(
      {
        TableName: tableOf(workPk),
        IndexName: workIndex.name,
        // A range has its ends within it; what it shall come after is dropped.
        KeyConditionExpression: `workPk = :workPk AND ${after ? 'workSk BETWEEN :after AND :until' : 'workSk <= :until'}`,
        ExpressionAttributeValues: marshall({ ':workPk': workPk, ':until': until, ...(after && { ':after': after }) }),
      },
      limit === undefined || !after ? limit : limit + 1,
      rowOf,
    );
    return { rows: rows.filter(({ workSk }) => workSk !== after).slice(0, limit) };
  }

  async function queryList(query: ListQuery): ReturnType<Table['queryList']> {
    const { listPk, newestFirst = false, limit, cursor } = query;
    const range = rangeOf(query);
    if (!range) return { rows: [] };
    const after = listPlaceOf(cursor, range);
    const rows = await readAll(
      {
        TableName: tableOf(listPk),
        IndexName: listsIndex.name,
        KeyConditionExpression: 'listPk = :listPk AND listSk BETWEEN :low AND :high',
        ExpressionAttributeValues: marshall({ ':listPk': listPk, ':low': range.low, ':high': range.high }),
        ScanIndexForward: !newestFirst,
        ExclusiveStartKey: after && marshall({ listPk, ...after }),
      },
      limit,
      listedRowOf,
    );
    const last = rows.at(-1);
    return last && rows.length === limit ? { rows, cursor: listCursorAfter(last) } : { rows };
  }

  async function count(key: Key, by: number, expiresAt: number): Promise<number> {
    const { Attributes } = await client.send(
      new UpdateItemCommand({
        TableName: tableOf(key.pk),
        Key: keyItem(key),
        UpdateExpression: 'ADD #sum :by, rev :one SET expiresAt = if_not_exists(expiresAt, :expiresAt)',
        ExpressionAttributeNames: { '#sum': 'sum' },
        ExpressionAttributeValues: marshall({ ':by': by, ':one': 1, ':expiresAt': expiresAt }),
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return Number(Attributes?.sum?.N);
  }

  const speaking = <Arguments extends unknown[], Result>(
    doing: string,
    act: (...args: Arguments) => Promise<Result>,
  ) => {
    return async (...args: Arguments): Promise<Result> => {
      try {
        return await act(...args);
      } catch (error) {
        throw asPortError(error, doing);
      }
    };
  };
  return {
    get: speaking('Reading a row', async (key: Key) => {
      const item = await getItem(key);
      return item && rowOf(item);
    }),
    query: speaking('Reading rows', query),
    queryWork: speaking('Reading pending work', queryWork),
    queryList: speaking('Reading a list', queryList),
    write: speaking('Writing rows', write),
    count: speaking('Counting', count),
  };
}

const client = once(() => new DynamoDBClient(boundedClient));

/** The table named by TABLE_NAME, with the learners' keys and whatever else no backup may have in that of KEY_TABLE_NAME. */
export const dynamoTable = once(() => {
  const [records, keys] = [setting('TABLE_NAME'), setting('KEY_TABLE_NAME')];
  return createDynamoTable({ client: client(), tableName: (pk) => (isPartitionOfKeyTable(pk) ? keys : records) });
});
