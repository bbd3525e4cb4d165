import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Attempt } from '../../../shared/domain/attempt.ts';
import { MINUTE, SECOND } from '../../../shared/domain/kinds.ts';
import type { LedgerEntry } from '../../../shared/domain/ledger.ts';
import { content, evaluated, postTest, RATIONALE_CANARY, right, verification, wrong } from '../../support/activity.ts';
import { createLearner, type Learner } from '../../support/learner.ts';
import '../../support/refusals.ts';
import { createService, type Service } from '../../support/service.ts';

let service: Service;
let learner: Learner;
beforeEach(async () => {
  service = createService();
  await service.publish(content());
  learner = await createLearner(service);
});
const save = (attemptId: string, answers: object) =>
  learner.ask('saveAnswers', { params: { attemptId }, body: { answers } });
const look = async (attemptId: string) => (await learner.ask('getAttempt', { params: { attemptId } })).body;

describe('an attempt', () => {
  it('shows its questions and what was saved, in the same order on every load, and no right answer', async () => {
    const { body } = await learner.start();
    expect((await save(body.attemptId, { q1: ['b'] })).body).toEqual({ savedAt: service.now() });
    const again = await look(body.attemptId);
    expect(again.questions).toEqual(body.questions);
    expect(again).toMatchObject({ status: 'in-progress', answers: { q1: ['b'] }, number: 1, attemptsLeft: 2 });
    expect(again).not.toHaveProperty('score');
    expect(again).not.toHaveProperty('feedback');
  });

  it('is the same in two tabs and after a double click, and counts once', async () => {
    const starts = await Promise.all([learner.start(), learner.start(), learner.start()]);
    expect(new Set(starts.map(({ body }) => body.attemptId)).size).toBe(1);
    expect(service.held<Attempt>('attempt')).toHaveLength(1);
    expect((await learner.activity()).assessments.find(({ kind }) => kind === 'post-test')?.attemptsLeft).toBe(2);
  });

  it('is refused at one option while another is under way, and at an option that there is not', async () => {
    await learner.start('verification');
    expect(await learner.start('post-test')).toBeRefusedFor('attempt-in-progress');
    const answer = await learner.start('essay');
    expect(answer).toBeRefusedFor('assessment-unknown');
    expect(answer.reasons[0]).toMatchObject({
      field: '/assessmentId',
      remedy: 'Select one of: Participation Verification, Post-Test.',
    });
  });

  it('may be repeated after a failure until all attempts are used, and explains only then', async () => {
    for (const left of [2, 1, 0]) {
      const { attemptId, number } = (await learner.start()).body;
      const { body } = await learner.submit(attemptId, wrong);
      expect(body).toMatchObject({ status: 'failed', score: 50, attemptsLeft: left });
      expect(number).toBe(3 - left);
      expect(JSON.stringify(body).includes(RATIONALE_CANARY)).toBe(left === 0);
      expect(body.feedback?.filter((each) => each.right)).toHaveLength(2);
    }
    expect(await learner.start()).toBeRefusedFor('no-attempts-left');
    expect((await learner.start('verification')).status).toBe(201);
  });

  it('is refused after passing, whichever option is selected', async () => {
    await learner.pass();
    expect(await learner.start()).toBeRefusedFor('already-passed');
    expect(await learner.start('verification')).toBeRefusedFor('already-passed');
  });

  it('submits what was saved when no answers come with the submission', async () => {
    const { attemptId } = (await learner.start()).body;
    await save(attemptId, right);
    const { body } = await learner.ask('submitAttempt', { params: { attemptId }, body: {} });
    expect(body.status).toBe('passed');
  });

  it('shows its questions no more once it is submitted, only what the feedback policy tells', async () => {
    const { attemptId } = (await learner.start()).body;
    for (const body of [(await learner.submit(attemptId, wrong)).body, await look(attemptId)]) {
      expect(body).not.toHaveProperty('questions');
      expect(body).not.toHaveProperty('answers');
    }
  });

  it('tells its result when what is next is there', async () => {
    service.workflows.mode = 'lost';
    const { attemptId } = (await learner.start()).body;
    expect((await learner.submit(attemptId)).status).toBe(202);
    const waiting = await look(attemptId);
    expect(waiting).toMatchObject({ status: 'grading' });
    expect(waiting).not.toHaveProperty('score');
    expect((await learner.submit(attemptId)).status).toBe(202);
    service.workflows.mode = 'prompt';
    service.pass(15 * SECOND);
    await service.sweep();
    expect(await look(attemptId)).toMatchObject({ status: 'passed', score: 100 });
    expect((await learner.activity()).participation?.stage).toBe('passed');
  });

  it('names every question that is missing, and stays in progress', async () => {
    const { attemptId } = (await learner.start()).body;
    const answer = await learner.submit(attemptId, { q1: ['a'], q2: [] });
    expect(answer.status).toBe(422);
    expect(answer.reasons.map(({ field }) => field)).toEqual(['/answers/q2', '/answers/q3', '/answers/q4']);
    expect((await look(attemptId)).status).toBe('in-progress');
  });

  it('refuses to save what no question or option stands for, and keeps what was saved', async () => {
    const { attemptId } = (await learner.start()).body;
    await save(attemptId, { q1: ['a'] });
    expect(await save(attemptId, { q1: ['z'], q7: [] })).toBeRefusedFor('option-unknown', 'question-unknown');
    expect((await look(attemptId)).answers).toEqual({ q1: ['a'] });
  });

  it('is found, saved and submitted by nobody but the learner whose it is', async () => {
    const { attemptId } = (await learner.start()).body;
    const stranger = await createLearner(service, { email: 'other@example.org' });
    const asked = { params: { attemptId }, body: { answers: wrong } };
    expect(await stranger.ask('getAttempt', asked)).toBeRefusedFor('not-found');
    expect(await stranger.ask('saveAnswers', asked)).toBeRefusedFor('not-found');
    const answer = await stranger.ask('submitAttempt', asked);
    expect(answer).toBeRefusedFor('not-found');
    expect(answer.reasons[0]?.message).toBe('There is no such attempt here.');
    expect(await look(attemptId)).toMatchObject({ status: 'in-progress', answers: {} });
    expect(service.held('work')).toEqual([]);
  });

  it('takes no other answers once it is submitted', async () => {
    const { attemptId } = (await learner.start()).body;
    await learner.submit(attemptId, wrong);
    expect(await save(attemptId, right)).toBeRefusedFor('already-submitted');
    const answer = await learner.submit(attemptId, right);
    expect(answer).toBeRefusedFor('already-submitted');
    expect(answer.reasons[0]?.message).toContain('it failed with 50 %');
    expect((await learner.submit(attemptId, wrong)).body).toMatchObject({ status: 'failed', score: 50 });
  });
});

