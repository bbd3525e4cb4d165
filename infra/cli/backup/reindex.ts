import { parseArgs } from 'node:util';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { localNames } from '../../local/names.ts';
import { type Command, UsageError } from '../command.ts';
import { figure } from '../figure.ts';
import { functionsOf, localSystem, systemOptions } from '../functions.ts';
import { outputsOf } from '../functions-on-aws.ts';

interface KeyTable {
  readonly dynamoDb: DynamoDBClient;
  readonly table: string;
}

type Which = { readonly data?: string; readonly stack?: string };

/** The keys' table, by the rights of whoever runs this: no function may read it through. */
async function keyTableOf({ data, stack }: Which): Promise<KeyTable> {
  if (stack === undefined) {
    const { dynamoDbEndpoint: endpoint } = localSystem(data);
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    return { dynamoDb: new DynamoDBClient({ endpoint, region: 'us-east-1', credentials }), table: localNames.keyTable };
  }
  const table = (await outputsOf(stack)).get('KeyTableName');
  if (table === undefined)
    throw new UsageError(`The stack ${stack} has no output KeyTableName. Deploy it again with npx cdk deploy.`);
  return { dynamoDb: new DynamoDBClient(), table };
}

/** Learners whose key was destroyed. Keys are in no backup, so that this is what is known of it whatever was brought back. */
export async function destroyedKeys({ dynamoDb, table }: KeyTable): Promise<readonly string[]> {
  const erased: string[] = [];
  let from: Record<string, never> | undefined;
  do {
    const page = await dynamoDb.send(
      new ScanCommand({
        TableName: table,
        FilterExpression: 'kind = :kind AND attribute_exists(#data.destroyedAt)',
        ProjectionExpression: '#data.learnerId',
        ExpressionAttributeNames: { '#data': 'data' },
        ExpressionAttributeValues: { ':kind': { S: 'dataKey' } },
        ExclusiveStartKey: from,
      }),
    );
    erased.push(...(page.Items ?? []).flatMap((item) => item.data?.M?.learnerId?.S ?? []));
    from = page.LastEvaluatedKey as typeof from;
  } while (from);
  return erased;
}

/** Learners that one call erases again. */
const AT_ONCE = 25;

/** Has written again what no list shows, and erased again who was erased. */
export const reindex: Command['run'] = async (args, terminal) => {
  const { values } = parseArgs({ args: [...args], options: systemOptions });
  const invoke = functionsOf(values);
  const erased = await destroyedKeys(await keyTableOf(values)).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message || cause.name : cause;
    throw new UsageError(`The table of the keys cannot be read, and nothing was written: ${why}`, { cause });
  });
  let again = 0;
  for (let at = 0; at < erased.length; at += AT_ONCE)
    again += (await invoke('reindex', { erased: erased.slice(at, at + AT_ONCE) })).erased;

  const sums = { learners: 0, unreadable: 0, credits: 0, completions: 0, mails: 0, directory: 0 };
  let place: { readonly shard: number; readonly cursor?: string | undefined } | undefined = { shard: 0 };
  while (place) {
    const page: Awaited<ReturnType<typeof invoke<'reindex'>>> = await invoke('reindex', place);
    sums.learners += page.learners;
    sums.unreadable += page.unreadable;
    for (const [what, written] of Object.entries(page.written)) sums[what as keyof typeof page.written] += written;
    place = page.next;
  }
  const { learners, unreadable, credits, completions, mails, directory } = sums;
  terminal.print(
    `${figure(learners, 'learner')} looked at; put into lists: ${figure(credits, 'credit')}, ${figure(completions, 'completion')}, ${figure(mails, 'mail')}; into the directory: ${figure(directory, 'learner')}.`,
  );
  if (again > 0)
    terminal.print(
      `${figure(again, 'learner')} had been erased, and ${again === 1 ? 'is' : 'are'} erased again within the half hour.`,
    );
  if (unreadable > 0)
    terminal.print(`${figure(unreadable, 'profile')} cannot be read, because the key is gone. Their credits stand.`);
  return true;
};
