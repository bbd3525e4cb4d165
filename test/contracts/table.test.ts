import type { Table } from '../../shared/ports.ts';
import { createMemoryTable } from '../simulation/ports/memory-table.ts';
import { describeGiven, type Implementation, MOTO } from './implementation.ts';
import { describeTable } from './table.ts';
import { awsTable, embeddedTable, motoTable } from './table-on-dynamodb.ts';

const memoryTable: Implementation<Table> = {
  name: 'in memory',
  start: async () => ({ port: createMemoryTable(), stop: async () => {} }),
};

for (const implementation of [memoryTable, embeddedTable]) describeTable(implementation);
describeGiven('the table on moto', MOTO, (server) => describeTable(motoTable(server)));
describeGiven('the table in AWS', 'CREDIT_WALLET_AWS_TABLE', (name) => describeTable(awsTable(name)));
