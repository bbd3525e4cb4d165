import type { AttributeValue } from '@aws-sdk/client-dynamodb';

export type Item = Readonly<Record<string, AttributeValue>>;

const utf8 = (text: string): number => Buffer.byteLength(text);

/** A byte for each two digits that count, and one more. */
const numberSize = (written: string): number => {
  const digits = written.replace(/e.*$/i, '').replaceAll(/[-+.]/g, '').replace(/^0+/, '').replace(/0+$/, '');
  return Math.ceil(digits.length / 2) + 1;
};

/** A list or a map has three bytes of its own, and one for each thing in it. */
function valueSize(value: AttributeValue): number {
  if (value.S !== undefined) return utf8(value.S);
  if (value.N !== undefined) return numberSize(value.N);
  if (value.L !== undefined) return value.L.reduce((sum, each) => sum + valueSize(each) + 1, 3);
  if (value.M !== undefined) return itemSize(value.M) + Object.keys(value.M).length + 3;
  if (value.B !== undefined) return value.B.length;
  return 1;
}

/**
 * How many bytes DynamoDB counts for an item: its names and values as "DynamoDB item sizes and formats" has it
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html).
 */
export const itemSize = (item: Item): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + utf8(name) + valueSize(value), 0);
