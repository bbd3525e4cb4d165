import { beforeEach, describe, expect, it } from 'vitest';
import type { Attempt } from '../../../shared/domain/attempt.ts';
import type { EvaluationQuestion } from '../../../shared/domain/evaluation.ts';
import { answerKeys, content, draft, postTest, right, verification } from '../../support/activity.ts';
import { createLearner, type Learner } from '../../support/learner.ts';
import '../../support/refusals.ts';
import { createService, type Service } from '../../support/service.ts';

/** A post-test of which the first two questions are a pool, and one of them is asked. */
const pooled = postTest({
  questions: postTest().questions.map((one, index) => (index < 2 ? { ...one, pool: 'moments' } : one)),
  pools: [{ poolId: 'moments', draw: 1 }],
});
const why: EvaluationQuestion = {
  ...{ questionId: 'e5', kind: 'text', text: 'Why nothing?', required: true },
  showIf: { questionId: 'e2', options: ['a'] },
};

let service: Service;
let learner: Learner;

beforeEach(async () => {
  service = createService();
  const { questions } = draft().evaluation;
  await service.publish(
    content({ assessments: [verification(), pooled], evaluation: { questions: [...questions, why] } }, answerKeys),
  );
  learner = await createLearner(service);
});

const answersTo = (asked: readonly { readonly questionId: string }[]) =>
  Object.fromEntries(asked.map(({ questionId }) => [questionId, right[questionId] ?? []]));

describe('an attempt at a Post-Test with a pool', () => {
  it('is told beforehand as what it asks, and asks one of the pool on every load', async () => {
    const offered = (await learner.activity()).assessments.find(({ kind }) => kind === 'post-test');
    expect(offered?.questionCount).toBe(3);
    const { attemptId, questions = [] } = (await learner.start()).body;
    expect(questions).toHaveLength(3);
    const again = await learner.ask('getAttempt', { params: { attemptId } });
    expect(again.body.questions).toEqual(questions);
    const [kept] = service.held<Attempt>('attempt');
    expect([...(kept?.asked ?? [])].sort()).toEqual(questions.map(({ questionId }) => questionId).sort());
  });

  it('is passed by whoever answers what was asked, and explains that alone', async () => {
    const { attemptId, questions = [] } = (await learner.start()).body;
    const { body } = await learner.submit(attemptId, answersTo(questions));
    expect(body).toMatchObject({ status: 'passed', score: 100 });
    expect(body.feedback?.map(({ questionId }) => questionId).sort()).toEqual(
      questions.map(({ questionId }) => questionId).sort(),
    );
  });

  it('wants every question that was asked, and refuses an answer to one that was not', async () => {
    const { attemptId, questions = [] } = (await learner.start()).body;
    const [first, ...rest] = questions;
    expect(await learner.submit(attemptId, answersTo(rest))).toBeRefusedFor('answers-missing');
    expect(first).toBeDefined();
    expect(await learner.submit(attemptId, right)).toBeRefusedFor('question-unknown');
  });
});

describe('a question of the Course Evaluation that depends on an answer', () => {
  const evaluate = (answers: Readonly<Record<string, unknown>>) =>
    learner.ask('submitEvaluation', { params: learner.params, body: { answers } });

  beforeEach(async () => {
    const { attemptId, questions = [] } = (await learner.start()).body;
    await learner.submit(attemptId, answersTo(questions));
  });

  it('is sent with what it depends on, and is required of whoever gave that answer', async () => {
    const { body } = await learner.ask('getEvaluation', { params: learner.params });
    expect(body.questions.at(-1)?.showIf).toEqual(why.showIf);
    expect(await evaluate({ e1: ['b'], e2: ['a'] })).toBeRefusedFor('answer-required');
    expect((await evaluate({ e1: ['b'], e2: ['a'], e5: 'No time.' })).status).toBe(200);
  });

  it('has no answer kept of whom it was not asked', async () => {
    expect((await evaluate({ e1: ['b'], e2: ['b'], e5: 'Written before I changed my mind.' })).status).toBe(200);
    expect(service.held<{ answers: object }>('response')).toMatchObject([{ answers: { e1: ['b'], e2: ['b'] } }]);
    expect(JSON.stringify(service.table.rows())).not.toContain('changed my mind');
  });
});
