import type { Table } from '../../shared/ports.ts';
import { createMemoryTable } from '../simulation/memory-table.ts';
import type { Implementation } from './implementation.ts';
import { describeTable } from './table.ts';
import { awsTable, embeddedTable, motoTable } from './table-on-dynamodb.ts';

const memoryTable: Implementation<Table> = {
  name: 'in memory',
  start: async () => ({ port: createMemoryTable(), stop: async () => {} }),
};

const { CREDIT_WALLET_AWS_TABLE, CREDIT_WALLET_MOTO_SERVER } = process.env;
const implementations = [
  memoryTable,
  embeddedTable,
  ...(CREDIT_WALLET_MOTO_SERVER ? [motoTable(CREDIT_WALLET_MOTO_SERVER)] : []),
  ...(CREDIT_WALLET_AWS_TABLE ? [awsTable(CREDIT_WALLET_AWS_TABLE)] : []),
];
for (const implementation of implementations) describeTable(implementation);
