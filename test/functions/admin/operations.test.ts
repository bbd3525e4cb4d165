import { existsSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { capabilitiesOver } from '../../../functions/capabilities.ts';
import { DAY, HOUR, MINUTE } from '../../../shared/domain/kinds.ts';
import { content } from '../../support/activity.ts';
import { createLearner, type Learner } from '../../support/learner.ts';
import type { MailTold } from '../../support/mail-told.ts';
import '../../support/refusals.ts';
import { createService, type Service } from '../../support/service.ts';
import { createStaff, type StaffBrowser } from '../../support/staff.ts';

const ama = 'ama-pra-category-1';
const unprintable = { givenName: 'Ana 🦄', familyName: 'Luz', profession: 'physician' };

let service: Service;
let staff: StaffBrowser;
let learner: Learner;
beforeEach(async () => {
  service = createService();
  await service.publish(content());
  staff = await createStaff(service, 'coordinator');
});
const stuck = async (query = {}) => (await staff.ask('listStuckWork', { query })).body.items;
const redrive = async (...ids: string[]) => (await staff.ask('redriveStuckWork', { body: { ids } })).body.outcomes;
const mail = async (status: string) => (await staff.ask('listMail', { query: { status } })).body.mail;
const trail = async (query = {}) => (await staff.ask('listAuditTrail', { body: query })).body;
/** How often the table is read while something is done. */
const readsOf = async (doing: () => Promise<unknown>): Promise<number> => {
  const { table } = service;
  const ways = [vi.spyOn(table, 'get'), vi.spyOn(table, 'query'), vi.spyOn(table, 'queryWork')];
  await doing();
  const reads = ways.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  for (const way of ways) way.mockRestore();
  return reads;
};

describe('work that is stuck', () => {
  beforeEach(async () => {
    learner = await createLearner(service, { email: 'ana@example.org', profile: unprintable });
    await learner.ready();
    await learner.claim([ama, 100]);
  });

  it('shows staff its step, its reason, its age and its tries, and ids instead of the person', async () => {
    const [item] = await stuck();
    expect(item).toMatchObject({
      ...{ kind: 'work', state: 'parked', step: 'render-certificate', tries: 1, at: service.now() },
      reason: expect.stringContaining('U+1F984'),
      input: { door: 'award', activityId: 'hand-hygiene', learnerId: expect.any(String) },
    });
    expect(JSON.stringify(item)).not.toMatch(/ana@|Luz/);
    expect(await stuck({ state: 'failing' })).toEqual([]);
    expect(await stuck({ kind: 'mail' })).toEqual([]);
  });

  it('is taken up again by staff once its cause is mended, and the audit trail says by whom', async () => {
    const [item] = await stuck();
    const id = item?.id ?? '';
    await learner.ask('putMe', { body: { ...unprintable, givenName: 'Ana' } });
    expect(await redrive(id, id, 'nothing')).toEqual([
      { id, outcome: 'redriven' },
      { id: 'nothing', outcome: 'not-found' },
    ]);
    expect(await stuck()).toEqual([]);
    expect((await learner.ask('getWallet')).body.credits).toHaveLength(1);
    expect((await trail({ type: 'work.redriven' })).entries).toMatchObject([
      { by: staff.staffId, name: 'The coordinator', data: { workId: id } },
    ]);
    expect(await redrive(id)).toEqual([{ id, outcome: 'not-parked' }]);
  });

  it('is not for an auditor to take up', async () => {
    const auditor = await createStaff(service, 'auditor');
    expect(await auditor.ask('redriveStuckWork', { body: { ids: ['x'] } })).toBeRefusedFor('role-may-not');
  });
});

describe('work that fails', () => {
  it('is listed with the time of its next try, and gets its turn at once', async () => {
    learner = await createLearner(service);
    await learner.ready();
    service.workflows.mode = 'lost';
    await learner.claim([ama, 100]);
    service.pass(HOUR);
    await service.sweep();
    const [item] = await stuck({ state: 'failing' });
    expect(item).toMatchObject({ state: 'failing', tries: 1, nextTryAt: expect.any(String) });
    service.workflows.mode = 'prompt';
    expect(await redrive(item?.id ?? '')).toMatchObject([{ outcome: 'redriven' }]);
    expect(await stuck({ state: 'failing' })).toEqual([]);
  });
});

describe('an id that cannot be one', () => {
  it('is a fault of the request, and breaks nothing', async () => {
    for (const id of ['#', 'LEARNER#x', '']) {
      expect(await staff.ask('redriveStuckWork', { body: { ids: ['none', id] } })).toBeRefusedFor('invalid');
      expect(await staff.ask('sendMailAgain', { body: { messageKey: id } })).toBeRefusedFor('invalid');
    }
    expect(service.logged.filter(({ event }) => event === 'request.broken')).toEqual([]);
  });
});

describe('many things that are stuck', () => {
  it('come page by page, each once, with as many reads for a page however many there are', async () => {
    const { outbox, table } = capabilitiesOver(service.portsOf('sweep-outbox'));
    const add = async (from: number, until: number): Promise<void> => {
      for (let number = from; number < until; number++) {
        const [createdAt, dueAt] = [service.now(), new Date(Date.UTC(2026, 0, 1, 0, number)).toISOString()];
        const intent = { messageKey: `award-${number}`, kind: 'credit-award', learnerId: 'one', tries: 3 } as const;
        const isParked = number % 2 === 0;
        const state = isParked ? ({ status: 'parked' } as const) : ({ status: 'queued' } as const);
        await table.write([outbox.putMail({ ...intent, ...state, problem: 'Rejected', createdAt, dueAt })]);
      }
    };
    await add(0, 130);
    const few = await readsOf(() => stuck({ kind: 'mail', state: 'failing' }));
    await add(130, 400);
    expect(await readsOf(() => stuck({ kind: 'mail', state: 'failing' }))).toBe(few);
    for (const state of ['parked', 'failing']) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const query = { kind: 'mail', state, ...(cursor && { cursor }) };
        const { body } = await staff.ask('listStuckWork', { query });
        seen.push(...body.items.map(({ id }) => id));
        cursor = body.next;
      } while (cursor);
      expect(seen).toHaveLength(200);
      expect(seen).toEqual(seen.toSorted((a, b) => Number(a.slice(6)) - Number(b.slice(6))));
      expect(new Set(seen).size).toBe(200);
    }
  });
});

