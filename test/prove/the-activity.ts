import { readActivityFiles } from '../../infra/cli/activity-files.ts';
import type { ActivityContent } from '../../shared/authoring/activity-content.ts';
import type { Answers } from '../../shared/domain/assessment.ts';
import type { EvaluationAnswers } from '../../shared/domain/evaluation.ts';
import type { Claim } from '../../shared/domain/participation.ts';

/** What everybody submits to: a sample activity as the first start publishes it, with ten questions and their rationales. */
export interface TheActivity {
  readonly content: ActivityContent;
  readonly activityId: string;
  readonly assessmentId: string;
  /** Everything right, which passes, or everything wrong, which fails. */
  readonly answers: Readonly<Record<'right' | 'wrong', Answers>>;
  /** The first option of every question of the evaluation that must be answered. */
  readonly evaluated: EvaluationAnswers;
  /** What a physician claims of it: the kind, and the most in hundredths. */
  readonly credit: Claim;
}

/** Reads the activity from its file, with what is right in it. */
export async function readTheActivity(): Promise<TheActivity> {
  const { activities } = await readActivityFiles(['docs/samples/home-blood-pressure.yaml']);
  const [read] = activities;
  const assessment = read?.activity.assessments[0];
  if (!read || !assessment) throw new Error('The sample activity has no post-test');
  const { file: _, ...content } = read;
  const credit = read.activity.credits.find(({ creditType }) => creditType === 'ama-pra-category-1');
  if (!credit) throw new Error('The sample activity offers physicians nothing');
  const { assessmentId, questions } = assessment;
  const key = content.keys[assessmentId] ?? {};
  const answersBy = (choose: (right: readonly string[], all: readonly string[]) => readonly string[]): Answers =>
    Object.fromEntries(
      questions.map(({ questionId, options }) => [
        questionId,
        choose(
          key[questionId]?.right ?? [],
          options.map(({ optionId }) => optionId),
        ),
      ]),
    );
  return {
    ...{ content, assessmentId, activityId: content.activity.activityId },
    credit: { creditType: credit.creditType, amount: credit.maximum },
    evaluated: Object.fromEntries(
      content.activity.evaluation.questions.flatMap(({ questionId, required, options = [] }) =>
        required ? [[questionId, options.slice(0, 1).map(({ optionId }) => optionId)]] : [],
      ),
    ),
    answers: {
      right: answersBy((right) => right),
      wrong: answersBy((right, all) => all.filter((optionId) => !right.includes(optionId)).slice(0, 1)),
    },
  };
}
