import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createDynamoTable } from '../../../functions/adapters/dynamodb-table.ts';
import { startDynamoDb } from '../../../infra/local/parts/dynamodb.ts';
import { createTable } from '../../../infra/local/table.ts';
import { localCredentials } from '../../contracts/implementation.ts';
import { clientOf } from '../../contracts/table-on-dynamodb.ts';
import { tableSchema } from '../../contracts/table-schema.ts';

it('gives the table of an earlier version the index that it lacks, with what was written before', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'credit-wallet-table-'));
  const { endpoint, stop } = await startDynamoDb({ dataDir });
  try {
    const [work, lists] = tableSchema.GlobalSecondaryIndexes;
    const local = { endpoint, region: 'us-east-1', credentials: localCredentials };
    const withIndexes = (indexes: readonly object[], attributes: readonly string[]) => ({
      name: 'records',
      properties: {
        ...tableSchema,
        AttributeDefinitions: tableSchema.AttributeDefinitions.filter((one) => attributes.includes(one.AttributeName)),
        GlobalSecondaryIndexes: indexes,
      },
    });
    await createTable(withIndexes([work], ['pk', 'sk', 'workPk', 'workSk']), local);
    const table = createDynamoTable({ client: clientOf(endpoint), tableName: 'records' });
    const row = { pk: 'A', sk: 'B', rev: 1, listPk: 'L', listSk: '1', listed: { n: 1 } };
    await table.write([{ kind: 'put', row, expect: 'absent' }]);
    for (let start = 0; start < 2; start++) {
      await createTable(withIndexes([work, lists], ['pk', 'sk', 'workPk', 'workSk', 'listPk', 'listSk']), local);
      expect((await table.queryList({ listPk: 'L', limit: 5 })).rows).toEqual([
        { pk: 'A', sk: 'B', listSk: '1', listed: { n: 1 } },
      ]);
    }
  } finally {
    await stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}, 60_000);
