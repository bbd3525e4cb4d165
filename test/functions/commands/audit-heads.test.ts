import { beforeEach, describe, expect, it } from 'vitest';
import { nodeDigests } from '../../../functions/adapters/system.ts';
import { DAY } from '../../../shared/domain/kinds.ts';
import { chain, type LedgerEntry } from '../../../shared/domain/ledger.ts';
import type { Row, Value } from '../../../shared/ports.ts';
import { content } from '../../support/activity.ts';
import { auditAll, auditHeads } from '../../support/audit-all.ts';
import { createLearner } from '../../support/learner.ts';
import { createService, type Service } from '../../support/service.ts';

const { sha256 } = nodeDigests();

let service: Service;
beforeEach(async () => {
  service = createService();
  await service.publish(content());
  await (await createLearner(service)).complete();
  await service.signHeads();
  service.pass(DAY);
  await (await createLearner(service, { email: 'second@example.org' })).pass();
  await service.signHeads();
  service.pass(DAY);
  await service.signHeads();
});

const rowsOf = (kind: string): readonly Row[] => service.table.rows().filter((row) => row.kind === kind);
const write = (row: Row, data: unknown) =>
  service.table.write([
    { kind: 'put', row: { ...row, data: JSON.parse(JSON.stringify(data)) as Value }, expect: row.rev },
  ]);
const said = async (day?: string) =>
  (await auditHeads(service, day)).findings.map(({ where, wrong }) => `${where} ${wrong}`);

/** The entries of the learner who completed the activity. */
const longest = (): readonly Row[] =>
  Object.values(Object.groupBy(rowsOf('ledgerEntry'), ({ pk }) => pk)).find((rows) => rows?.length === 5) ?? [];

/** What an insider might do who can write everywhere: alters an event and makes every hash after it right again. */
async function chainAnew(change: (entry: LedgerEntry) => LedgerEntry['data']): Promise<string> {
  const rows = longest();
  let last: LedgerEntry | undefined;
  for (const row of rows) {
    const entry = row.data as unknown as LedgerEntry;
    last = chain(sha256, entry.learnerId, last, { ...entry, data: change(entry) });
    await write(row, last);
  }
  const head = rowsOf('ledgerHead').find(({ sk }) => sk === last?.learnerId);
  if (!head || !last) throw new Error('There is no ledger');
  await write(head, { learnerId: last.learnerId, seq: last.seq, hash: last.hash });
  return last.learnerId;
}

