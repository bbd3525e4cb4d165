import { beforeEach, describe, expect, it } from 'vitest';
import type { ConsentEvent } from '../../../shared/domain/consent.ts';
import type { LearnerExport } from '../../../shared/domain/export.ts';
import { DAY } from '../../../shared/domain/kinds.ts';
import { content, KEY_CANARY, RATIONALE_CANARY, wrong } from '../../support/activity.ts';
import { createLearner, type Learner, nurse } from '../../support/learner.ts';
import '../../support/refusals.ts';
import { createService, type Service } from '../../support/service.ts';

let service: Service;
let learner: Learner;
beforeEach(async () => {
  service = createService();
  await service.publish(content());
  learner = await createLearner(service);
});

const decide = (given: boolean, purpose = 'board-reporting', wording = 1) =>
  learner.ask('setConsent', { params: { purpose }, body: { given, wording } });
const standing = async () =>
  (await learner.ask('getPrivacy')).body.consents.map(({ purpose, given }) => `${purpose} ${given}`);

describe('what a learner allows', () => {
  it('is nothing until they allow it, each purpose by itself', async () => {
    expect(await standing()).toEqual(['board-reporting false', 'research-use-of-answers false']);
    await decide(true);
    expect(await standing()).toEqual(['board-reporting true', 'research-use-of-answers false']);
  });

  it('is withdrawn as easily, and every decision stays on record', async () => {
    await decide(true);
    service.pass(DAY);
    const { body } = await decide(false);
    expect(body.given).toBe(false);
    expect(body.history.map(({ decision, at, wording }) => [decision, at, wording])).toEqual([
      ['withdrawn', '2026-03-10T04:30:00.000Z', 1],
      ['given', '2026-03-09T04:30:00.000Z', 1],
    ]);
  });

  it('is decided once by a double click, and by two tabs in some order', async () => {
    await Promise.all([decide(true), decide(true), decide(true)]);
    expect(service.held<ConsentEvent>('consent')).toHaveLength(1);
    await Promise.all([decide(false), decide(true)]);
    const events = service.held<ConsentEvent>('consent');
    expect(events.map(({ number }) => number)).toEqual(events.map((_, index) => index + 1));
  });

  it('is refused on words that are not shown any more, and for a purpose that there is not', async () => {
    expect(await decide(true, 'board-reporting', 99)).toBeRefusedFor('wording-changed');
    expect((await decide(true, 'advertising')).status).toBe(404);
  });
});

/** The export, parsed as whoever receives it would. */
const exported = async (of: Learner = learner): Promise<LearnerExport> => JSON.parse((await of.ask('exportData')).text);
const section = (data: LearnerExport, name: string) => data.sections.find((one) => one.name === name)?.items ?? [];

describe('a learner’s export', () => {
  it('holds everything about them, each part explained', async () => {
    const certificateId = await learner.complete();
    await decide(true);
    const answer = await learner.ask('exportData');
    expect(answer.headers).toMatchObject({
      'content-disposition': expect.stringContaining('attachment; filename="Credit Wallet data 2026-03-09.json"'),
      'cache-control': 'no-store',
    });
    // Whoever takes no compressed answers can read it.
    expect(answer.headers).not.toHaveProperty('content-encoding');
    const data = await exported();
    expect(section(data, 'account')).toMatchObject([{ email: 'amelie@example.org', familyName: 'Nguyễn' }]);
    expect(section(data, 'signIns')).toEqual([
      { startedAt: '2026-03-09T04:30:00.000Z', endsAt: '2026-04-08T04:30:00.000Z', device: 'A browser' },
    ]);
    expect(section(data, 'attempts')).toMatchObject([{ status: 'passed', score: 100, answers: { q1: ['a'] } }]);
    expect(section(data, 'certificates')).toMatchObject([
      { status: 'valid', snapshot: { certificateId, name: 'Amélie Nguyễn, MD, FACP' } },
    ]);
    expect(section(data, 'mails')).toMatchObject([{ kind: 'credit-award', status: 'sent' }]);
    expect(section(data, 'consents')).toMatchObject([{ purpose: 'board-reporting', decision: 'given' }]);
    expect(section(data, 'ledger')).toHaveLength(5);
    expect(data.sections.filter(({ about }) => about.length < 20)).toEqual([]);
    expect(service.held<{ type: string }>('audit').map(({ type }) => type)).toContain('learner.exported');
  });

  it('tells of a failed attempt what the screen told, and nothing of the answer key', async () => {
    await learner.pass(wrong);
    const answer = await learner.ask('exportData');
    expect(section(JSON.parse(answer.text), 'attempts')).toMatchObject([
      { status: 'failed', score: 50, questions: expect.arrayContaining([expect.objectContaining({ right: false })]) },
    ]);
    for (const secret of [KEY_CANARY, RATIONALE_CANARY, 'results', 'rightAnswers'])
      expect(answer.text).not.toContain(secret);
  });

  it('holds nothing of another learner, nor what staff said among themselves', async () => {
    const certificateId = await learner.complete();
    const other = await createLearner(service, { email: 'other@example.org', profile: nurse });
    await other.complete('ancc-contact-hour', 125);
    await service.proposeChange({ kind: 'suspend', certificateId, reason: 'Canary of staff', by: 'Asha Menon' });
    const text = JSON.stringify(await exported());
    expect(text).toContain('"suspend"');
    for (const foreign of ['other@example.org', 'Łukasz', 'Canary of staff', 'Asha Menon'])
      expect(text).not.toContain(foreign);
    const [mine] = service.held<{ learnerId: string; email: string }>('learner');
    const theirs = service
      .held<{ learnerId: string }>('learner')
      .find(({ learnerId }) => learnerId !== mine?.learnerId);
    expect(text).not.toContain(theirs?.learnerId);
  });

  it('holds no secret by which somebody could sign in', async () => {
    const cookie = learner.cookies.get('__Host-session') ?? '';
    const text = JSON.stringify(await exported());
    expect(text).not.toContain(cookie);
    expect(text).not.toContain(service.held<{ sessionHash: string }>('signIn')[0]?.sessionHash);
  });

  it('is given ten times an hour, and no script can have everything read over and over', async () => {
    for (let times = 0; times < 10; times++) expect((await learner.ask('exportData')).status).toBe(200);
    expect((await learner.ask('exportData')).status).toBe(429);
  });
});