describe('64 submissions at once with two sets of answers', () => {
  it('end in one result, one entry in the ledger, and a refusal to all who sent the others', async () => {
    const { attemptId } = (await learner.start()).body;
    const sets = Array.from({ length: 64 }, (_, index) => (index % 2 === 0 ? right : wrong));
    const answers = await Promise.all(sets.map((set) => learner.submit(attemptId, set)));

    const [stored] = service.held<Attempt>('attempt');
    const won = stored?.status === 'passed' ? right : wrong;
    for (const [index, answer] of answers.entries()) {
      if (sets[index] === won) expect([200, 202]).toContain(answer.status);
      else expect(answer).toBeRefusedFor('already-submitted');
    }
    expect(stored?.answers).toEqual(won);
    expect(service.held<LedgerEntry>('ledgerEntry')).toHaveLength(1);
    expect(service.held('work')).toHaveLength(1);
    expect((await look(attemptId)).status).toBe(stored?.status);
  });
});

describe('two clicks, of which one submits when the other has read the attempt', () => {
  it('are both told the result', async () => {
    const { attemptId } = (await learner.start()).body;
    const { get } = service.table;
    let quicker: ReturnType<typeof learner.submit> | undefined;
    let hasReadTheAttempt = false;
    vi.spyOn(service.table, 'get').mockImplementation(async (key) => {
      if (quicker === undefined && hasReadTheAttempt && key.sk.startsWith('PARTICIPATION#')) {
        quicker = learner.submit(attemptId);
        await quicker;
      }
      hasReadTheAttempt ||= key.sk.startsWith('ATTEMPT#');
      return get(key);
    });
    expect(await learner.submit(attemptId)).toMatchObject({ status: 200, body: { status: 'passed' } });
    expect(await quicker).toMatchObject({ status: 200, body: { status: 'passed' } });
  });
});

