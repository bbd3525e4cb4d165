import { beforeEach, describe, expect, it, vi } from 'vitest';
import { capabilitiesOver } from '../../functions/capabilities.ts';
import { restartIfOverdue } from '../../functions/outbox/restart.ts';
import { HOUR, MINUTE, SECOND } from '../../shared/domain/kinds.ts';
import type { LedgerEntry } from '../../shared/domain/ledger.ts';
import { type MailIntent, MOST_TRIES, type Work } from '../../shared/domain/work.ts';
import { TransientError, type Value } from '../../shared/ports.ts';
import { entities, workIndex } from '../../shared/table.ts';
import { content } from '../support/activity.ts';
import { createBrowser } from '../support/browser.ts';
import { createLearner, type Learner } from '../support/learner.ts';
import '../support/refusals.ts';
import { createService, type Service } from '../support/service.ts';

const ama = 'ama-pra-category-1';
let service: Service;
let learner: Learner;
beforeEach(async () => {
  service = createService();
  await service.publish(content());
  learner = await createLearner(service);
});
const look = async (attemptId: string) => (await learner.ask('getAttempt', { params: { attemptId } })).body;
const certificateTask = async () =>
  (await learner.activity()).participation?.tasks.find(({ task }) => task === 'certificate');

describe('work whose start was lost', () => {
  beforeEach(() => {
    service.workflows.mode = 'lost';
  });

  it('leaves a submission acknowledged and grading, with when to ask again', async () => {
    const { attemptId } = (await learner.start()).body;
    const answer = await learner.submit(attemptId);
    expect(answer).toMatchObject({ status: 202, body: { status: 'grading', passMark: 75 } });
    expect(answer.headers['retry-after']).toBe('1');
    expect(answer.body).not.toHaveProperty('score');
    expect((await learner.submit(attemptId)).status).toBe(202);
    expect(await learner.start()).toBeRefusedFor('attempt-in-grading');
  });

  it('is started by the sweeper after ten seconds, and not before', async () => {
    const { attemptId } = (await learner.start()).body;
    await learner.submit(attemptId);
    service.workflows.mode = 'prompt';
    service.pass(10 * SECOND - 1);
    expect(await service.sweep()).toMatchObject({ started: 0 });
    service.pass(1);
    expect(await service.sweep()).toMatchObject({ started: 1 });
    expect((await look(attemptId)).status).toBe('passed');
    expect(await service.sweep()).toMatchObject({ started: 0, mailed: 0, parked: 0 });
  });

  it('is started by the learner who looks, within the 30 seconds that the help page promises', async () => {
    const { attemptId } = (await learner.start()).body;
    await learner.submit(attemptId);
    service.workflows.mode = 'prompt';
    service.pass(11 * SECOND);
    await look(attemptId);
    expect((await look(attemptId)).status).toBe('passed');
  });

  it('is started for a claim, too, by whoever looks at the activity', async () => {
    service.workflows.mode = 'prompt';
    await learner.ready();
    service.workflows.mode = 'lost';
    expect((await learner.claim([ama, 100])).body.status).toBe('claimed');
    service.workflows.mode = 'prompt';
    service.pass(MINUTE);
    await learner.activity();
    expect((await certificateTask())?.status).toBe('completed');
  });

  it('is parked when it was started over and over and never ended, and goes on when staff redrive it', async () => {
    const { attemptId } = (await learner.start()).body;
    await learner.submit(attemptId);
    for (let sweeps = 0; sweeps < 2 * MOST_TRIES; sweeps++) {
      service.pass(6 * HOUR);
      await service.sweep();
    }
    const workId = `grade-${attemptId}`;
    expect((await service.parked()).work).toMatchObject([{ workId, tries: MOST_TRIES }]);
    const why = { step: 'unknown', reason: 'It was started several times and never ended.' };
    expect(service.logged).toContainEqual({ event: 'work.parked', workId, ...why });
    expect(service.held('audit')).toContainEqual(
      expect.objectContaining({ type: 'work.parked', by: 'system', data: { workId, ...why } }),
    );
    expect(service.held('participation')).toMatchObject([{ parked: { ...why, at: expect.any(String) } }]);
    expect((await look(attemptId)).status).toBe('grading');
    expect((await learner.activity()).participation?.tasks[0]?.reasons[0]?.code).toBe('parked');

    service.workflows.mode = 'prompt';
    expect(await service.redrive(workId)).toEqual({ outcome: 'redriven' });
    expect((await look(attemptId)).status).toBe('passed');
    expect((await learner.activity()).participation?.tasks[0]?.status).toBe('completed');
    expect((await service.parked()).work).toEqual([]);
    expect(await service.redrive(workId)).toEqual({ outcome: 'not-parked' });
    expect(await service.redrive('nothing')).toEqual({ outcome: 'not-found' });
  });
});

