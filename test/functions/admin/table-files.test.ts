import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { capabilitiesOver } from '../../../functions/capabilities.ts';
import { isForStaff } from '../../../shared/api/route.ts';
import { routes } from '../../../shared/api/routes.ts';
import { tableMedia } from '../../../shared/documents/table-file.ts';
import { content } from '../../support/activity.ts';
import { createLearner } from '../../support/learner.ts';
import '../../support/refusals.ts';
import { createService, type Service } from '../../support/service.ts';
import { createStaff, type StaffBrowser } from '../../support/staff.ts';

const FORMULA = '=HYPERLINK("https://evil.example")';
const tables = [
  ['exportAuditTrail', { from: '2026-03-09', until: '2026-03-09' }, 'audit-2026-03-09-2026-03-09'],
  ['exportAuthored', {}, 'activities'],
  ['exportWaitingChanges', {}, 'corrections-waiting'],
  ['exportDecidedChanges', { year: '2026' }, 'corrections-2026'],
  ['exportStuckWork', { kind: 'mail' }, 'mail-parked'],
  ['exportMail', { status: 'parked' }, 'mail-parked'],
  ['exportStaff', {}, 'staff'],
  ['exportImports', {}, 'imports'],
] as const;

/** Filters, in the query or in the body: as the route has them. */
const withFilters = (name: (typeof tables)[number][0], filters: object) =>
  'reads' in routes[name] ? { body: filters } : { query: { ...filters } as Record<string, string> };

let service: Service;
let office: StaffBrowser;
beforeEach(async () => {
  service = createService();
  await service.publish(content({ title: FORMULA }));
  office = await createStaff(service, 'coordinator', { name: FORMULA });
  const colleague = await createStaff(service, 'owner', { email: 'benno@meridian.example', name: 'Benno Adler' });
  const learner = await createLearner(service);
  const certificateId = await learner.complete();
  const suspension = { kind: 'suspend', certificateId, reason: FORMULA };
  await office.ask('askChange', { body: suspension });
  await office.ask('askRevocation', { body: { certificateId, reason: FORMULA } });
  await colleague.ask('inviteStaff', { body: { email: 'new@meridian.example', name: FORMULA, role: 'author' } });
  await office.ask('importTable', {
    body: {
      kind: 'learners',
      fileName: FORMULA,
      text: 'email,given name,family name,profession\nnew@example.org,Ann,Lee,nurse\n',
    },
  });
  const { outbox, table, ledger } = capabilitiesOver(service.portsOf('sweep-outbox'));
  const mail = { messageKey: 'award-1', kind: 'credit-award', learnerId: 'one', tries: 3, problem: FORMULA } as const;
  const at = service.now();
  await table.write([
    outbox.putMail({ ...mail, status: 'parked', createdAt: at, dueAt: at }),
    ledger.audit('system', 'work.parked', { workId: 'one', step: 'grade-attempt', reason: 'x' }),
  ]);
  service.pass(1);
});

const sheetOf = (bytes: Uint8Array): string =>
  strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
const taken = () =>
  service
    .held<{ type: string; data: { list?: string; format?: string; rows?: number } }>('audit')
    .filter(({ type }) => type === 'list.exported')
    .map(({ data }) => data);

describe('every table of the console', () => {
  it.each(tables)('%s is handed out as CSV, where nothing else is said, and as XLSX', async (name, query, file) => {
    const csv = await office.ask(name, withFilters(name, query));
    expect(csv.status).toBe(200);
    expect(csv.headers).toMatchObject({ 'content-type': tableMedia.csv });
    expect(csv.headers['content-disposition']).toContain(`${file}.csv`);
    expect(csv.text.trim().split('\r\n').length).toBeGreaterThan(1);
    service.pass(1);
    const xlsx = await office.ask(name, withFilters(name, { ...query, format: 'xlsx' }));
    expect(xlsx.headers).toMatchObject({ 'content-type': tableMedia.xlsx });
    expect(xlsx.headers['content-disposition']).toContain(`${file}.xlsx`);
    expect(sheetOf(xlsx.bytes).match(/<row/g)?.length).toBeGreaterThan(1);
    expect(await office.ask(name, withFilters(name, { ...query, format: 'pdf' }))).toBeRefusedFor('invalid');
  });

  it.each(tables)('%s holds nothing that a spreadsheet runs', async (name, query) => {
    const { text } = await office.ask(name, withFilters(name, query));
    expect(text).toContain(`"'=HYPERLINK(""https://evil.example"")`);
    expect(text).not.toMatch(/"[=+@-]/);
    service.pass(1);
    const { bytes } = await office.ask(name, withFilters(name, { ...query, format: 'xlsx' }));
    expect(sheetOf(bytes)).not.toContain('<f');
  });

  it.each(tables)('%s is for those who may read the list, after the passkey where it names learners', (name) => {
    const list = name === 'exportAuditTrail' ? 'listAuditTrail' : (name.replace('export', 'list') as 'listMail');
    const { access } = routes[name];
    expect(isForStaff(access) && access.staff).toEqual(routes[list].access.staff);
    const namesLearners = name === 'exportWaitingChanges' || name === 'exportDecidedChanges';
    expect('stepUp' in access && access.stepUp).toBe(namesLearners);
  });
});

describe('a table that names people', () => {
  it('leaves in the audit trail who took it, in which form and how much of it', async () => {
    const waiting = await office.ask('exportWaitingChanges');
    expect(waiting.text).toContain('Amélie Nguyễn');
    service.pass(1);
    await office.ask('exportDecidedChanges', { query: { format: 'xlsx' } });
    service.pass(1);
    await office.ask('exportStaff', { query: { role: 'author' } });
    expect(taken()).toMatchObject([
      { list: 'waiting-corrections', format: 'csv', rows: 1 },
      { list: 'decided-corrections', format: 'xlsx', rows: 1 },
      { list: 'staff', format: 'csv', rows: 1 },
    ]);
  });

  it('is not handed out once the passkey was used too long ago', async () => {
    service.pass(6 * 60_000);
    for (const name of ['exportWaitingChanges', 'exportDecidedChanges'] as const)
      expect(await office.ask(name)).toBeRefusedFor('step-up-needed');
    for (const name of ['exportAuthored', 'exportMail', 'exportStuckWork'] as const)
      expect((await office.ask(name)).status).toBe(200);
    expect(taken()).toEqual([]);
  });
});

describe('a file', () => {
  it('of imports holds for authors those of questions alone, as their list does', async () => {
    const author = await createStaff(service, 'author', { email: 'author@meridian.example' });
    expect((await author.ask('exportImports')).text.trim().split('\r\n')).toHaveLength(1);
    expect((await office.ask('exportImports')).text.trim().split('\r\n')).toHaveLength(2);
  });

  it('holds what the list shows as it is filtered', async () => {
    const lines = async (name: (typeof tables)[number][0], query = {}) =>
      (await office.ask(name, withFilters(name, query))).text.trim().split('\r\n').length - 1;
    expect(await lines('exportAuthored', { q: 'hyperlink' })).toBe(1);
    expect(await lines('exportAuthored', { q: 'nothing of the kind' })).toBe(0);
    expect(await lines('exportAuthored', { state: 'withdrawn' })).toBe(0);
    expect(await lines('exportMail', { status: 'bounced' })).toBe(0);
    expect(await lines('exportStuckWork', { state: 'failing', kind: 'mail' })).toBe(0);
    expect(await lines('exportStaff', { role: 'auditor' })).toBe(0);
    expect(await lines('exportDecidedChanges', { year: '2025' })).toBe(0);
  });
});
