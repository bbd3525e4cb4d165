import { type AttributeValue, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { rowOf } from '../../../functions/adapters/dynamodb-items.ts';

/** What the table holds of submissions after a run. */
export interface Counted {
  /** How an attempt ended, by its id: `passed`, `failed`, or whatever it is at instead. */
  readonly statusOf: ReadonlyMap<string, string>;
  /** How often the ledgers say how an attempt ended, with which score. */
  readonly entriesOf: ReadonlyMap<string, readonly { readonly type: string; readonly score: number }[]>;
  /** Whether the work that a submission asked for has ended, by the attempt's id. */
  readonly workOf: ReadonlyMap<string, string>;
  /** How many endings are counted for the activity's outcomes, where nobody can tell whose they are. */
  readonly sittings: number;
}

/** Reads the whole table once, as no function may; ten thousand learners would else take forty thousand reads. */
export async function countResults(client: DynamoDBClient): Promise<Counted> {
  const statusOf = new Map<string, string>();
  const entriesOf = new Map<string, { type: string; score: number }[]>();
  const workOf = new Map<string, string>();
  let sittings = 0;
  let from: Record<string, AttributeValue> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        ...{ TableName: 'credit-wallet', ConsistentRead: true, ExclusiveStartKey: from },
        FilterExpression: 'kind IN (:attempt, :entry, :work, :sitting)',
        ExpressionAttributeValues: {
          ...{ ':attempt': { S: 'attempt' }, ':entry': { S: 'ledgerEntry' } },
          ...{ ':work': { S: 'work' }, ':sitting': { S: 'sitting' } },
        },
      }),
    );
    for (const item of page.Items ?? []) {
      const { kind, data } = rowOf(item) as unknown as { kind: string; data: Record<string, string> };
      if (kind === 'sitting') sittings++;
      else if (kind === 'attempt') statusOf.set(String(data.attemptId), String(data.status));
      else if (kind === 'work') workOf.set(String(data.workId).replace(/^grade-/, ''), String(data.status));
      else {
        const { type, data: fact } = data as unknown as { type: string; data: { attemptId?: string; score?: number } };
        const { attemptId, score = -1 } = fact;
        if (attemptId === undefined) continue;
        const entries = entriesOf.get(attemptId) ?? [];
        entries.push({ type, score });
        entriesOf.set(attemptId, entries);
      }
    }
    from = page.LastEvaluatedKey;
  } while (from);
  return { statusOf, entriesOf, workOf, sittings };
}
