import { createHash } from 'node:crypto';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Expectation, Key, ListedRow, Row } from '../../shared/ports.ts';

/** The attribute that tells which write a row is of. It belongs to the adapter, and no reader of the port sees it. */
const WRITE_MARK = 'writeId';

/**
 * Marks a row as of a write whose id is kept nowhere. Each row of a transaction has another mark: one that they shared would
 * tell whoever reads the table whose evaluation or answers lie beside the learner's own row (ADR 9).
 */
const markOf = ({ pk, sk }: Key, writeId: string): string =>
  createHash('sha256')
    .update(JSON.stringify([writeId, pk, sk]))
    .digest('base64url');

/** Whether what is stored at a key is of that very write. */
export const isOfWrite = (key: Key, item: Record<string, AttributeValue> | undefined, writeId: string): boolean =>
  item?.[WRITE_MARK]?.S === markOf(key, writeId);

/** A key as DynamoDB takes it; a row passes for its key. */
export const keyItem = ({ pk, sk }: Key): Record<string, AttributeValue> => marshall({ pk, sk });

/** A row as it is stored. */
export const storedItem = (row: Row, writeId: string): Record<string, AttributeValue> =>
  marshall({ ...row, [WRITE_MARK]: markOf(row, writeId) }, { removeUndefinedValues: true });

/** A row as it was put. */
export function rowOf(item: Record<string, AttributeValue>): Row {
  const { [WRITE_MARK]: _, ...attributes } = unmarshall(item);
  const { pk, sk, rev, ...others } = attributes;
  if (typeof pk !== 'string' || typeof sk !== 'string' || typeof rev !== 'number')
    throw new TypeError(`The table holds an item that is no row: ${String(pk)} ${String(sk)}`);
  return { pk, sk, rev, ...others };
}

/** What the lists index holds of a row; a row that shows nothing there stands in it as an empty map. */
export function listedRowOf(item: Record<string, AttributeValue>): ListedRow {
  const { pk, sk, listSk, listed = {} } = unmarshall(item);
  if (typeof pk !== 'string' || typeof sk !== 'string' || typeof listSk !== 'string')
    throw new TypeError(`A list holds an item that is no row: ${String(pk)} ${String(sk)}`);
  return { pk, sk, listSk, listed };
}

/** The condition that an expectation is. */
export const conditionOf = (
  expect: Expectation,
): { ConditionExpression: string; ExpressionAttributeValues?: Record<string, AttributeValue> } =>
  expect === 'absent'
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : { ConditionExpression: 'rev = :rev', ExpressionAttributeValues: marshall({ ':rev': expect }) };
