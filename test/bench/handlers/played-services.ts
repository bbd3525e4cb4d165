import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { storedItem } from '../../../functions/adapters/dynamodb-items.ts';
import { startKms } from '../../../infra/local/parts/kms.ts';
import { close, listen } from '../../../infra/local/parts/port.ts';
import { readBody } from '../../../infra/local/parts/read-body.ts';
import type { Row } from '../../../shared/ports.ts';
import type { Service } from '../../support/service.ts';

type Key = Record<string, never>;
type Body = Readonly<Record<string, Record<string, never>>>;
const SIGNING_KEY = 'signing-key';
const MAIL_RECEIVED =
  '<SendRawEmailResponse><SendRawEmailResult><MessageId>1</MessageId></SendRawEmailResult></SendRawEmailResponse>';

/** What is stored, as DynamoDB tells it. */
const told = (rows: readonly Row[]) => ({ Items: rows.map((row) => storedItem(row, 'played')) });

/**
 * Plays DynamoDB, Step Functions, SES and S3 to one function after another. What is written is acknowledged and forgotten, so that
 * every start meets the same records: those of `service`.
 */
export async function playServices({ table, documents }: Pick<Service, 'table' | 'documents'>, folder: string) {
  const itemAt = async (key: Key) => {
    const { pk, sk } = unmarshall(key);
    const row = await table.get({ pk, sk });
    return row && storedItem(row, 'played');
  };
  const answers: Readonly<Record<string, (body: Body) => Promise<object> | object>> = {
    'DynamoDB_20120810.GetItem': async ({ Key = {} }) => ({ Item: await itemAt(Key) }),
    'DynamoDB_20120810.BatchGetItem': async ({ RequestItems = {} }) => {
      const asked = Object.entries<{ readonly Keys: readonly Key[] }>(RequestItems);
      const found = asked.map(async ([name, { Keys }]) => {
        const items = await Promise.all(Keys.map(itemAt));
        return [name, items.filter((item) => item !== undefined)] as const;
      });
      return { Responses: Object.fromEntries(await Promise.all(found)), UnprocessedKeys: {} };
    },
    'DynamoDB_20120810.Query': async ({ ExpressionAttributeValues = {}, Limit }) => {
      const asked = unmarshall(ExpressionAttributeValues);
      const limit = Number(Limit) || 100;
      if (':listPk' in asked) {
        const { rows } = await table.queryList({ listPk: asked[':listPk'], limit });
        return { Items: rows.map((row) => marshall(row, { removeUndefinedValues: true })) };
      }
      const { rows } =
        ':workPk' in asked
          ? await table.queryWork({ workPk: asked[':workPk'], until: asked[':until'], limit })
          : await table.query({ pk: asked[':pk'], prefix: asked[':prefix'] ?? '', limit });
      return told(rows);
    },
    'DynamoDB_20120810.UpdateItem': () => ({ Attributes: { sum: { N: '1' } } }),
    'DynamoDB_20120810.PutItem': () => ({}),
    'DynamoDB_20120810.TransactWriteItems': () => ({}),
    'AWSStepFunctions.StartExecution': () => ({ executionArn: 'arn', startDate: 0 }),
    'AWSStepFunctions.StartSyncExecution': () => ({
      ...{ executionArn: 'arn', startDate: 0, stopDate: 0, status: 'SUCCEEDED' },
    }),
  };

  async function answer(request: IncomingMessage): Promise<Uint8Array | undefined> {
    const body = (await readBody(request, 2 ** 20)) ?? Buffer.alloc(0);
    const target = request.headers['x-amz-target'];
    if (target !== undefined) {
      const answering = answers[String(target)];
      return answering && Buffer.from(JSON.stringify(await answering(JSON.parse(body.toString()))));
    }
    if (request.method === 'POST') return Buffer.from(MAIL_RECEIVED);
    if (request.method === 'PUT') return new Uint8Array();
    const [, , ...key] = new URL(request.url ?? '', 'http://documents').pathname.split('/');
    return documents.read(key.join('/'));
  }

  const server = createServer(async (request, response) => {
    const found = await answer(request);
    response.writeHead(found ? 200 : 404, { 'content-length': found?.length ?? 0 });
    response.end(request.method === 'HEAD' ? undefined : found);
  });
  const endpoint = `http://127.0.0.1:${await listen(server, 0)}`;
  const kms = await startKms({ folder: join(folder, 'keys'), keyIds: [SIGNING_KEY] });
  return {
    /** What a function needs to find them. */
    environment: {
      ...{ AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'played', AWS_SECRET_ACCESS_KEY: 'played' },
      ...{ AWS_ENDPOINT_URL: endpoint, AWS_ENDPOINT_URL_KMS: kms.endpoint, SIGNING_KEYS: SIGNING_KEY },
      ...{ TABLE_NAME: 'records', KEY_TABLE_NAME: 'keys', DOCUMENTS_BUCKET: 'documents' },
    },
    stop: async () => {
      await Promise.all([close(server), kms.stop()]);
    },
  };
}
