import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';

/** Why DynamoDB cancelled a transaction: one code a write, `None` for those that were not to blame. */
function codesOf(error: TransactionCanceledException): readonly (string | undefined)[] {
  return (error.CancellationReasons ?? []).map(({ Code }) => Code);
}

/** Whether a condition of the request failed, which no repetition changes. */
export const isConditionFailure = (error: unknown): error is Error =>
  error instanceof ConditionalCheckFailedException ||
  (error instanceof TransactionCanceledException && codesOf(error).includes('ConditionalCheckFailed'));

/** The indexes of the writes whose condition failed. */
export const lostWrites = (error: Error): readonly number[] =>
  error instanceof TransactionCanceledException
    ? codesOf(error).flatMap((code, index) => (code === 'ConditionalCheckFailed' ? [index] : []))
    : [0];

/** What may cancel a transaction although nothing is wrong with it. */
const busyCodes: ReadonlySet<string | undefined> = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
]);

/** Whether the rows were busy: another transaction held them, or they were throttled. */
export const isConflict = (error: unknown): boolean =>
  error instanceof TransactionConflictException ||
  (error instanceof TransactionCanceledException && codesOf(error).some((code) => busyCodes.has(code)));