it('everything that is parked is found, however much it is', async () => {
  const at = service.now();
  const works = Array.from({ length: 130 }, (_, number): Work => {
    const workId = `award-${number}`;
    const input = { door: 'award' as const, workId, learnerId: 'l', activityId: 'a' };
    const failure = { step: 'render-certificate', error: 'ParkError', reason: 'A glyph is missing.', at };
    return { workId, input, status: 'parked', createdAt: at, dueAt: at, tries: 1, failure };
  });
  for (const work of works) {
    const row = { ...entities.work.keyOf(work), rev: 1, kind: 'work' as const, data: work as unknown as Value };
    const place = { workPk: workIndex.parked('work'), workSk: `${at}#${work.workId}` };
    await service.table.write([{ kind: 'put', row: { ...row, ...place }, expect: 'absent' }]);
  }
  expect(new Set((await service.parked()).work.map(({ workId }) => workId)).size).toBe(130);
});

describe('starting work again', () => {
  let workId: string;
  beforeEach(async () => {
    service.workflows.mode = 'lost';
    const { attemptId } = (await learner.start()).body;
    await learner.submit(attemptId);
    workId = `grade-${attemptId}`;
  });
  const restart = (by: 'sweeper' | 'learner') =>
    restartIfOverdue(workId, by, capabilitiesOver(service.portsOf('sweep-outbox')));
  const work = () => service.held<Work>('work').find((one) => one.workId === workId);
  const restarts = () => service.logged.filter(({ event }) => event === 'work.restarted');

  it('is noted with who did it, and with what is known of why it did not end', async () => {
    service.pass(11 * SECOND);
    expect(await restart('learner')).toBe('started');
    service.pass(MINUTE);
    expect(await restart('sweeper')).toBe('started');
    expect(restarts()).toEqual([
      { event: 'work.restarted', workId, by: 'learner' },
      { event: 'work.restarted', workId, by: 'sweeper' },
    ]);
    expect(work()).toMatchObject({ tries: 2, failure: { step: 'unknown', error: 'Unfinished' } });
  });

  it('is done once by two who come at once, and not at all for what has ended or is not there', async () => {
    service.pass(11 * SECOND);
    expect((await Promise.all([restart('sweeper'), restart('learner')])).toSorted()).toEqual(['not-due', 'started']);
    expect(restarts()).toHaveLength(1);
    service.workflows.mode = 'prompt';
    service.pass(HOUR);
    expect(await restart('sweeper')).toBe('started');
    expect(work()?.status).toBe('done');
    service.pass(HOUR);
    expect(await restart('sweeper')).toBe('not-due');
    workId = 'grade-nothing';
    expect(await restart('sweeper')).toBe('not-due');
  });

  it('is left to staff by the sweeper alone, never by a page that a learner looks at', async () => {
    for (let tries = 1; tries < MOST_TRIES; tries++) {
      service.pass(6 * HOUR);
      await restart('sweeper');
    }
    service.pass(6 * HOUR);
    expect(await restart('learner')).toBe('not-due');
    expect(work()?.status).toBe('pending');
    expect(await restart('sweeper')).toBe('parked');
    expect(work()?.status).toBe('parked');
  });

  it('breaks where the table does, and says so', async () => {
    service.pass(11 * SECOND);
    vi.spyOn(service.table, 'write').mockRejectedValue(new TransientError('ProvisionedThroughputExceeded'));
    await expect(restart('sweeper')).rejects.toThrow('ProvisionedThroughputExceeded');
  });
});

