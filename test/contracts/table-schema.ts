import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { workIndex } from '../../shared/table.ts';

/** The table as the ports need it, apart from its name. */
export const tableSchema = {
  AttributeDefinitions: ['pk', 'sk', 'workPk', 'workSk'].map((AttributeName) => ({
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
  ],
  BillingMode: 'PAY_PER_REQUEST',
} as const satisfies Omit<CreateTableCommandInput, 'TableName'>;
