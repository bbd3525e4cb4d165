import { beforeEach, describe, expect, it } from 'vitest';
import { capabilitiesOver } from '../../../functions/capabilities.ts';
import type { AnyChange } from '../../../shared/domain/any-change.ts';
import type { Batch } from '../../../shared/domain/batch.ts';
import type { Import } from '../../../shared/domain/import.ts';
import type { Write } from '../../../shared/ports.ts';
import { content } from '../../support/activity.ts';
import { createLearner } from '../../support/learner.ts';
import { createService, type Service } from '../../support/service.ts';
import { createStaff, type StaffBrowser } from '../../support/staff.ts';

let service: Service;
let office: StaffBrowser;
beforeEach(async () => {
  service = createService();
  await service.publish(content());
  office = await createStaff(service, 'coordinator');
});

const everything = () => capabilitiesOver({ ...service.portsOf('sweep-outbox'), table: service.table });
const many = (count: number, of: (id: string) => readonly Write[]): readonly Write[] =>
  Array.from({ length: count }, (_, n) => of(String(n).padStart(6, '0'))).flat();

async function put(writes: readonly Write[]): Promise<void> {
  for (let from = 0; from < writes.length; from += 100) await service.table.write(writes.slice(from, from + 100));
}

/** A correction that waits, as staff asked for it. */
async function waitingChange(): Promise<AnyChange> {
  const certificateId = await (await createLearner(service)).complete();
  await office.ask('askRevocation', { body: { certificateId, reason: 'One of many.' } });
  return service.held<AnyChange>('change')[0] as AnyChange;
}

/** Corrections that wait, one and so many more, and batches beside them. */
async function manyWaiting(changesToo: number, batchesToo: number): Promise<void> {
  const one = await waitingChange();
  const { changes, batches } = everything();
  const batch: Batch = {
    ...{ batchId: 'b', of: 'revoke', reason: 'Many at once.', proposedBy: one.proposedBy, status: 'proposed' },
    ...{ proposedAt: one.proposedAt, takesTwo: true, items: 2 },
  } as unknown as Batch;
  await put(many(changesToo, (id) => [changes.ask({ ...one, changeId: `m${id}`, reason: `Reason ${id}` })]));
  await put(many(batchesToo, (id) => batches.put({ ...batch, batchId: `n${id}`, reason: `Batch ${id}` })));
}

type Exporting = 'exportAuditTrail' | 'exportMail' | 'exportStuckWork' | 'exportImports' | 'exportCompletions';
type Named = Exporting | 'exportWaitingChanges' | 'exportDecidedChanges';

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** Takes a list along file by file, each where the one before says that it goes on. */
async function taken(name: Named, asked: { body?: object; query?: object; params?: Record<string, string> }) {
  const files: number[] = [];
  const rows: string[] = [];
  let going: typeof asked | undefined = asked;
  while (going && files.length < 9) {
    const answer: Answer = await office.ask(name, going as never);
    const { text, headers, status } = answer;
    expect(status).toBe(200);
    const lines = text.trimEnd().split('\r\n').slice(1);
    expect(headers['x-rows']).toBe(String(lines.length));
    files.push(lines.length);
    rows.push(...lines);
    const link = /^<([^>]+)>; rel="next"$/.exec(headers.link ?? '')?.[1];
    const cursor = headers['next-cursor'];
    going = link
      ? { ...asked, query: Object.fromEntries(new URL(link, 'https://x.example').searchParams) }
      : cursor
        ? { ...asked, body: { ...asked.body, cursor } }
        : undefined;
  }
  return { files, different: new Set(rows).size };
}

