import { createServer } from 'node:http';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoGets } from '../../../functions/adapters/dynamodb-gets.ts';
import { close, listen } from '../../../infra/local/parts/port.ts';
import { readBody } from '../../../infra/local/parts/read-body.ts';
import { TransientError } from '../../../shared/ports.ts';

type Keys = readonly { readonly pk: { readonly S: string }; readonly sk: { readonly S: string } }[];
const key = (pk: string) => ({ pk, sk: 'A' });

/** A table with one unit of capacity: of each batch it reads one row and leaves the others. */
const asked: Keys[] = [];
let starved = false;
const server = createServer(async (request, response) => {
  const { RequestItems } = JSON.parse(String(await readBody(request, 100_000)));
  const [[table, { Keys }] = ['', { Keys: [] }]] = Object.entries<{ Keys: Keys }>(RequestItems);
  asked.push(Keys);
  const read = starved ? [] : Keys.slice(0, 1);
  const left = Keys.slice(read.length);
  response.setHeader('content-type', 'application/x-amz-json-1.0');
  response.end(
    JSON.stringify({
      Responses: { [table]: read.map((item) => ({ ...item, rev: { N: '1' } })) },
      UnprocessedKeys: left.length > 0 ? { [table]: { Keys: left, ConsistentRead: true } } : {},
    }),
  );
});
let get: ReturnType<typeof dynamoGets>;
beforeAll(async () => {
  const endpoint = `http://127.0.0.1:${await listen(server, 0)}`;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  get = dynamoGets(new DynamoDBClient({ endpoint, region: 'us-east-1', credentials }), () => 'table');
});
afterAll(() => close(server));

describe('reading many rows of DynamoDB at once', () => {
  it('asks again for what a batch left unread, and names no row twice', async () => {
    asked.length = 0;
    const found = await Promise.all(['P1', 'P2', 'P1', 'P3'].map((pk) => get(key(pk))));
    expect(found.map((item) => item?.pk?.S)).toEqual(['P1', 'P2', 'P1', 'P3']);
    expect(asked.map((keys) => keys.map(({ pk }) => pk.S))).toEqual([['P1', 'P2', 'P3'], ['P2', 'P3'], ['P3']]);
  });

  it('says that it may be tried again when rows stay unread', async () => {
    starved = true;
    const outcomes = await Promise.allSettled(['P1', 'P2'].map((pk) => get(key(pk))));
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason)).toEqual([
      expect.any(TransientError),
      expect.any(TransientError),
    ]);
  });
});