describe('a timed attempt', () => {
  beforeEach(async () => {
    await service.publish(content({ assessments: [verification(), postTest({ timeLimitMinutes: 10 })] }));
  });

  it('says when its time ends, and takes what comes within the grace', async () => {
    const { attemptId, deadline, now } = (await learner.start()).body;
    expect({ deadline, now }).toEqual({ deadline: '2026-03-09T04:40:00.000Z', now: service.now() });
    service.pass(10 * MINUTE + 30 * SECOND);
    expect((await learner.submit(attemptId)).body.status).toBe('passed');
  });

  it('says what time it is at each look, so that nobody’s own clock counts', async () => {
    const { attemptId } = (await learner.start()).body;
    service.pass(4 * MINUTE);
    expect(await look(attemptId)).toHaveProperty('now', service.now());
    expect((await learner.start()).body).toHaveProperty('now', service.now());
    await learner.submit(attemptId);
    expect(await look(attemptId)).not.toHaveProperty('now');
  });

  it('is submitted with what there is as soon as its time is up, and not before', async () => {
    const { attemptId } = (await learner.start()).body;
    const some = { q1: ['a'] };
    service.pass(10 * MINUTE - 1);
    expect((await learner.submit(attemptId, some)).status).toBe(422);
    service.pass(1);
    expect(await learner.submit(attemptId, { q1: ['z'] })).toBeRefusedFor('option-unknown');
    expect((await learner.submit(attemptId, some)).body).toMatchObject({ status: 'failed', score: 25 });
  });

  it('takes no answers afterwards, and grades what was saved in time', async () => {
    const { attemptId } = (await learner.start()).body;
    await save(attemptId, wrong);
    service.pass(10 * MINUTE + 30 * SECOND + 1);
    expect(await save(attemptId, right)).toBeRefusedFor('time-is-up');
    expect((await learner.submit(attemptId, right)).body).toMatchObject({ status: 'failed', score: 50 });
  });

  it('ends with what there is, so that nobody is stuck in an attempt whose time has run out', async () => {
    const { attemptId } = (await learner.start()).body;
    service.pass(60 * MINUTE);
    expect((await learner.submit(attemptId, {})).body).toMatchObject({ status: 'failed', score: 0 });
    expect((await learner.start()).status).toBe(201);
  });

  it('gives the same result to a late submission that is sent again because its answer was lost', async () => {
    const { attemptId } = (await learner.start()).body;
    service.pass(60 * MINUTE);
    await learner.submit(attemptId, right);
    expect((await learner.submit(attemptId, right)).body).toMatchObject({ status: 'failed', score: 0 });
  });
});