describe('mail', () => {
  let messageKey: string;
  beforeEach(async () => {
    learner = await createLearner(service);
    messageKey = `award-${await learner.complete()}`;
  });
  const feedback = (eventType: MailTold['eventType'], messageId?: string) =>
    service.mailTold({ messageKey, eventType, ...(messageId !== undefined && { messageId }) });

  it('is listed by what it came to, without an address', async () => {
    expect(await mail('sent')).toMatchObject([{ messageKey, status: 'sent', kind: 'credit-award', tries: 1 }]);
    await feedback('Delivery');
    expect(await mail('sent')).toEqual([]);
    expect(await mail('delivered')).toMatchObject([{ messageKey, status: 'delivered', sentAt: service.now() }]);
    expect((await staff.ask('listMail', { query: { status: 'delivered' } })).text).not.toContain('@');
  });

  const sendings = () => service.inbox.delivered.filter((sent) => sent.messageKey === messageKey);
  const troubles = async () => (await trail({ type: 'mail.undeliverable' })).entries;

  it('that was asked for again is sent, whatever is told of the sending before by then, or told twice', async () => {
    const first = sendings()[0]?.serviceId;
    await feedback('Bounce', first);
    service.state.mailIsDown = true;
    await staff.ask('sendMailAgain', { body: { messageKey } });
    await feedback('Bounce', first);
    service.state.mailIsDown = false;
    service.pass(HOUR);
    await service.sweep();
    expect(sendings()).toHaveLength(2);
    await feedback('Bounce', first);
    await feedback('Delivery', first);
    expect(await mail('sent')).toHaveLength(1);
    expect(await troubles()).toHaveLength(1);
  });

  it('that bounced and was complained of counts each once, however often and in which order it is told', async () => {
    for (const told of ['Complaint', 'Bounce', 'Complaint', 'Bounce'] as const) await feedback(told);
    expect(await troubles()).toHaveLength(2);
  });

  it('that bounced is sent again, to the address that the learner has now', async () => {
    await feedback('Bounce');
    expect(await mail('bounced')).toHaveLength(1);
    expect((await staff.ask('sendMailAgain', { body: { messageKey } })).status).toBe(202);
    expect(await mail('bounced')).toEqual([]);
    expect(await mail('queued')).toMatchObject([{ messageKey, status: 'queued', nextTryAt: service.now() }]);
    expect(await service.sweep()).toMatchObject({ mailed: 1 });
    expect(await mail('sent')).toHaveLength(1);
    expect((await trail({ type: 'mail.sent-again' })).entries).toHaveLength(1);
    expect((await staff.ask('sendMailAgain', { body: { messageKey: 'none' } })).status).toBe(404);
  });
});

