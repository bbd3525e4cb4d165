import type { Limits } from '../../live-event.ts';
import { publishedLimits } from '../../live-event.ts';
import { type Quota, quotas } from '../../quotas.ts';
import { outputsOf, refusedByAws } from '../functions-on-aws.ts';

/** What was read of an account, and what could not be, for which AWS's published quotas stand in. */
export interface ReadLimits {
  readonly limits: Limits;
  readonly tableName: string;
  readonly unread: readonly { readonly service: string; readonly why: string }[];
}

type Listed = Required<Pick<Quota, 'listed'>>['listed'];

/** The value of a quota in this account and Region, found by its code or, where none is published, by its name. */
async function quotaOf({ service, code, name }: Listed): Promise<number> {
  const { ServiceQuotasClient, paginateListServiceQuotas } = await import('@aws-sdk/client-service-quotas');
  const client = new ServiceQuotasClient();
  for await (const { Quotas = [] } of paginateListServiceQuotas({ client, pageSize: 100 }, { ServiceCode: service })) {
    const found = Quotas.find((quota) => (code ? quota.QuotaCode === code : quota.QuotaName === name));
    if (found?.Value !== undefined) return found.Value;
  }
  throw new Error(`Service Quotas does not list “${name}”`);
}

async function concurrencyOf(): Promise<number> {
  const { GetAccountSettingsCommand, LambdaClient } = await import('@aws-sdk/client-lambda');
  const { AccountLimit } = await new LambdaClient().send(new GetAccountSettingsCommand());
  // What other functions reserved is not there for these.
  const free = AccountLimit?.UnreservedConcurrentExecutions ?? AccountLimit?.ConcurrentExecutions;
  if (free === undefined) throw new Error('Lambda did not say how many functions may be at work');
  return free;
}

async function mailLimits(): Promise<Pick<Limits, 'mailRate' | 'mailsADay'>> {
  const { GetSendQuotaCommand, SESClient } = await import('@aws-sdk/client-ses');
  const { MaxSendRate, Max24HourSend, SentLast24Hours = 0 } = await new SESClient().send(new GetSendQuotaCommand());
  if (MaxSendRate === undefined || Max24HourSend === undefined) throw new Error('SES did not say how much may be sent');
  return { mailRate: MaxSendRate, mailsADay: Math.max(0, Max24HourSend - SentLast24Hours) };
}

/** What the table takes at once: what it was warmed up for, or what it took before. */
async function throughputOf(TableName: string): Promise<Pick<Limits, 'writes' | 'reads'>> {
  const { DescribeTableCommand, DynamoDBClient } = await import('@aws-sdk/client-dynamodb');
  const { Table } = await new DynamoDBClient().send(new DescribeTableCommand({ TableName }));
  const { ReadUnitsPerSecond, WriteUnitsPerSecond } = Table?.WarmThroughput ?? {};
  if (ReadUnitsPerSecond === undefined || WriteUnitsPerSecond === undefined)
    throw new Error('DynamoDB did not say what the table is warmed up for');
  return { writes: WriteUnitsPerSecond, reads: ReadUnitsPerSecond };
}

/** Reads what the account and the stack have. The stack must be there; of anything else that AWS does not tell, the published quota stands in. */
export async function readLimits(stack: string): Promise<ReadLimits> {
  const tableName = (await outputsOf(stack)).get('TableName');
  if (tableName === undefined) return refusedByAws(new Error(`the stack ${stack} has no output TableName`));
  const unread: { service: string; why: string }[] = [];
  const read = async <Name extends keyof Limits>(
    service: string,
    names: readonly Name[],
    reading: () => Promise<Pick<Limits, Name>>,
  ): Promise<Partial<Limits>> => {
    try {
      const found = await reading();
      return Object.fromEntries(names.map((name) => [name, found[name]]));
    } catch (error) {
      unread.push({ service, why: error instanceof Error ? error.message : String(error) });
      return {};
    }
  };
  const parts = await Promise.all([
    read('API Gateway', ['requests'], async () => ({ requests: await quotaOf(quotas.gatewayRequests.listed) })),
    read('Lambda', ['concurrency'], async () => ({ concurrency: await concurrencyOf() })),
    read('Step Functions', ['starts'], async () => ({ starts: await quotaOf(quotas.expressStarts.listed) })),
    read('DynamoDB', ['writes', 'reads'], () => throughputOf(tableName)),
    read('KMS', ['signatures'], async () => ({ signatures: await quotaOf(quotas.signatures.listed) })),
    read('SES', ['mailRate', 'mailsADay'], mailLimits),
  ]);
  return { limits: Object.assign({}, publishedLimits, ...parts), tableName, unread };
}
