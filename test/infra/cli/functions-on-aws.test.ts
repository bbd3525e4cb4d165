import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { functionsOf } from '../../../infra/cli/functions.ts';
import { startHost } from './host.ts';

/** CloudFormation's answer to DescribeStacks, with one output. */
const described = `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks><member>
<StackName>prod</StackName><StackStatus>UPDATE_COMPLETE</StackStatus><CreationTime>2026-01-01T00:00:00Z</CreationTime>
<Outputs><member><OutputKey>ListParkedFunction</OutputKey><OutputValue>prod-list-7X</OutputValue></member>
<member><OutputKey>RedriveWorkFunction</OutputKey><OutputValue>prod-redrive-9Y</OutputValue></member></Outputs>
</member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;

let formation: Server;
let host: Awaited<ReturnType<typeof startHost>>;
beforeEach(async () => {
  formation = createServer((_, response) => response.setHeader('content-type', 'text/xml').end(described));
  formation.listen(0, '127.0.0.1');
  await once(formation, 'listening');
  host = await startHost({
    'prod-list-7X': () => ({ returned: { work: [] } }),
    'prod-redrive-9Y': () => ({ threw: { errorType: 'Error', errorMessage: 'no such table' } }),
  });
  const { port } = formation.address() as AddressInfo;
  vi.stubEnv('AWS_ENDPOINT_URL_CLOUDFORMATION', `http://127.0.0.1:${port}`);
  vi.stubEnv('AWS_ENDPOINT_URL_LAMBDA', host.endpoint);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  vi.stubEnv('AWS_REGION', 'us-east-1');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  formation.closeAllConnections();
  formation.close();
  await host.stop();
});

describe('the functions of a deployed stack', () => {
  it('are found by the stack’s outputs and invoked through Lambda', async () => {
    expect(await functionsOf({ stack: 'prod' })('list-parked', {})).toEqual({ work: [] });
    expect(host.invoked).toEqual([{ name: 'prod-list-7X', input: {} }]);
  });

  it('say why they failed', async () => {
    await expect(functionsOf({ stack: 'prod' })('redrive-work', { workId: 'x' })).rejects.toThrow(
      'The function redrive-work failed: no such table.',
    );
  });

  it('are missed by name when the stack is older than the command', async () => {
    await expect(functionsOf({ stack: 'prod' })('publish-activity', {})).rejects.toThrow(
      'The stack prod has no output PublishActivityFunction. Deploy it again with npx cdk deploy.',
    );
  });
});
