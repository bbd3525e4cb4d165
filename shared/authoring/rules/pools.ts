import { MOST_QUESTIONS } from '../../domain/assessment.ts';
import { duplicates } from './lists.ts';
import { type Finding, finding, type PublishingRule } from './rule.ts';
import { sources } from './sources.ts';

/** What is drawn by chance, and what depends on an answer: that it can be asked at all. */
export const askingRules: readonly PublishingRule[] = [
  {
    id: 'pools-fillable',
    source: sources.grading,
    severity: 'refuses',
    says: 'Every pool of questions has as many as are drawn from it, and every question’s pool is one of its assessment’s.',
    check: ({ activity: { assessments } }) =>
      assessments.flatMap(({ questions, pools = [] }, index) => {
        const field = `assessments[${index + 1}]`;
        const known = pools.map(({ poolId }) => poolId);
        const strays = questions.flatMap(({ pool }, at): readonly Finding[] =>
          pool === undefined || known.includes(pool)
            ? []
            : [
                finding(
                  `${field}.questions[${at + 1}].pool`,
                  `This assessment has no pool “${pool}”.`,
                  'Choose one of its pools, or add it to “pools”.',
                  [`${field}.pools`],
                ),
              ],
        );
        const short = pools.flatMap(({ poolId, draw }, at): readonly Finding[] => {
          const { length } = questions.filter(({ pool }) => pool === poolId);
          if (draw >= 1 && draw <= length) return [];
          const drawn = draw < 1 ? 'Nothing would be drawn from it.' : `It has ${length} questions; ${draw} are drawn.`;
          const remedy = length < 1 ? 'Give questions this pool, or remove it.' : `Draw from 1 to ${length}.`;
          return [finding(`${field}.pools[${at + 1}].draw`, drawn, remedy, [`${field}.questions`])];
        });
        return [...strays, ...short, ...duplicates(`${field}.pools`, known)];
      }),
  },
  {
    id: 'questions-few-enough',
    source: sources.grading,
    severity: 'refuses',
    says: `An activity has at most ${MOST_QUESTIONS} questions.`,
    check: ({ activity: { assessments } }) => {
      const count = assessments.reduce((sum, { questions }) => sum + questions.length, 0);
      return count > MOST_QUESTIONS
        ? [finding('assessments', `There are ${count} questions.`, `Keep the best ${MOST_QUESTIONS} of them.`)]
        : [];
    },
  },
  {
    id: 'show-if-answerable',
    source: sources.evaluation,
    severity: 'refuses',
    says: 'A question of the evaluation that depends on an answer depends on options of an earlier question.',
    check: ({ activity: { evaluation } }) =>
      evaluation.questions.flatMap(({ showIf }, index): readonly Finding[] => {
        if (!showIf) return [];
        const field = `evaluation[${index + 1}].showIf`;
        const on = evaluation.questions.slice(0, index).find(({ questionId }) => questionId === showIf.questionId);
        if (!on)
          return [
            finding(
              `${field}.question`,
              `No question before it has the id “${showIf.questionId}”.`,
              'Name a question that is asked earlier.',
              ['evaluation'],
            ),
          ];
        if (on.kind === 'text')
          return [
            finding(
              `${field}.question`,
              'It depends on a question that is answered in words.',
              'Name one with options to choose from.',
            ),
          ];
        const options = (on.options ?? []).map(({ optionId }) => optionId);
        const unknown = showIf.options.filter((optionId) => !options.includes(optionId));
        if (showIf.options.length > 0 && unknown.length === 0) return [];
        return [
          finding(
            `${field}.is`,
            unknown.length > 0
              ? `“${on.text}” has no option with the id “${unknown[0]}”.`
              : 'No answer would have it asked.',
            `Name some of its options: ${options.join(', ')}.`,
            [`evaluation[${evaluation.questions.indexOf(on) + 1}].options`],
          ),
        ];
      }),
  },
];