describe('work that fails and is tried later and later', () => {
  beforeEach(async () => {
    await learner.ready();
    service.workflows.mode = 'lost';
    await learner.claim([ama, 100]);
    for (let sweeps = 0; sweeps < 8; sweeps++) {
      service.pass(6 * HOUR);
      await service.sweep();
    }
  });

  it('is not parked yet, and gets its turn at once when staff have mended the cause', async () => {
    const { workId = '' } = service.held<Work>('work').find(({ tries }) => tries > 0) ?? {};
    expect((await service.parked()).work).toEqual([]);
    service.workflows.mode = 'prompt';
    expect(await service.redrive(workId)).toEqual({ outcome: 'redriven' });
    expect((await certificateTask())?.status).toBe('completed');
    expect(await service.redrive(workId)).toEqual({ outcome: 'not-parked' });
  });

  it('is due at once and as if it had never failed, where what starts it then dies as well', async () => {
    const { workId = '' } = service.held<Work>('work').find(({ tries }) => tries > 0) ?? {};
    expect(await service.redrive(workId)).toEqual({ outcome: 'redriven' });
    expect(service.held<Work>('work').find((work) => work.workId === workId)).toMatchObject({
      ...{ status: 'pending', tries: 0, dueAt: service.now() },
    });
    expect(
      service.held<{ type: string; data: object }>('audit').filter(({ type }) => type === 'work.redriven'),
    ).toEqual([expect.objectContaining({ data: { workId } })]);
    service.workflows.mode = 'prompt';
    expect((await service.sweep()).started).toBe(1);
    expect((await certificateTask())?.status).toBe('completed');
  });
});

describe('work that has not failed', () => {
  it('is not taken up again by staff: whoever was asked first is at it', async () => {
    await learner.ready();
    service.workflows.mode = 'lost';
    await learner.claim([ama, 100]);
    const { workId = '' } = service.held<Work>('work').find(({ status }) => status === 'pending') ?? {};
    service.workflows.mode = 'prompt';
    expect(await service.redrive(workId)).toEqual({ outcome: 'not-parked' });
    expect((await certificateTask())?.status).toBe('in-progress');
    expect(service.held<{ type: string }>('audit').map(({ type }) => type)).not.toContain('work.redriven');
  });
});

describe('a mail that staff take up again', () => {
  beforeEach(async () => {
    await learner.ready();
    service.state.mailIsDown = true;
    await learner.claim([ama, 100]);
  });
  const intent = () => service.held<MailIntent>('mail').find(({ kind }) => kind === 'credit-award');

  it('is sent by the next sweep, where it failed and waited for a later turn', async () => {
    expect(intent()).toMatchObject({ status: 'queued', problem: expect.any(String) });
    const key = intent()?.messageKey ?? '';
    service.state.mailIsDown = false;
    expect(await service.redrive(key)).toEqual({ outcome: 'redriven' });
    expect(
      service.held<{ type: string; data: object }>('audit').filter(({ type }) => type === 'work.redriven'),
    ).toEqual([expect.objectContaining({ data: { workId: key } })]);
    await service.sweep();
    expect(intent()?.status).toBe('sent');
  });

  it('is left as it is when it was sent, or waits for its first turn', async () => {
    const key = intent()?.messageKey ?? '';
    await service.redrive(key);
    expect(intent()).toMatchObject({ status: 'queued' });
    expect(intent()).not.toHaveProperty('problem');
    expect(await service.redrive(key)).toEqual({ outcome: 'not-parked' });
    service.state.mailIsDown = false;
    await service.sweep();
    expect(intent()?.status).toBe('sent');
    expect(await service.redrive(key)).toEqual({ outcome: 'not-parked' });
    expect(service.inbox.delivered.filter(({ messageKey }) => messageKey === key)).toHaveLength(1);
  });
});

