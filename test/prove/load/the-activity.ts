import { readActivityFiles } from '../../../infra/cli/activity-files.ts';
import type { ActivityVersion } from '../../../shared/domain/activity.ts';
import type { Answers } from '../../../shared/domain/assessment.ts';

/** What everybody submits to: a sample activity as the first start publishes it, with ten questions and their rationales. */
export interface TheActivity {
  readonly activity: ActivityVersion;
  readonly assessmentId: string;
  /** Everything right, which passes, or everything wrong, which fails. */
  readonly answers: Readonly<Record<'right' | 'wrong', Answers>>;
}

/** Reads the activity from its file, with what is right in it. */
export async function readTheActivity(): Promise<TheActivity> {
  const { activities } = await readActivityFiles(['docs/samples/home-blood-pressure.yaml']);
  const [content] = activities;
  const assessment = content?.activity.assessments[0];
  if (!content || !assessment) throw new Error('The sample activity has no post-test');
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
    ...{ activity: { ...content.activity, version: 1, publishedAt: '' }, assessmentId },
    answers: {
      right: answersBy((right) => right),
      wrong: answersBy((right, all) => all.filter((optionId) => !right.includes(optionId)).slice(0, 1)),
    },
  };
}
