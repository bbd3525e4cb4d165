import type { AttributeValue, DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';
import { itemSize } from '../../support/units/item-size.ts';
import { indexed } from '../../support/units/units.ts';

type Item = Record<string, AttributeValue>;

/** What DynamoDB adds to each item that it keeps, in the table and in an index ("DynamoDB item sizes and formats"). */
const OVERHEAD = 100;
const bytesOf = (item: Item): number =>
  [item, indexed('work', item), indexed('lists', item)].reduce(
    (sum, each) => sum + (each ? itemSize(each) + OVERHEAD : 0),
    0,
  );

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null;
/** The items that a request puts. */
const putBy = (input: object): readonly Item[] => {
  const single: unknown = Reflect.get(input, 'Item');
  const many: readonly TransactWriteItem[] = Reflect.get(input, 'TransactItems') ?? [];
  return [single, ...many.map(({ Put }) => Put?.Item)].filter(isItem);
};

/** Adds up what stays: rows that are not forgotten by themselves, and documents. */
export function watchKept(clients: { readonly table: DynamoDBClient; readonly s3: S3Client }): () => {
  readonly table: number;
  readonly documents: number;
} {
  const rows = new Map<string, number>();
  let documents = 0;
  clients.table.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      for (const item of putBy(args.input)) rows.set(`${item.pk?.S} ${item.sk?.S}`, item.expiresAt ? 0 : bytesOf(item));
      return result;
    },
    { step: 'initialize', name: 'watchRows' },
  );
  clients.s3.middlewareStack.add(
    (next) => (args) => {
      const body: unknown = Reflect.get(args.input, 'Body');
      if (body instanceof Uint8Array) documents += body.length;
      return next(args);
    },
    { step: 'initialize', name: 'watchDocuments' },
  );
  return () => ({ table: [...rows.values()].reduce((sum, bytes) => sum + bytes, 0), documents });
}
