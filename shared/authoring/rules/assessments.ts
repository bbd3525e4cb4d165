import type { Assessment, Question } from '../../domain/assessment.ts';
import { blanks, duplicates } from './lists.ts';
import { type Finding, finding, type PublishingRule } from './rule.ts';
import { sources } from './sources.ts';

const each = (
  assessments: readonly Assessment[],
  find: (assessment: Assessment, field: string) => readonly Finding[],
): readonly Finding[] => assessments.flatMap((assessment, index) => find(assessment, `assessments[${index + 1}]`));

function findingsOfQuestion(field: string, { kind, options }: Question, right: readonly string[]): readonly Finding[] {
  const found: Finding[] = [];
  const find = (message: string, remedy: string): number =>
    found.push(finding(`${field}.options`, message, remedy, [`${field}.answer`, `${field}.kind`]));
  if (kind === 'true-false' && options.length !== 2)
    find('A true-false question has two options.', 'Write “answer: true” or “answer: false” in their place.');
  else if (options.length < 2) find('A question needs two options to choose from.', 'Add options.');
  if (options.length > 26) find('A question can have 26 options.', 'Remove some.');
  if (right.length === 0 && options.length > 0)
    find('No option is marked as right.', 'Add “right: true” below the right one.');
  if (right.length > 1 && kind !== 'multiple-choice')
    find(
      `${right.length} options are marked as right.`,
      'Mark one, or add “kind: multiple-choice” if learners shall find them all.',
    );
  const ids = options.map(({ optionId }) => optionId);
  const texts = options.map(({ text }) => text);
  return [...found, ...duplicates(`${field}.options`, ids), ...blanks(`${field}.options`, texts)];
}

/** What learners are asked before credit: that it can be passed, and by which minimum. */
export const assessmentRules: readonly PublishingRule[] = [
  {
    id: 'something-to-pass',
    source: sources.grading,
    severity: 'refuses',
    says: 'There is a post-test or a participation verification, and each stands in the file once.',
    check: ({ activity: { assessments } }) =>
      assessments.length === 0
        ? [finding('assessments', 'There is nothing to pass.', 'Add a post-test or participation verification.')]
        : duplicates(
            'assessments',
            assessments.map(({ assessmentId }) => assessmentId),
          ),
  },
  {
    id: 'post-test-given',
    source: sources.amaAssessment,
    severity: 'refuses',
    says: 'Enduring and journal-based material has a post-test: an assessment of what was learned.',
    check: ({ activity: { format, assessments } }) =>
      (format === 'enduring-material' || format === 'journal-based') &&
      assessments.length > 0 &&
      !assessments.some(({ kind }) => kind === 'post-test')
        ? [
            finding('assessments', 'This format needs a post-test.', 'Add an assessment with “kind: post-test”.', [
              'format',
            ]),
          ]
        : [],
  },
  {
    id: 'pass-mark-told',
    source: sources.amaAssessment,
    severity: 'refuses',
    says: 'A post-test has a passing score from 1 to 100 %, which learners are shown before they start.',
    check: ({ activity: { assessments } }) =>
      each(assessments, ({ kind, passMark }, field) =>
        passMark > 100 || (passMark < 1 && kind === 'post-test')
          ? [
              finding(
                `${field}.passMark`,
                `A passing score of ${passMark} % cannot be met or missed.`,
                'Write a whole percentage from 1 to 100.',
              ),
            ]
          : [],
      ),
  },
  {
    id: 'attempts-possible',
    source: sources.grading,
    severity: 'refuses',
    says: 'An assessment can be attempted at least once, in at least a minute.',
    check: ({ activity: { assessments } }) =>
      each(assessments, ({ attemptLimit, timeLimitMinutes }, field) => [
        ...(attemptLimit === 0
          ? [
              finding(
                `${field}.attempts`,
                'Nobody could start it with 0 attempts.',
                'Write 1 or more, or leave “attempts” out for as many as the learner likes.',
              ),
            ]
          : []),
        ...(timeLimitMinutes === 0
          ? [
              finding(
                `${field}.timeLimitMinutes`,
                'Nobody could finish it in 0 minutes.',
                'Write 1 or more, or leave “timeLimitMinutes” out for no limit.',
              ),
            ]
          : []),
      ]),
  },
  {
    id: 'questions-gradable',
    source: sources.grading,
    severity: 'refuses',
    says: 'Every question has options to choose from and its right answer; every id stands in its list once.',
    check: ({ activity: { assessments }, keys }) =>
      each(assessments, ({ assessmentId, questions }, field) => [
        ...(questions.length === 0
          ? [finding(`${field}.questions`, 'There are no questions.', 'Add “questions:”.')]
          : []),
        ...duplicates(
          `${field}.questions`,
          questions.map(({ questionId }) => questionId),
        ),
        ...questions.flatMap((question, index) =>
          findingsOfQuestion(
            `${field}.questions[${index + 1}]`,
            question,
            keys[assessmentId]?.[question.questionId]?.right ?? [],
          ),
        ),
      ]),
  },
  {
    id: 'evaluation-asked',
    source: sources.evaluation,
    severity: 'refuses',
    // "The evaluation is required before credit can be awarded" (learners' help page).
    says: 'The evaluation, which is required before credit is awarded, asks at least one question that can be answered.',
    check: ({ activity: { evaluation } }) => {
      const { questions } = evaluation;
      if (questions.length === 0)
        return [finding('evaluation', 'The evaluation has no question.', 'Add at least one.')];
      const ids = questions.map(({ questionId }) => questionId);
      const found = questions.flatMap(({ kind, options }, index): readonly Finding[] => {
        const field = `evaluation[${index + 1}].options`;
        if (kind === 'text') return options ? [finding(field, 'A text question has no options.', 'Remove them.')] : [];
        const texts = (options ?? []).map(({ text }) => text);
        return texts.length < 2
          ? [finding(field, 'The question needs two options to choose from.', 'Add a list of “options:”.')]
          : blanks(field, texts);
      });
      return [...duplicates('evaluation', ids), ...found];
    },
  },
  {
    id: 'evaluation-asks-change',
    source: sources.accmeChange,
    severity: 'advises',
    says: 'The evaluation asks which changes learners made or plan: competence, performance or outcomes, which is more than what they know.',
    check: ({ activity: { evaluation } }) =>
      evaluation.questions.length === 0 ||
      evaluation.questions.some(({ text, group = '' }) =>
        /chang|differently|practice|apply|intend|plan/i.test(text + group),
      )
        ? []
        : [
            finding(
              'evaluation',
              'No question asks what learners will do differently.',
              'Add one like “What will you change in your practice?”',
            ),
          ],
  },
];
