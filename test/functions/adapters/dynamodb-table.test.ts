import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDynamoTable } from '../../../functions/adapters/dynamodb-table.ts';
import { LostRaceError, type Table, TransientError } from '../../../shared/ports.ts';
import { clientOf, startEmbedded } from '../../contracts/table-on-dynamodb.ts';
import { type LossyProxy, startLossyProxy } from './lossy-proxy.ts';

describe('the DynamoDB table over a network that loses things', () => {
  let embedded: Awaited<ReturnType<typeof startEmbedded>>;
  let network: LossyProxy;
  let table: Table;
  let partitions = 0;
  const newRow = () => ({ pk: `P${++partitions}`, sk: 'A', rev: 1 });
  const firstPut = (row: ReturnType<typeof newRow>) => ({ kind: 'put', row, expect: 'absent' }) as const;
  const rivalWrites = (row: ReturnType<typeof newRow>, rev: number) =>
    createDynamoTable({ client: clientOf(embedded.endpoint), tableName: embedded.tableName }).write([
      { kind: 'put', row: { ...row, rev: rev + 1 }, expect: rev },
    ]);

  beforeAll(async () => {
    embedded = await startEmbedded();
    network = await startLossyProxy(embedded.endpoint);
    table = createDynamoTable({ client: clientOf(network.endpoint), tableName: embedded.tableName });
  }, 30_000);
  afterAll(async () => {
    await network?.stop();
    await embedded?.stop();
  });

  it('tells a writer whose reply was lost that it won, since it did', async () => {
    const row = newRow();
    network.loseReplies(1);
    await expect(table.write([firstPut(row)])).resolves.toBeUndefined();
    expect(await table.get(row)).toEqual(row);
  });

  it('tells a transaction whose reply was lost that it won, since it did', async () => {
    const [one, other] = [newRow(), newRow()];
    network.loseReplies(1);
    await expect(table.write([firstPut(one), firstPut(other)])).resolves.toBeUndefined();
    expect(await table.get(other)).toEqual(other);
  });

  it('leaves nothing in the rows of a transaction by which they could be told to be of one', async () => {
    const [one, other] = [newRow(), newRow()];
    await table.write([firstPut(one), firstPut(other)]);
    const { Items = [] } = await clientOf(embedded.endpoint).send(new ScanCommand({ TableName: embedded.tableName }));
    const stored = [one, other].map(({ pk }) => Items.find((item) => item.pk?.S === pk));
    const marks = stored.map((item) => item?.writeId?.S);
    expect(marks).toEqual([expect.stringMatching(/^[\w-]{43}$/), expect.stringMatching(/^[\w-]{43}$/)]);
    expect(new Set(marks).size).toBe(2);
  });

  it('tells a writer whose request was lost on the way that a rival with the same content won', async () => {
    const row = newRow();
    await table.write([firstPut(row)]);
    network.loseRequests(1);
    await expect(table.write([firstPut(row)])).rejects.toBeInstanceOf(LostRaceError);
  });

  it('has a writer whose row moved on meanwhile look again', async () => {
    const row = newRow();
    network.loseReplies(1);
    const writing = table.write([firstPut(row)]);
    const overtaken = async (): Promise<void> => rivalWrites(row, 1).catch(overtaken);
    const [outcome] = await Promise.allSettled([writing, overtaken()]);
    // Either answer is true of a write that won and was overwritten; the row must be the rival’s.
    expect(outcome.status === 'fulfilled' || outcome.reason instanceof LostRaceError).toBe(true);
    expect((await table.get(row))?.rev).toBe(2);
  });

  it('says that a write may be tried again when no reply comes at all', async () => {
    const row = newRow();
    network.loseReplies(3);
    await expect(table.write([firstPut(row)])).rejects.toBeInstanceOf(TransientError);
    expect(await table.get(row)).toEqual(row);
  });

  it('says that a read may be tried again when no reply comes', async () => {
    network.loseRequests(3);
    await expect(table.get(newRow())).rejects.toBeInstanceOf(TransientError);
  });
});
