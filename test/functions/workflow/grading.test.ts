import { beforeEach, describe, expect, it } from 'vitest';
import { required } from '../../../functions/records/require.ts';
import type { Attempt } from '../../../shared/domain/attempt.ts';
import { SECOND } from '../../../shared/domain/kinds.ts';
import { right, wrong } from '../../support/activity.ts';
import { START } from '../../support/service.ts';
import { createStepping, type Stepping } from '../../support/stepping.ts';

const activityId = 'hand-hygiene';
let at: Stepping;
const begin = async () => {
  at = await createStepping();
};
beforeEach(begin);

const attempt = (): Attempt => required(at.service.held<Attempt>('attempt').at(-1), 'The attempt');

describe('grading', () => {
  beforeEach(() => {
    at.service.workflows.mode = 'lost';
  });
  const submit = async (answers = right) => at.learner.submit((await at.learner.start()).body.attemptId, answers);

  it('is done once: a repeat changes nothing', async () => {
    await submit();
    at.service.pass(SECOND);
    const done = { workId: at.work().workId, passed: true };
    expect(await at.run('grade-attempt')).toEqual(done);
    expect(attempt()).toMatchObject({ grade: { status: 'passed', score: 100 }, gradedAt: at.service.now() });
    expect(await at.again('grade-attempt')).toEqual({ result: done, changed: false });
  });

  it('tells a failure from a pass', async () => {
    await submit(wrong);
    await at.run('grade-attempt');
    expect(attempt()).toMatchObject({ status: 'failed', grade: { status: 'failed', score: 50 } });
    expect(at.course()).toMatchObject({ stage: 'failed', score: 50 });
    expect(at.lastEntry()).toMatchObject({ type: 'attempt.failed', data: { score: 50, passMark: 75 } });
  });

  it('keeps the grade of an attempt that was graded before a grade and its move were one', async () => {
    await submit(wrong);
    const { participations } = at.repositories();
    const before = required(await participations.attempt(at.course().learnerId, attempt().attemptId), 'The attempt');
    const grade = { status: 'passed', score: 80, passMark: 75, results: [] } as const;
    const gradedAt = at.service.now();
    at.service.pass(SECOND);
    await at.service.table.write([
      await participations.putAttempt({ ...before.value, status: 'passed', grade, gradedAt }, before),
    ]);
    await at.run('grade-attempt');
    expect(attempt()).toMatchObject({ status: 'passed', grade, gradedAt });
    expect(at.course()).toMatchObject({ stage: 'passed', score: 80 });
  });

  it('of an attempt that was not submitted, or that there is not, waits for staff', async () => {
    await submit();
    const parked = { name: 'ParkError', message: 'There is no submitted attempt to grade.' };
    await expect(at.run('grade-attempt', { attemptId: 'unknown' })).rejects.toMatchObject(parked);
    const { participations } = at.repositories();
    const before = required(await participations.attempt(at.course().learnerId, attempt().attemptId), 'The attempt');
    const { submittedAt: _, ...open } = before.value;
    await at.service.table.write([await participations.putAttempt(open, before)]);
    await expect(at.run('grade-attempt')).rejects.toMatchObject(parked);
  });

  it('explains a last attempt, and not one after which staff gave more', async () => {
    for (const extraAttempts of [{}, { verification: 1 }, { 'post-test': 1 }]) {
      await begin();
      for (const _ of [1, 2]) await at.learner.pass(wrong);
      const { attemptId } = (await at.learner.start()).body;
      await at.alter({ extraAttempts });
      await at.learner.submit(attemptId, wrong);
      const last = at.service.held<Attempt>('attempt').find((one) => one.attemptId === attemptId);
      const [told] = last?.feedback ?? [];
      if (extraAttempts['post-test']) expect(told).not.toHaveProperty('rightAnswers');
      else expect(told).toHaveProperty('rightAnswers');
    }
  });
});