describe('the audit of the signed heads', () => {
  it('finds that all agree, and goes on in pages', async () => {
    expect(await auditHeads(service)).toEqual({ heads: 3, findings: [] });
    expect(await auditHeads(service, '2026-03-10')).toEqual({ heads: 1, findings: [] });
    expect(service.undeclared).toEqual([]);
  });

  it('finds a ledger that was chained anew as a whole, which agrees with itself', async () => {
    const learnerId = await chainAnew(({ type, data }) => (type === 'attempt.passed' ? { ...data, score: 99 } : data));
    expect((await auditAll(service)).findings).toEqual([]);
    expect(await said()).toEqual([
      `The ledger of learner ${learnerId}, entry 5, is not the one that was signed on 2026-03-09`,
    ]);
    expect(await said('2026-03-11')).toEqual([
      `The ledger of learner ${learnerId}, entry 5, is not the one that was signed on 2026-03-11`,
    ]);
  });

  it('finds it even when the heads of the days after were signed over it', async () => {
    service.at('2026-03-12T01:00:00.000Z');
    const learnerId = await chainAnew(({ type, data }) => (type === 'attempt.passed' ? { ...data, score: 99 } : data));
    await service.signHeads();
    expect(await said()).toContain(
      `The ledger of learner ${learnerId}, entry 5, is not the one that was signed on 2026-03-09`,
    );
  });

  it('finds a learner whose every row was taken away, and one whose last link alone was', async () => {
    const [head] = rowsOf('ledgerHead');
    if (!head) throw new Error('There is no ledger');
    service.table.lose(head);
    expect(await said()).toEqual([`The ledger of learner ${head.sk} cannot be found, but was signed on 2026-03-11`]);
    for (const row of rowsOf('ledgerEntry').filter(({ pk }) => pk === `LEDGER#${head.sk}`)) service.table.lose(row);
    expect(await said()).toHaveLength(2);
    expect((await said())[0]).toMatch(/entry \d, is missing, but was signed on 2026-03-(09|10)$/);
  });

  it('finds a ledger that was signed shorter than on the day before', async () => {
    const rows = longest();
    const [kept, cut] = [rows.at(-2)?.data as unknown as LedgerEntry, rows.at(-1)];
    const head = rowsOf('ledgerHead').find(({ sk }) => sk === kept.learnerId);
    if (!cut || !head) throw new Error('The ledger is too short');
    service.table.lose(cut);
    await write(head, { learnerId: kept.learnerId, seq: kept.seq, hash: kept.hash });
    service.at('2026-03-12T01:00:00.000Z');
    await service.signHeads();
    expect(await said()).toContain(
      `The ledger of learner ${kept.learnerId} was signed with 5 entries on 2026-03-11, and with 4 on 2026-03-12`,
    );
  });

  it.each([
    ['its root', { root: '0'.repeat(64) }, 'does not have the signature of the provider’s key for what it says'],
    ['its day', { day: '2026-03-08' }, 'does not have the signature of the provider’s key for what it says'],
    ['its signature', { signature: 'e30..e30' }, 'does not have the signature of the provider’s key for what it says'],
  ])('finds a head of which %s was altered, and the one that followed it', async (_, change, wrong) => {
    const [, row] = rowsOf('dailyHead');
    if (!row) throw new Error('There are no heads');
    await write(row, { ...(row.data as object), ...change });
    expect(await said()).toEqual([
      `The head of 2026-03-10 ${wrong}`,
      'The head of 2026-03-11 follows another head of 2026-03-10 than there is now',
    ]);
  });

  it('finds heads that were taken away: the first, one between, the newest, all', async () => {
    const [first, second, third] = rowsOf('dailyHead');
    if (!first || !second || !third) throw new Error('There are no heads');
    const without = async (...rows: readonly Row[]) => {
      for (const row of rows) service.table.lose(row);
      const found = await said();
      for (const row of rows) await service.table.write([{ kind: 'put', row, expect: 'absent' }]);
      return found;
    };
    expect(await without(first)).toEqual(['The head of 2026-03-10 follows the head of 2026-03-09, which is missing']);
    expect(await without(second)).toEqual([
      'The head of 2026-03-11 follows the head of 2026-03-10, not that of 2026-03-09',
    ]);
    expect(await without(third)).toEqual(['The head of 2026-03-11 is kept as a document, but its row is missing']);
    expect(await without(first, second, third)).toHaveLength(3);
    expect(await said('2026-03-08')).toEqual(['The head of 2026-03-08 is missing']);
    expect(await said()).toEqual([]);
  });

  it('finds a document or a list that was altered or is lost', async () => {
    const kept = service.documents.kept as Map<string, { bytes: Uint8Array; contentType: string }>;
    const list = [...kept.keys()].find((key) => key.startsWith('heads/2026-03-10/') && kept.get(key)?.bytes.length);
    for (const [key, altered, lost] of [
      ['heads/2026-03-10.json', 'says something else than its document', 'is not kept as a document'],
      [list ?? '', 'is not the one that was signed', 'is missing'],
    ] as const) {
      const before = kept.get(key);
      if (!before) throw new Error(`There is no ${key}`);
      kept.set(key, { ...before, bytes: Buffer.concat([before.bytes, Buffer.from('\n')]) });
      expect((await said())[0]).toContain(altered);
      kept.delete(key);
      expect((await said())[0]).toContain(lost);
      kept.set(key, before);
    }
    expect(await said()).toEqual([]);
  });

  it('does not take a head that another key signed', async () => {
    const [, , row] = rowsOf('dailyHead');
    if (!row) throw new Error('There are no heads');
    const { signature, ...head } = row.data as { signature: string };
    const [header = ''] = signature.split('.');
    const other = Buffer.from(header, 'base64url').toString().replace(/#.+"/, '#unknown"');
    await write(row, { ...head, signature: signature.replace(header, Buffer.from(other).toString('base64url')) });
    expect((await said())[0]).toContain('does not have the signature of the provider’s key');
  });
});