describe('the audit trail', () => {
  it('tells of a day who did what, newest first, by name where it was staff', async () => {
    const owner = await createStaff(service, 'owner', { name: 'Olga Owner' });
    const invited = { email: 'new@meridian.example', name: 'New', role: 'author' };
    await owner.ask('inviteStaff', { body: invited });
    const { day, entries, staff: known } = await trail();
    expect(day).toBe('2026-03-09');
    expect(entries[0]).toMatchObject({ type: 'staff.invited', by: owner.staffId, name: 'Olga Owner' });
    expect(known).toContainEqual({ staffId: owner.staffId, name: 'Olga Owner' });
    expect(entries.at(-1)).toMatchObject({ type: 'activity.published' });
    expect((await trail({ day: '2026-03-08' })).entries).toEqual([]);
    expect(await staff.ask('listAuditTrail', { body: { day: 'yesterday' } })).toBeRefusedFor('invalid');
  });

  it('finds what one learner, activity or certificate has to do with, and what one person did', async () => {
    learner = await createLearner(service);
    const certificateId = await learner.complete();
    const { entries } = await trail({ about: certificateId });
    expect(entries).toMatchObject([{ type: 'credit.awarded', by: 'workflow', data: { certificateId } }]);
    const { learnerId } = entries[0]?.data ?? {};
    expect((await trail({ about: String(learnerId) })).entries).toHaveLength(1);
    expect((await trail({ by: 'workflow' })).entries).toHaveLength(1);
    expect((await trail({ type: 'credit.awarded', by: 'staff' })).entries).toEqual([]);
  });

  it('is read in pages of one read each, however much happened on the day', async () => {
    const { ledger, table, ids } = capabilitiesOver(service.portsOf('sweep-outbox'));
    const park = () => ledger.audit('system', 'work.parked', { workId: ids.id(), step: 'grade-attempt', reason: 'x' });
    for (let batch = 0; batch < 25; batch++) await table.write(Array.from({ length: 100 }, park));
    const one = await readsOf(() => trail());
    expect(await readsOf(() => trail({ about: 'hand-hygiene' }))).toBe(one);
    const seen: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page = await trail({ about: 'hand-hygiene', ...(cursor && { cursor }) });
      seen.push(...page.entries.map(({ type }) => type));
      cursor = page.next;
      expect(page.readBackTo === undefined).toBe(cursor === undefined);
      pages++;
    } while (cursor);
    expect(seen).toEqual(['activity.published']);
    expect(pages).toBe(3);
    let all = 0;
    do {
      const page = await trail(cursor ? { cursor } : {});
      all += page.entries.length;
      cursor = page.next;
    } while (cursor);
    expect(all).toBe(2_501);
  });

  it('is handed out as a table that no spreadsheet runs, and says afterwards that it was', async () => {
    const query = { from: '2026-03-09', until: '2026-03-10' };
    const { text, headers } = await staff.ask('exportAuditTrail', { body: query });
    expect(headers['content-disposition']).toContain('audit-2026-03-09-2026-03-10.csv');
    const [head, first, ...rest] = text.trim().split('\r\n');
    expect(head).toContain('"At (UTC)","Who","Id","What","Details"');
    expect(first).toMatch(/"activity\.published","activityId hand-hygiene, version 1"/);
    expect(rest).toEqual([]);
    expect((await trail()).entries[0]).toMatchObject({
      type: 'audit.exported',
      by: staff.staffId,
      data: { entries: 1 },
    });
    for (const days of [
      { from: '2026-03-09', until: '2026-03-08' },
      { from: '2026-01-01', until: '2026-02-01' },
    ])
      expect(await staff.ask('exportAuditTrail', { body: days })).toBeRefusedFor('days-out-of-range');
  });
});

describe('the health of the system', () => {
  const health = async () => (await staff.ask('getSystemHealth')).body;
  const finding = async (part: string) => (await health()).findings.find((one) => one.part === part);

  it('is well when the sweeper ran, the day is signed and nothing waits', async () => {
    await service.sweep();
    await service.signHeads();
    const { state, commit, findings } = await health();
    expect(findings.filter((one) => one.state !== 'well')).toEqual([]);
    expect({ state, commit }).toEqual({ state: 'well', commit: 'abc1234' });
  });

  it('says that the sweeper stands still, that the day was not signed, and what to do', async () => {
    await service.sweep();
    await service.signHeads();
    service.pass(4 * MINUTE);
    expect(await finding('Sweeper')).toMatchObject({ state: 'well' });
    service.pass(MINUTE);
    expect(await finding('Sweeper')).toMatchObject({
      state: 'ill',
      runbook: 'sweeper-silent',
      remedy: expect.any(String),
    });
    service.pass(DAY);
    staff = await createStaff(service, 'coordinator');
    expect(await finding('Signed heads')).toMatchObject({ state: 'ill', runbook: 'head-missing' });
    expect((await health()).state).toBe('ill');
  });

  it('counts what is parked, what fails, what waits too long and what bounced', async () => {
    learner = await createLearner(service, { profile: unprintable });
    await learner.ready();
    await learner.claim([ama, 100]);
    expect(await finding('Parked work')).toMatchObject({
      state: 'ill',
      says: expect.stringMatching(/^1 grading, award/),
    });
    const other = await createLearner(service, { email: 'other@example.org' });
    service.state.mailIsDown = true;
    const messageKey = `award-${await other.complete()}`;
    expect(await finding('Tries')).toMatchObject({ state: 'look', says: expect.stringMatching(/^1 mail failed/) });
    service.state.mailIsDown = false;
    service.pass(HOUR);
    expect(await finding('Queue')).toMatchObject({ state: 'ill' });
    await service.sweep();
    expect(await finding('Queue')).toMatchObject({ state: 'well' });
    await service.mailTold({ messageKey, eventType: 'Bounce' });
    expect(await finding('Bounces')).toMatchObject({ state: 'look', says: '1 mail bounced in the last seven days.' });
  });

  it('names runbooks that there are', async () => {
    const named = (await health()).findings.flatMap(({ runbook }) => runbook ?? []);
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((name) => !existsSync(`docs/runbooks/${name}.md`))).toEqual([]);
  });
});
