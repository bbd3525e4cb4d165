import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { listsIndex, workIndex } from '../../shared/table.ts';

/** The table as the ports need it, apart from its name. */
export const tableSchema = {
  AttributeDefinitions: ['pk', 'sk', 'workPk', 'workSk', 'listPk', 'listSk'].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S' as const,
  })),
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: workIndex.name,
      KeySchema: [
        { AttributeName: 'workPk', KeyType: 'HASH' },
        { AttributeName: 'workSk', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    },
    {
      IndexName: listsIndex.name,
      KeySchema: [
        { AttributeName: 'listPk', KeyType: 'HASH' },
        { AttributeName: 'listSk', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [listsIndex.holds] },
    },
  ],
  BillingMode: 'PAY_PER_REQUEST',
} as const satisfies Omit<CreateTableCommandInput, 'TableName'>;
