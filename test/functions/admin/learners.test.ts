import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { content } from '../../support/activity.ts';
import { createLearner } from '../../support/learner.ts';
import '../../support/refusals.ts';
import { createService, type Service } from '../../support/service.ts';
import { createStaff, type StaffBrowser } from '../../support/staff.ts';

const params = { activityId: 'hand-hygiene' };
const profile = (givenName: string, familyName: string) => ({
  ...{ givenName, familyName, profession: 'physician' as const },
  credentials: 'MD',
});
const people = [
  ['amelie@example.org', 'Amélie', 'Nguyễn'],
  ['lukasz@example.org', 'Łukasz', 'Zając'],
  ['wang@example.org', '小明', '王'],
] as const;

let service: Service;
let staff: StaffBrowser;
let ids: readonly string[];
beforeEach(async () => {
  service = createService();
  await service.publish(content());
  const made: string[] = [];
  for (const [email, given, family] of people) {
    const learner = await createLearner(service, { email, profile: profile(given, family) });
    made.push((await learner.ask('getMe')).body.learnerId);
  }
  ids = made;
  staff = await createStaff(service, 'coordinator');
});

const listed = async (query: Record<string, string> = {}) =>
  (await staff.ask('listLearners', { body: query })).body.learners.map(({ email }) => email);
const seen = async (learnerId: string) => (await staff.ask('getLearner', { params: { learnerId } })).body;

describe('the list of learners', () => {
  it('is by family name, given name or address', async () => {
    const [amelie, lukasz, wang] = people.map(([email]) => email);
    expect(await listed()).toEqual([amelie, lukasz, wang]);
    expect(await listed({ order: 'given' })).toEqual([amelie, lukasz, wang]);
    expect(await listed({ order: 'email' })).toEqual([amelie, lukasz, wang]);
  });

  it.each([
    ['nguyen', 0],
    ['NGUYỄN A', 0],
    ['ame', 0],
    ['lukasz z', 1],
    ['zaj', 1],
    ['王', 2],
    ['小明', 2],
    ['wang@', 2],
    ['WANG@example.org', 2],
  ] as const)('is searched by the beginning of a name or an address: %s', async (search, who) => {
    expect(await listed({ search })).toEqual([people[who][0]]);
  });

  it('is searched by a learner’s id and by a certificate’s', async () => {
    expect(await listed({ search: ids[1] ?? '' })).toEqual(['lukasz@example.org']);
    const learner = await createLearner(service, { email: 'done@example.org', profile: profile('Dana', 'Done') });
    const certificateId = await learner.complete();
    expect(await listed({ search: certificateId })).toEqual(['done@example.org']);
    expect(await listed({ search: certificateId.toUpperCase() })).toEqual(['done@example.org']);
    expect(await listed({ search: 'nobody' })).toEqual([]);
    expect(await listed({ search: '###' })).toEqual([]);
  });
});

describe('one learner', () => {
  it('has a timeline from the first sign-in on, and a reason why there is no credit yet', async () => {
    const learner = await createLearner(service, { email: 'done@example.org', profile: profile('Dana', 'Done') });
    const { learnerId } = (await learner.ask('getMe')).body;
    service.pass(1_000);
    await learner.start();
    expect((await seen(learnerId)).courses).toMatchObject([
      {
        ...{ stage: 'attempting', answer: 'not-yet', moreAttempts: true },
        sentence: expect.stringContaining('have not submitted it yet'),
      },
    ]);
    expect((await seen(learnerId)).timeline.map(({ text }) => text)).toEqual([
      'Started attempt 1.',
      'Signed in for the first time.',
    ]);
  });

  it('has it all told to the mail about the certificate and how that arrived, newest first', async () => {
    const learner = await createLearner(service, { email: 'done@example.org', profile: profile('Dana', 'Done') });
    const { learnerId } = (await learner.ask('getMe')).body;
    const certificateId = await learner.complete();
    const body = await seen(learnerId);
    expect(body).toMatchObject({ email: 'done@example.org', familyName: 'Done', credentials: 'MD' });
    expect(body.courses).toMatchObject([
      { stage: 'notified', score: 100, answer: 'credit', moreAttempts: false, certificateId },
    ]);
    expect(body.credits).toMatchObject([{ certificateId, name: 'Dana Done, MD', credits: [{ amount: 100 }] }]);
    expect(body.timeline.map(({ text }) => text)).toEqual([
      'The mail with the certificate was sent; whether it arrived is not known yet.',
      'The certificate was issued.',
      'Credit was awarded.',
      'Claimed credit.',
      'Completed the evaluation.',
      'Passed an attempt: 100 %, passing score 75 %.',
      'Submitted attempt 1.',
      'Started attempt 1.',
      'Signed in for the first time.',
    ]);
    expect(body.timeline.filter(({ kind }) => kind !== 'account').map(({ title }) => title)).toEqual(
      Array.from({ length: 8 }, () => 'Hand Hygiene Before Every Contact'),
    );
    await service.mailTold({ messageKey: `award-${certificateId}`, eventType: 'Bounce' });
    expect((await seen(learnerId)).mails).toMatchObject([{ tone: 'bad', text: expect.stringContaining('came back') }]);
  });

  it('that there is none of is not found', async () => {
    expect((await staff.ask('getLearner', { params: { learnerId: 'nobody' } })).status).toBe(404);
  });
});

