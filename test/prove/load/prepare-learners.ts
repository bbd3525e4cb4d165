import { BatchWriteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { nodeCiphers } from '../../../functions/adapters/ciphers.ts';
import { storedItem } from '../../../functions/adapters/dynamodb-items.ts';
import { createDynamoTable } from '../../../functions/adapters/dynamodb-table.ts';
import { nodeDigests, systemClock, systemIds } from '../../../functions/adapters/system.ts';
import type { Ports } from '../../../functions/capabilities.ts';
import type { Profile } from '../../../shared/domain/learner.ts';
import type { Row } from '../../../shared/ports.ts';
import { entities, isPartitionOfKeyTable } from '../../../shared/table.ts';
import { createMemoryTables } from '../../simulation/ports/memory-table.ts';
import { type Begun, beginningAttempts } from '../begun-attempt.ts';

const tables = { records: 'credit-wallet', keys: 'credit-wallet-keys' };
const tableName = (pk: string): string => (isPartitionOfKeyTable(pk) ? tables.keys : tables.records);

/** DynamoDB takes so many rows in one batch. */
const BATCH = 25;
const BATCHES_AT_ONCE = 6;
/** So many learners are made in memory at a time. */
const CHUNK = 500;

/** Puts rows as they are, many at once. */
async function copy(rows: readonly Row[], client: DynamoDBClient): Promise<void> {
  const batches = Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, index) =>
    rows.slice(index * BATCH, (index + 1) * BATCH),
  );
  const next = async (): Promise<void> => {
    for (let batch = batches.pop(); batch; batch = batches.pop()) {
      const RequestItems: Record<string, { PutRequest: { Item: ReturnType<typeof storedItem> } }[]> = {};
      for (const row of batch) {
        const name = tableName(row.pk);
        RequestItems[name] ??= [];
        RequestItems[name].push({ PutRequest: { Item: storedItem(row, systemIds().id()) } });
      }
      const { UnprocessedItems = {} } = await client.send(new BatchWriteItemCommand({ RequestItems }));
      if (Object.keys(UnprocessedItems).length > 0) throw new Error('The database left rows of a batch unwritten');
    }
  };
  await Promise.all(Array.from({ length: BATCHES_AT_ONCE }, next));
}

/**
 * Prepares learners who are signed in and have begun an attempt. The service's own records and handler write their rows, in
 * memory, from where they are copied in batches: the same rows as after so many sign-ins, in a hundredth of the time.
 */
export async function prepareLearners(
  count: number,
  {
    client,
    activityId,
    assessmentId,
    profile,
  }: { client: DynamoDBClient; activityId: string; assessmentId: string; profile?: Profile },
): Promise<readonly Begun[]> {
  const system = createDynamoTable({ client, tableName });
  const [ids, clock, digests] = [systemIds(), systemClock(), nodeDigests()];
  const listed = await system.get(entities.catalog.keyOf({ activityId }));
  const version = await system.get(entities.version.keyOf({ activityId, version: 1 }));
  if (!listed || !version) throw new Error(`The activity ${activityId} is not published`);
  const group = ids.id();

  const prepared: Begun[] = [];
  while (prepared.length < count) {
    const { table, keyTable } = createMemoryTables({});
    await table.write([listed, version].map((row) => ({ kind: 'put', row, expect: 'absent' })));
    // What starting an attempt takes; whatever else it asked for would be missed at once.
    const base = { table, clock, ids, digests, ciphers: nodeCiphers(), log: () => {} };
    const config = { siteUrl: 'http://localhost', providerName: '', providerContact: '', commit: '', node: '' };
    const ports = { ...base, config } as unknown as Ports;
    const begin = beginningAttempts(ports, { activityId, assessmentId });
    for (let made = 0; made < CHUNK && prepared.length < count; made++)
      prepared.push(await begin(`learner-${group}-${prepared.length}@example.org`, profile));
    const made = [...table.rows(), ...keyTable.rows()].filter(({ pk }) => pk !== listed.pk && pk !== version.pk);
    await copy(made, client);
  }
  return prepared;
}
