import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as dynamo from '@aws-sdk/client-dynamodb';
import * as ses from '@aws-sdk/client-ses';
import * as sfn from '@aws-sdk/client-sfn';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quickSdk } from '../../../functions/adapters/quick-sdk.ts';
import { bundling } from '../../../infra/bundle.ts';
import { projectFolder } from '../../../infra/house/project-folder.ts';
import { close, listen } from '../../../infra/local/parts/port.ts';

const whole = { ...dynamo, ...ses, ...sfn };
const entry = `
  export { DynamoDBClient, PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
  export { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
  export { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
`;

let lean: typeof whole;
let server: Server;
let endpoint: string;
let answer: { readonly status: number; readonly body: string };
const folder = mkdtempSync(join(tmpdir(), 'lean-'));

beforeAll(async () => {
  const outfile = join(folder, 'lean.mjs');
  await build({
    ...bundling,
    absWorkingDir: projectFolder,
    stdin: { contents: entry, resolveDir: projectFolder },
    outfile,
  });
  lean = await import(outfile);
  server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(answer.status).end(answer.body));
  });
  endpoint = `http://127.0.0.1:${await listen(server, 0)}`;
}, 60_000);
afterAll(async () => {
  await close(server);
  rmSync(folder, { recursive: true });
});

const json = (name: string, more: object = {}): string =>
  JSON.stringify({ __type: `com.amazonaws.service#${name}`, message: `It is ${name}`, ...more });
const xml = (name: string): string =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${name}</Code><Message>It is ${name}</Message></Error></ErrorResponse>`;
const reasons = { CancellationReasons: [{ Code: 'None' }, { Code: 'ConditionalCheckFailed', Message: 'Lost' }] };

/** What adapters and the SDK's own repetition go by. */
async function errorBy(sdk: typeof whole, service: string) {
  const settings = {
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    ...quickSdk,
  };
  const key = { TableName: 'records', Item: { pk: { S: 'a' } } };
  const sent =
    service === 'a row'
      ? new sdk.DynamoDBClient(settings).send(new sdk.PutItemCommand(key))
      : service === 'rows'
        ? new sdk.DynamoDBClient(settings).send(new sdk.TransactWriteItemsCommand({ TransactItems: [{ Put: key }] }))
        : service === 'a mail'
          ? new sdk.SESClient(settings).send(new sdk.SendRawEmailCommand({ RawMessage: { Data: new Uint8Array(1) } }))
          : new sdk.SFNClient(settings).send(new sdk.StartExecutionCommand({ stateMachineArn: 'arn' }));
  const { name, message, $fault, $metadata, CancellationReasons } = await sent.then(
    () => Promise.reject(new Error('It was no error')),
    (error) => error,
  );
  const { httpStatusCode, attempts } = $metadata;
  return { name, message, $fault, httpStatusCode, attempts, CancellationReasons };
}

describe('an error of AWS', () => {
  it.each([
    ['a row', 400, json('ConditionalCheckFailedException')],
    ['a row', 400, json('ResourceNotFoundException')],
    ['a row', 400, json('ProvisionedThroughputExceededException')],
    ['a row', 500, json('InternalServerError')],
    ['rows', 400, json('TransactionCanceledException', reasons)],
    ['rows', 400, json('TransactionInProgressException')],
    ['a mail', 400, xml('MessageRejected')],
    ['a mail', 400, xml('AccountSendingPausedException')],
    ['a mail', 400, xml('Throttling')],
    ['a workflow', 400, json('ExecutionAlreadyExists')],
    ['a workflow', 400, json('StateMachineDoesNotExist')],
  ])('reads the same from a bundle as from the whole SDK: %s, %i %s', async (service, status, body) => {
    answer = { status, body };
    const [ofBundle, ofWhole] = [await errorBy(lean, service), await errorBy(whole, service)];
    expect(ofBundle).toEqual(ofWhole);
    expect(body).toContain(ofBundle.name);
  });
});