describe('credits and completions', () => {
  it('are listed as soon as they are there, newest first, by day and by kind', async () => {
    const first = await createLearner(service, { email: 'one@example.org', profile: profile('Dana', 'One') });
    await first.complete();
    service.pass(86_400_000);
    const second = await createLearner(service, { email: 'two@example.org', profile: profile('Dana', 'Two') });
    const certificateId = await second.complete();
    const names = async (query: Record<string, string>) =>
      (await staff.ask('listCredits', { query })).body.credits.map(({ name }) => name);
    service.pass(60_000);
    staff = await createStaff(service, 'coordinator');
    expect(await names({})).toEqual(['Dana Two, MD', 'Dana One, MD']);
    expect(await names({ until: '2026-03-09' })).toEqual(['Dana One, MD']);
    expect(await names({ from: '2026-03-10' })).toEqual(['Dana Two, MD']);
    expect(await names({ activityId: 'other' })).toEqual([]);
    expect(await names({ creditType: 'ama-pra-category-1', standing: 'valid' })).toHaveLength(2);

    const { completions } = (await staff.ask('listCompletions', { params })).body;
    expect(completions).toMatchObject([
      { name: 'Dana Two', email: 'two@example.org', stage: 'issued', score: 100, certificateId },
      { name: 'Dana One', stage: 'issued' },
    ]);
    const passed = await staff.ask('listCompletions', { params, query: { stage: 'passed' } });
    expect(passed.body.completions).toEqual([]);
  });

  it('are handed out as files of which no cell is run, and the audit trail says so', async () => {
    const learner = await createLearner(service, { email: 'one@example.org', profile: profile('=Dana', 'One') });
    await learner.complete();
    const csv = await staff.ask('exportCredits', { query: { format: 'csv' } });
    expect(csv.headers['content-disposition']).toContain('credits.csv');
    expect(csv.text).toContain(`"'=Dana One, MD"`);
    service.pass(1);
    const xlsx = await staff.ask('exportCompletions', { params, query: { format: 'xlsx' } });
    const sheet = strFromU8(unzipSync(xlsx.bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('one@example.org');
    service.pass(1);
    const learners = await staff.ask('exportLearners', { body: { format: 'csv' } });
    expect(learners.text.split('\r\n')).toHaveLength(people.length + 3);
    expect(
      service.held<{ type: string; by: string; data: object }>('audit').filter(({ type }) => type === 'list.exported'),
    ).toMatchObject([
      { by: staff.staffId, data: { list: 'credits', format: 'csv', rows: 1 } },
      { by: staff.staffId, data: { list: 'completions', format: 'xlsx', rows: 1, activityId: 'hand-hygiene' } },
      { by: staff.staffId, data: { list: 'learners', format: 'csv', rows: people.length + 1 } },
    ]);
    expect(await staff.ask('exportCredits', { query: { format: 'pdf' } })).toBeRefusedFor('invalid');
  });
});
