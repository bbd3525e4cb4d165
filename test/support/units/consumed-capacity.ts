import type { ConsumedCapacity, DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** What a request was billed, as DynamoDB tells it. */
export interface Consumed {
  readonly command: string;
  readonly read: number;
  readonly write: number;
}

const isReading = (command: string): boolean => /^(GetItem|BatchGetItem|Query)Command$/.test(command);

/** Has a client ask of every request what it consumed, and says so. It asks last, so that the signature covers it. */
export function hearConsumed(client: DynamoDBClient, heard: (consumed: Consumed) => void): void {
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const input = { ...args.input, ReturnConsumedCapacity: 'INDEXES' };
        const result = await next({ ...args, input });
        const told: ConsumedCapacity | readonly ConsumedCapacity[] =
          Reflect.get(result.output, 'ConsumedCapacity') ?? [];
        const units = [told].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
        heard({
          command: commandName,
          read: isReading(commandName) ? units : 0,
          write: isReading(commandName) ? 0 : units,
        });
        return result;
      },
    { step: 'initialize', name: 'hearConsumed' },
  );
}