describe('a name that cannot be printed', () => {
  const emoji = { givenName: 'Ana 🦄', familyName: 'Luz', profession: 'physician' };
  let certificateId: string;
  beforeEach(async () => {
    learner = await createLearner(service, { email: 'ana@example.org', profile: emoji });
    await learner.ready();
    expect((await learner.claim([ama, 100])).status).toBe(202);
    certificateId = (await learner.activity()).participation?.certificateId ?? '';
  });

  it('parks the certificate with the reason for staff, and neither prints nor mails anything', async () => {
    const { work } = await service.parked();
    expect(work).toMatchObject([{ step: 'render-certificate', reason: expect.stringContaining('U+1F984') }]);
    expect(service.documents.kept.size).toBe(0);
    expect(service.inbox.delivered.filter(({ messageKey }) => messageKey.startsWith('award-'))).toEqual([]);
    expect(service.held<{ type: string }>('audit').map(({ type }) => type)).toContain('work.parked');
  });

  it('leaves the credit safe and tells the learner that staff look at it', async () => {
    expect((await learner.ask('getWallet')).body.credits).toHaveLength(1);
    expect(await certificateTask()).toMatchObject({ status: 'in-progress', reasons: [{ code: 'parked' }] });
    expect((await learner.ask('getCertificate', { params: { certificateId } })).body.status).toBe('parked');
    expect(await learner.ask('downloadCertificate', { params: { certificateId } })).toBeRefusedFor(
      'certificate-not-issued',
    );
    expect(await learner.ask('resendMail', { params: { certificateId } })).toBeRefusedFor('certificate-not-issued');
    expect((await learner.claim([ama, 100])).status).toBe(202);
  });

  it('is not shown to the public as a valid certificate', async () => {
    const { text } = await createBrowser(service).ask('verifyCertificate', { params: { certificateId } });
    expect(text).not.toMatch(/is valid|genuine and valid/i);
  });

  it('waits for staff, however often the sweeper runs, and is parked again when nothing was mended', async () => {
    service.pass(48 * HOUR);
    expect(await service.sweep()).toEqual({ started: 0, mailed: 0, parked: 0 });
    const [parked] = (await service.parked()).work;
    expect(await service.redrive(parked?.workId ?? '')).toEqual({ outcome: 'redriven' });
    expect((await service.parked()).work).toHaveLength(1);
    expect(service.held('credit')).toHaveLength(1);
  });

  it('is issued as the next version once the learner has mended the name and staff redrive it', async () => {
    await learner.ask('putMe', { body: { ...emoji, givenName: 'Ana' } });
    const [parked] = (await service.parked()).work;
    expect(await service.redrive(parked?.workId ?? '')).toEqual({ outcome: 'redriven' });
    const { body } = await learner.ask('getCertificate', { params: { certificateId } });
    expect(body).toMatchObject({ status: 'valid', version: 2, name: 'Ana Luz' });
    expect(service.held('snapshot')).toHaveLength(2);
    expect(service.held('credit')).toHaveLength(1);
    expect(await certificateTask()).toMatchObject({ status: 'completed', reasons: [] });
  });
});

describe('a repeated step', () => {
  it('changes nothing: grade, unlock, award, render and mail each take effect once', async () => {
    const { attemptId } = (await learner.start()).body;
    await learner.submit(attemptId);
    await learner.evaluate();
    await learner.claim([ama, 100]);
    const rowsOf = () => service.table.rows().filter(({ kind }) => kind !== 'reply');
    const before = rowsOf();
    for (const { input } of service.held<Work>('work')) {
      await service.workflows.start(input);
      await service.workflows.start(input);
    }
    expect(rowsOf()).toEqual(before);
    expect(service.logged.filter(({ event }) => event === 'step.broken')).toEqual([]);
    expect(service.documents.kept.size).toBe(1);
    expect(service.held<LedgerEntry>('ledgerEntry')).toHaveLength(5);
  });

  it('awards once when the award is run many times at once', async () => {
    await learner.ready();
    service.workflows.mode = 'lost';
    await learner.claim([ama, 100]);
    service.workflows.mode = 'prompt';
    const work = service.held<Work>('work').find(({ input }) => input.door === 'award');
    if (!work) throw new Error('The claim asked for no work');
    await Promise.all(Array.from({ length: 16 }, () => service.workflows.start(work.input)));
    expect(service.held('credit')).toHaveLength(1);
    expect(service.held('certificate')).toMatchObject([{ status: 'valid' }]);
    expect(service.inbox.delivered.filter(({ messageKey }) => messageKey.startsWith('award-'))).toHaveLength(1);
  });
});
