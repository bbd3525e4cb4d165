import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../../infra/cli/run.ts';

interface Account {
  readonly concurrency: number;
  readonly writes: number;
  readonly reads: number;
  readonly mailRate: number;
  readonly throttleRate: number;
  /** Service Quotas may not be asked. */
  readonly quotasDenied?: true;
}

const stackXml = `<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>prod</StackName>
<StackStatus>CREATE_COMPLETE</StackStatus><CreationTime>2026-01-01T00:00:00Z</CreationTime><Outputs><member>
<OutputKey>TableName</OutputKey><OutputValue>prod-table</OutputValue></member></Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;

/** AWS as the preflight meets it: each service by its own wire protocol, on one port. */
async function startAws(account: Account): Promise<{ readonly server: Server; readonly asked: string[] }> {
  const asked: string[] = [];
  const quotasOf: Readonly<Record<string, object[]>> = {
    apigateway: [{ QuotaCode: 'L-8A5B8E43', QuotaName: 'Throttle rate', Value: account.throttleRate }],
    states: [],
    kms: [{ QuotaCode: 'L-1', QuotaName: 'Cryptographic operations (ECC) request rate', Value: 1_000 }],
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const target = String(request.headers['x-amz-target'] ?? '').split('.')[1];
    const action = target ?? new URLSearchParams(body).get('Action') ?? request.url ?? '';
    asked.push(action);
    const json = (value: object, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(value));
    const xml = (text: string) => response.writeHead(200, { 'content-type': 'text/xml' }).end(text);
    switch (action) {
      case 'DescribeStacks':
        return void xml(stackXml);
      case 'GetSendQuota':
        return void xml(
          `<GetSendQuotaResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><GetSendQuotaResult><MaxSendRate>${account.mailRate}</MaxSendRate><Max24HourSend>50000</Max24HourSend><SentLast24Hours>12</SentLast24Hours></GetSendQuotaResult></GetSendQuotaResponse>`,
        );
      case 'DescribeTable':
        return void json({
          Table: { WarmThroughput: { ReadUnitsPerSecond: account.reads, WriteUnitsPerSecond: account.writes } },
        });
      case 'ListServiceQuotas':
        return void (account.quotasDenied
          ? json({ __type: 'AccessDeniedException', Message: 'not allowed to list' }, 400)
          : json({ Quotas: quotasOf[(JSON.parse(body) as { ServiceCode: string }).ServiceCode] ?? [] }));
      default:
        // Lambda's is REST: GET /2016-08-19/account-settings
        return void json({ AccountLimit: { UnreservedConcurrentExecutions: account.concurrency } });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, asked };
}

let aws: Awaited<ReturnType<typeof startAws>> | undefined;
const plenty: Account = { concurrency: 3_000, writes: 40_000, reads: 40_000, mailRate: 50, throttleRate: 10_000 };

async function preflight(account: Account, ...args: string[]) {
  aws = await startAws(account);
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${(aws.server.address() as AddressInfo).port}`);
  const [printed, complained]: [string[], string[]] = [[], []];
  const code = await run(['preflight', ...args], {
    print: (line) => void printed.push(line),
    complain: (line) => void complained.push(line),
  });
  return { code, printed: printed.join('\n'), complained: complained.join('\n') };
}

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  vi.stubEnv('AWS_REGION', 'us-east-1');
});
afterEach(() => {
  vi.unstubAllEnvs();
  aws?.server.closeAllConnections();
  aws?.server.close();
  aws = undefined;
});

describe('wallet preflight', () => {
  it('says that an event fits, service by service, from what the account really has', async () => {
    const { code, printed } = await preflight(plenty, '--stack', 'prod');
    expect(code).toBe(0);
    expect(printed).toContain('10,000 learners who submit within 15 s:');
    for (const service of ['API Gateway', 'Lambda', 'Step Functions', 'DynamoDB', 'KMS', 'SES'])
      expect(printed).toContain(`fits  ${service}: `);
    expect(printed).toContain('The event fits. Nothing is to be asked for.');
    expect(new Set(aws?.asked)).toEqual(
      new Set(['DescribeStacks', 'ListServiceQuotas', 'DescribeTable', 'GetSendQuota', '/2016-08-19/account-settings']),
    );
  });

  it('says what is too little, how long the last learner would wait, and what to ask AWS for', async () => {
    const small: Account = { concurrency: 10, writes: 4_000, reads: 12_000, mailRate: 1, throttleRate: 500 };
    const { code, printed } = await preflight(small, '--stack', 'prod');
    expect(code).toBe(1);
    expect(printed).toMatch(/DOES NOT FIT {2}Lambda: .*10 may be: the last learner waits 12 minutes/);
    expect(printed).toContain('Ask for: Service Quotas, AWS Lambda, “Concurrent executions”: 2,500.');
    expect(printed).toMatch(/DOES NOT FIT {2}API Gateway: .*Ask for/s);
    expect(printed).toMatch(/DOES NOT FIT {2}SES: .*the last mail leaves after 167 minutes/);
    expect(printed).toMatch(
      /aws dynamodb update-table --table-name prod-table --warm-throughput ReadUnitsPerSecond=\d+,WriteUnitsPerSecond=\d+/,
    );
    expect(printed).toContain('docs/runbooks/live-event.md');
  });

  it('judges a small event by its own size', async () => {
    const small: Account = { ...plenty, writes: 4_000, reads: 12_000, mailRate: 14, concurrency: 1_000 };
    expect(await preflight(small, '--stack', 'prod', '--learners', '500', '--within', '60')).toMatchObject({ code: 0 });
  });

  it('lets the published quota stand in for what AWS does not tell, and says so', async () => {
    const { code, complained } = await preflight({ ...plenty, quotasDenied: true }, '--stack', 'prod');
    expect(code).toBe(0);
    expect(complained).toContain('API Gateway did not tell its quota');
    expect(complained).toContain('What AWS published by 2026-11-26 stands in for it.');
  });

  it('says that one machine has no quotas of AWS', async () => {
    const { code, printed } = await preflight(plenty);
    expect(code).toBe(0);
    expect(printed).toContain('A system on one machine has no quotas of AWS');
    expect(aws?.asked).toEqual([]);
  });

  it('refuses numbers that are none, and two systems at once', async () => {
    expect((await preflight(plenty, '--learners', 'many')).complained).toContain('“many” is no number for --learners.');
    expect((await preflight(plenty, '--stack', 'prod', '--data', '.wallet')).complained).toContain('not both');
  });
});
