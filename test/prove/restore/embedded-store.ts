import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { rowOf, storedItem } from '../../../functions/adapters/dynamodb-items.ts';
import { createDynamoTable } from '../../../functions/adapters/dynamodb-table.ts';
import { createS3Documents } from '../../../functions/adapters/s3-documents.ts';
import type { Item } from '../../../infra/cli/backup/format.ts';
import { putItems } from '../../../infra/cli/backup/restore-backup.ts';
import type { Store } from '../../../infra/cli/backup/store.ts';
import { localNames } from '../../../infra/local/names.ts';
import { startDynamoDb } from '../../../infra/local/parts/dynamodb.ts';
import { startS3 } from '../../../infra/local/parts/s3.ts';
import type { DocumentStore, Row, Table } from '../../../shared/ports.ts';
import { isPartitionOfKeyTable } from '../../../shared/table.ts';
import { localCredentials } from '../../contracts/implementation.ts';
import { clientOf } from '../../contracts/table-on-dynamodb.ts';
import { tableSchema } from '../../contracts/table-schema.ts';
import type { MemoryDocuments } from '../../simulation/ports/memory-documents.ts';
import { createMemoryTables } from '../../simulation/ports/memory-table.ts';

/** An empty store on the embedded parts that `npm start` runs, in a folder laid out as there. */
export interface EmbeddedStore extends Store {
  readonly dataDir: string;
  readonly ports: { readonly table: Table; readonly documents: DocumentStore };
  stop(): Promise<void>;
}

export async function startStore(): Promise<EmbeddedStore> {
  const dataDir = mkdtempSync(join(tmpdir(), 'credit-wallet-restore-'));
  const { table: records, keyTable: keys, bucket } = localNames;
  const dynamo = await startDynamoDb({ dataDir });
  const objects = await startS3({ dataDir: join(dataDir, 's3'), buckets: [bucket], credentials: localCredentials });
  const dynamoDb = clientOf(dynamo.endpoint);
  for (const TableName of [records, keys]) await dynamoDb.send(new CreateTableCommand({ TableName, ...tableSchema }));
  const s3 = new S3Client({ endpoint: objects.endpoint, region: 'us-east-1', credentials: localCredentials });
  const tableName = (pk: string): string => (isPartitionOfKeyTable(pk) ? keys : records);
  return {
    ...{ ...localNames, dynamoDb, s3, dataDir },
    ports: {
      table: createDynamoTable({ client: dynamoDb, tableName }),
      documents: createS3Documents({ client: s3, bucket }),
    },
    stop: async () => {
      await Promise.all([dynamo.stop(), objects.stop()]);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function* itemsOf(rows: readonly Row[]): AsyncGenerator<Item> {
  for (const row of rows) yield storedItem(row, 'poured');
}

/** Puts rows of a memory into a store as they are, whatever stood there. */
export async function pourRows({ dynamoDb, table, keyTable }: EmbeddedStore, rows: readonly Row[]): Promise<void> {
  for (const [name, these] of Map.groupBy(rows, ({ pk }) => (isPartitionOfKeyTable(pk) ? keyTable : table)))
    await putItems(dynamoDb, name, itemsOf(these));
}

/** A memory with the rows of a store, for a service that goes on with them. */
export async function memoryOf(store: EmbeddedStore, now: () => string): Promise<Table> {
  const { table } = createMemoryTables({ nowMs: () => Date.parse(now()) });
  for (const name of [store.table, store.keyTable])
    for (const row of await rowsIn(store, name)) await table.write([{ kind: 'put', row, expect: 'absent' }]);
  return table;
}

export async function pourDocuments({ ports }: EmbeddedStore, { kept }: MemoryDocuments): Promise<void> {
  for (const [key, { bytes, contentType }] of kept) await ports.documents.putOnce({ key, bytes, contentType });
}

/** Every row of a table. */
export async function rowsIn({ dynamoDb }: EmbeddedStore, table: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let from: Item | undefined;
  do {
    const page = await dynamoDb.send(new ScanCommand({ TableName: table, ExclusiveStartKey: from }));
    rows.push(...(page.Items ?? []).map(rowOf));
    from = page.LastEvaluatedKey;
  } while (from);
  return rows;
}
