import { createServer, type IncomingHttpHeaders } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  DynamoDBClient,
  GetItemCommand,
  TransactionCanceledException,
} from '../../../../functions/adapters/stand-ins/client-dynamodb.ts';
import { S3Client } from '../../../../functions/adapters/stand-ins/client-s3.ts';
import { SESClient, SendRawEmailCommand } from '../../../../functions/adapters/stand-ins/client-ses.ts';
import { SFNClient } from '../../../../functions/adapters/stand-ins/client-sfn.ts';
import { close, listen } from '../../../../infra/local/parts/port.ts';
import { localCredentials } from '../../../contracts/implementation.ts';

/** What the service does next: answers, never answers, or hangs up. */
type Next = readonly [status: number, body: string] | 'hangs' | 'hangs up';
let script: Next[] = [];
let met: IncomingHttpHeaders[] = [];
const server = createServer((request, response) => {
  met.push(request.headers);
  const next = script.shift() ?? [200, '{}'];
  if (next === 'hangs up') return void request.socket.destroy();
  if (next !== 'hangs') response.writeHead(next[0]).end(next[1]);
});
let endpoint = '';
beforeAll(async () => {
  endpoint = `http://127.0.0.1:${await listen(server, 0)}`;
});
afterAll(() => close(server));
afterEach(() => {
  [script, met] = [[], []];
  vi.unstubAllEnvs();
});

const settings = () => ({
  endpoint,
  region: 'us-east-1',
  credentials: localCredentials,
  requestHandler: { requestTimeout: 300 },
});
const meets = (...next: Next[]) => {
  script = next;
  return new DynamoDBClient(settings()).send(new GetItemCommand({ TableName: 'records' }));
};
const refusal = (name: string, more = {}) =>
  JSON.stringify({ __type: `com.amazonaws#${name}`, message: 'No', ...more });

describe('a client of AWS', () => {
  it.each<readonly [string, Next]>([
    ['broke', [500, refusal('InternalServerError')]],
    ['is away', [503, '<html>Service Unavailable</html>']],
    ['is busy', [400, refusal('ThrottlingException')]],
    ['hung up', 'hangs up'],
    ['never answered', 'hangs'],
  ])('asks a service that %s once more', async (_, next) => {
    expect(await meets(next, [200, '{"Item":{}}'])).toEqual({ Item: {} });
    expect(met).toHaveLength(2);
  });

  it('gives up after three tries, and says how often it tried', async () => {
    const failing: Next = [500, refusal('InternalServerError')];
    await expect(meets(failing, failing, failing)).rejects.toMatchObject({
      ...{ name: 'InternalServerError', message: 'No', $fault: 'server' },
      $metadata: { attempts: 3, httpStatusCode: 500 },
    });
    await expect(meets('hangs up', 'hangs up', 'hangs up')).rejects.toMatchObject({
      ...{ code: 'ECONNRESET', $metadata: { attempts: 3 } },
    });
    expect(met).toHaveLength(6);
  });

  it('takes a refusal for an answer, with all that it says', async () => {
    const CancellationReasons = [{ Code: 'ConditionalCheckFailed' }];
    const refused = meets([400, refusal('TransactionCanceledException', { CancellationReasons })]);
    await expect(refused).rejects.toBeInstanceOf(TransactionCanceledException);
    await expect(refused).rejects.toMatchObject({ CancellationReasons, $metadata: { attempts: 1 } });
    expect(met).toHaveLength(1);
  });

  it('stops when whoever asked does not wait any longer', async () => {
    script = ['hangs', 'hangs'];
    const send = new DynamoDBClient(settings()).send(new GetItemCommand({}), { abortSignal: AbortSignal.timeout(20) });
    await expect(send).rejects.toMatchObject({ code: 'ABORT_ERR' });
    expect(met).toHaveLength(1);
  });

  it('does not wait for long where nobody listens', async () => {
    const nowhere = new DynamoDBClient({ ...settings(), endpoint: 'http://127.0.0.1:1' });
    await expect(nowhere.send(new GetItemCommand({}))).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('hands on the trace that a function runs under', async () => {
    vi.stubEnv('_X_AMZN_TRACE_ID', 'Root=1-2-3');
    await meets();
    expect(met[0]?.['x-amzn-trace-id']).toBe('Root=1-2-3');
  });

  it('reads credentials where Lambda puts them', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'ASIAROLE');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
    vi.stubEnv('AWS_SESSION_TOKEN', 'session');
    await new DynamoDBClient({ endpoint }).send(new GetItemCommand({}));
    expect(met[0]).toMatchObject({ 'x-amz-security-token': 'session' });
    expect(met[0]?.authorization).toContain('Credential=ASIAROLE/');
  });
});

describe('a service', () => {
  it.each([
    [new DynamoDBClient({ region: 'eu-west-1' }), 'https://dynamodb.eu-west-1.amazonaws.com/'],
    [new SESClient({ region: 'eu-west-1' }), 'https://email.eu-west-1.amazonaws.com/'],
    [new S3Client({ region: 'eu-west-1' }), 'https://s3.eu-west-1.amazonaws.com/'],
    [new DynamoDBClient({ region: 'cn-north-1' }), 'https://dynamodb.cn-north-1.amazonaws.com.cn/'],
  ])('is asked in its Region', (client, address) => expect(client.address().href).toBe(address));

  it('is asked where the environment says', () => {
    vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', endpoint);
    expect(new DynamoDBClient({}).address().origin).toBe(endpoint);
    expect(new SFNClient({ region: 'eu-west-1' }).address('sync-').host).toBe('sync-states.eu-west-1.amazonaws.com');
  });

  it('that speaks XML says its errors in words', async () => {
    script = [
      [
        400,
        '<ErrorResponse><Error><Code>MessageRejected</Code><Message>A &lt;b&gt; &#38; c</Message></Error></ErrorResponse>',
      ],
    ];
    const command = new SendRawEmailCommand({
      ...{
        Source: 'a',
        Destinations: ['b'],
        RawMessage: { Data: new Uint8Array() },
        Tags: [],
        ConfigurationSetName: undefined,
      },
    });
    await expect(new SESClient(settings()).send(command)).rejects.toMatchObject({
      ...{ name: 'MessageRejected', message: 'A <b> & c' },
    });
  });
});