describe('an activity’s days', () => {
  it('end the starting of attempts, and nothing that was begun in time', async () => {
    const { attemptId } = (await learner.start()).body;
    service.at('2029-02-01T00:00:00.000Z');
    learner = await createLearner(service);
    expect((await learner.start()).body.attemptId).toBe(attemptId);
    expect((await learner.submit(attemptId)).body.status).toBe('passed');
    expect((await learner.evaluate()).status).toBe(200);
    expect((await learner.claim(['ama-pra-category-1', 100])).status).toBe(200);
    const late = await createLearner(service, { email: 'late@example.org' });
    expect(await late.start()).toBeRefusedFor('activity-closed');
  });

  it('do not begin before the first', async () => {
    service.at('2026-01-15T04:00:00.000Z');
    const early = await createLearner(service, { email: 'early@example.org' });
    expect(await early.start()).toBeRefusedFor('activity-not-open');
  });

  it('do not begin before what is held on a later day, which nobody can have attended', async () => {
    await service.publish(content({ activityId: 'webinar', heldOn: '2026-03-10' }));
    const early = await createLearner(service, { activityId: 'webinar' });
    expect(await early.start()).toBeRefusedFor('activity-not-open');
    const [listed] = (await early.ask('listActivities')).body.activities.filter(({ heldOn }) => heldOn !== undefined);
    expect(listed?.closed).toMatchObject([{ message: 'This activity is held on 10 March 2026.' }]);
    expect((await early.activity()).participation?.tasks[0]).toMatchObject({ status: 'locked' });
    service.at('2026-03-10T05:00:00.000Z');
    const there = await createLearner(service, { activityId: 'webinar' });
    expect((await there.start()).status).toBe(201);
  });

  it('date a certificate by the day of the submission where the activity is held, or by the day it was held', async () => {
    const pacific = { activityId: 'pacific', zone: 'America/Los_Angeles' };
    await service.publish(content(pacific));
    await service.publish(content({ activityId: 'webinar', heldOn: '2026-03-01' }));
    const dates: string[] = [];
    for (const activityId of ['hand-hygiene', 'pacific', 'webinar']) {
      const one = await createLearner(service, { activityId });
      await one.ready();
      await one.claim(['ama-pra-category-1', 100]);
      const { certificateId = '' } = (await one.activity()).participation ?? {};
      const { participatedOn, awardedOn } = (await one.ask('getCertificate', { params: { certificateId } })).body;
      dates.push(`${activityId} ${participatedOn} ${awardedOn}`);
    }
    expect(dates).toEqual([
      ...['hand-hygiene 2026-03-09 2026-03-09', 'pacific 2026-03-08 2026-03-08', 'webinar 2026-03-01 2026-03-09'],
    ]);
  });
});

describe('the Course Evaluation', () => {
  const evaluation = () => learner.ask('getEvaluation', { params: learner.params });

  it('is locked until the post-test is passed, with the reason and 409', async () => {
    expect(await evaluation()).toBeRefusedFor('not-started');
    const { attemptId } = (await learner.start()).body;
    expect(await evaluation()).toBeRefusedFor('attempt-in-progress');
    expect((await learner.evaluate()).status).toBe(409);
    await learner.submit(attemptId, wrong);
    expect(await learner.evaluate()).toBeRefusedFor('not-passed');
  });

  it('is completed once: a repeat says when, and keeps the first response', async () => {
    await learner.pass();
    const first = await learner.evaluate();
    service.pass(MINUTE);
    const answers = { ...evaluated, e4: 'Changed my mind.' };
    const again = await learner.ask('submitEvaluation', { params: learner.params, body: { answers } });
    expect(again.body).toEqual(first.body);
    expect(service.held('response')).toHaveLength(1);
    expect((await evaluation()).body.status).toBe('completed');
  });

  it('is completed once by many clicks at once', async () => {
    await learner.pass();
    const all = await Promise.all(Array.from({ length: 8 }, () => learner.evaluate()));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200]));
    expect(service.held('response')).toHaveLength(1);
  });

  it('says everything that is missing or wrong, and stays open', async () => {
    await learner.pass();
    const body = { answers: { e1: ['a', 'b'], e4: 'x'.repeat(4_001), e9: 'x' } };
    const answer = await learner.ask('submitEvaluation', { params: learner.params, body });
    expect(answer.status).toBe(422);
    expect(answer).toBeRefusedFor('one-option-only', 'answer-required', 'answer-too-long', 'question-unknown');
    expect((await evaluation()).body.status).toBe('open');
  });

  it('may come a year later', async () => {
    await learner.pass();
    service.at('2027-03-14T12:00:00.000Z');
    learner = await createLearner(service);
    await learner.evaluate();
    await learner.claim(['ama-pra-category-1', 100]);
    const { credits } = (await learner.ask('getWallet')).body;
    const params = { certificateId: credits[0]?.certificateId ?? '' };
    const { participatedOn, awardedOn } = (await learner.ask('getCertificate', { params })).body;
    expect([participatedOn, awardedOn]).toEqual(['2026-03-09', '2027-03-14']);
  });
});