describe('a list that is too long for one file is handed out whole, file by file', () => {
  it('the audit trail, over its days', async () => {
    const parked = (id: string) => [
      everything().ledger.audit('system', 'work.parked', { workId: id, step: 'grade-attempt', reason: 'x' }),
    ];
    const from = service.now().slice(0, 10);
    await put(many(6_000, parked));
    service.pass(2 * 24 * 60 * 60_000);
    office = await createStaff(service, 'coordinator', { email: 'later@meridian.example' });
    await put(many(6_500, (id) => parked(`later-${id}`)));
    const body = { from, until: service.now().slice(0, 10), type: 'work.parked' };
    expect(await taken('exportAuditTrail', { body })).toEqual({ files: [9_500, 3_000], different: 12_500 });
    for (const cursor of ['99.', '7.!', 'x', '1.eHg'])
      expect((await office.ask('exportAuditTrail', { body: { ...body, cursor } })).status).toBe(200);
  });

  it('mail, and the same as parked work', async () => {
    const at = service.now();
    const mail = {
      kind: 'credit-award',
      learnerId: 'one',
      tries: 3,
      status: 'parked',
      createdAt: at,
      dueAt: at,
    } as const;
    await put(many(10_001, (id) => [everything().outbox.putMail({ ...mail, messageKey: `award-${id}` })]));
    const all = { files: [10_000, 1], different: 10_001 };
    expect(await taken('exportMail', { query: { status: 'parked' } })).toEqual(all);
    expect(await taken('exportStuckWork', { query: { state: 'parked', kind: 'mail' } })).toEqual(all);
  });

  it('imports', async () => {
    const text = 'email,given name,family name,profession\nnew@example.org,Ann,Lee,nurse\n';
    await office.ask('importTable', { body: { kind: 'learners', fileName: 'a.csv', text } });
    const one = service.held<Import>('import')[0] as Import;
    await put(many(10_000, (id) => [everything().imports.put({ ...one, importId: `${one.importId}${id}` })]));
    expect(await taken('exportImports', {})).toEqual({ files: [10_000, 1], different: 10_001 });
  });

  it('completions', async () => {
    const { queryList } = service.table;
    const rows = Array.from({ length: 10_001 }, (_, n) => {
      const learnerId = `l${n}`;
      const listSk = `2026-03-09T10:00:00.000Z#${learnerId}#1`;
      const listed = { stage: 'started', startedAt: '2026-03-09T10:00:00.000Z', attempts: 1 };
      return { pk: `LEARNER#${learnerId}`, sk: 'x', listSk, listed };
    });
    Object.assign(service.table, {
      queryList: async (query: Parameters<typeof queryList>[0]) => {
        if (!query.listPk.startsWith('COMPLETIONS')) return queryList(query);
        const from = Number(query.cursor ?? 0);
        const until = from + query.limit;
        return { rows: rows.slice(from, until), ...(until < rows.length && { cursor: String(until) }) };
      },
    });
    const asked = { params: { activityId: 'hand-hygiene' } };
    expect(await taken('exportCompletions', asked)).toEqual({ files: [10_000, 1], different: 10_001 });
  });

  it('corrections that wait, changes and batches by when they were asked for', async () => {
    await manyWaiting(1_200, 300);
    const { files, different } = await taken('exportWaitingChanges', {});
    expect(files).toHaveLength(2);
    expect(different).toBe(1_501);
    expect(files.reduce((sum, rows) => sum + rows, 0)).toBe(1_501);
  });

  it('and are shown page by page: every one once, however many wait, oldest first', async () => {
    await manyWaiting(230, 120);
    const shown: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const { body } = await office.ask('listWaitingChanges', { query: { ...(cursor && { cursor }) } });
      const places = [
        ...body.changes.map(({ proposedAt, changeId }) => `${proposedAt}#${changeId}`),
        ...body.batches.map(({ proposedAt, batchId }) => `${proposedAt}#${batchId}`),
      ].toSorted();
      expect(places[0] ?? '').toSatisfy((first: string) => first > (shown.at(-1) ?? ''));
      shown.push(...places);
      cursor = body.next;
      pages += 1;
    } while (cursor !== undefined && pages < 9);
    expect(pages).toBe(4);
    expect(new Set(shown).size).toBe(351);
    expect(shown).toHaveLength(351);
  });

  it('corrections that were decided in a year', async () => {
    const one = await waitingChange();
    const decided = { ...one, status: 'rejected', decidedBy: one.proposedBy, decidedAt: service.now() } as AnyChange;
    const settled = (id: string) =>
      everything().changes.settle({ ...decided, changeId: `m${id}`, reason: `Not ${id}` });
    await put(many(5_001, settled));
    const query = { year: service.now().slice(0, 4) };
    expect(await taken('exportDecidedChanges', { query })).toEqual({ files: [5_000, 1], different: 5_001 });
  });
});