describe('what follows from a grade', () => {
  beforeEach(async () => {
    at.service.workflows.mode = 'lost';
    await at.learner.submit((await at.learner.start()).body.attemptId);
  });

  it('is written with it: the course moves on, the work ends and what happened is chained', async () => {
    at.service.pass(SECOND);
    await at.run('grade-attempt');
    expect(at.work().status).toBe('done');
    // The eighth of March in Los Angeles, and the ninth where the activity is.
    const completed = { completedAt: START, completedOn: '2026-03-09' };
    expect(at.course()).toMatchObject({ stage: 'passed', score: 100, activityVersion: 1, ...completed });
    expect(at.lastEntry()).toMatchObject({
      type: 'attempt.passed',
      data: {
        ...{ activityId, activityVersion: 1, assessmentId: 'post-test', attemptId: attempt().attemptId },
        ...{ score: 100, passMark: 75, completedOn: '2026-03-09' },
      },
    });
  });

  it('takes away that it waited for staff', async () => {
    await at.alter({ parked: { step: 'grade-attempt', reason: 'It did not answer', at: START } });
    await at.run('grade-attempt');
    expect(at.course()).not.toHaveProperty('parked');
  });

  it('is looked at again where another run was first', async () => {
    await at.alter({ stage: 'passed' });
    await expect(at.run('grade-attempt')).rejects.toMatchObject({ name: 'LostRaceError' });
  });

  it('breaks by the name of what is missing', async () => {
    await expect(at.run('grade-attempt', { workId: 'lost' })).rejects.toThrow('The work lost is missing');
    await expect(at.run('grade-attempt', { activityId: 'lost' })).rejects.toThrow(
      `The participation of ${attempt().attemptId} is missing`,
    );
  });
});

describe('work whose step failed', () => {
  beforeEach(async () => {
    at.service.workflows.mode = 'lost';
    await at.learner.submit((await at.learner.start()).body.attemptId);
  });
  const fail = async (error: string, cause?: string) => {
    const input = {
      workId: at.work().workId,
      step: 'grade-attempt',
      error: { Error: error, ...(cause !== undefined && { Cause: cause }) },
    };
    expect(await at.service.runStep('park-work', input)).toEqual({ workId: at.work().workId });
  };

  it.each(['TransientError', 'LostRaceError', 'Lambda.ServiceException', 'States.Timeout'])(
    'by %s is tried again later, by itself',
    async (error) => {
      await fail(error, 'It did not answer');
      expect(at.work()).toMatchObject({ status: 'pending', tries: 1, failure: { step: 'grade-attempt', error } });
      expect(at.course()).not.toHaveProperty('parked');
    },
  );

  it('by anything else waits for staff, who see the step and the reason', async () => {
    await fail('ParkError', JSON.stringify({ errorType: 'ParkError', errorMessage: 'No glyph for 王' }));
    const why = { step: 'grade-attempt', reason: 'No glyph for 王' };
    expect(at.work()).toMatchObject({ status: 'parked', failure: { ...why, error: 'ParkError' } });
    expect(at.course().parked).toMatchObject(why);
  });

  it('has a reason in whatever form it comes, or says that none was given', async () => {
    for (const [cause, reason] of [
      ['It did not answer', 'It did not answer'],
      ['{"errorType":"Error"}', '{"errorType":"Error"}'],
      ['null', 'null'],
      ['7', '7'],
      ['', 'No reason was given.'],
      [undefined, 'No reason was given.'],
    ]) {
      await fail('TransientError', cause);
      expect(at.work().failure?.reason, String(cause)).toBe(reason);
    }
  });

  it('and that was done or parked meanwhile, or that there is not, stays as it is', async () => {
    await fail('ParkError', 'No glyph');
    const before = at.service.table.rows();
    await fail('TransientError', 'It did not answer');
    await at.service.runStep('park-work', { workId: 'lost', step: 'grade-attempt', error: { Error: 'ParkError' } });
    expect(at.service.table.rows()).toEqual(before);
  });
});
