import type { AnswerKey, Assessment, Question } from '../domain/assessment.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import type { Fault } from './problem.ts';

/** A fault for every entry whose id stands earlier in the list already: answers are stored by id. */
export function duplicates(list: string, ids: readonly string[], idName = 'id'): readonly Fault[] {
  return ids.flatMap((id, index) =>
    id !== '' && ids.indexOf(id) < index
      ? [
          {
            field: `${list}[${index + 1}].${idName}`,
            message: `“${id}” stands in this list already.`,
            remedy: `Give each entry its own “${idName}:”.`,
          },
        ]
      : [],
  );
}

/** A fault for every text of a list that is empty. */
export const blanks = (list: string, texts: readonly string[]): readonly Fault[] =>
  texts.flatMap((text, index) =>
    text === ''
      ? [{ field: `${list}[${index + 1}]`, message: 'This entry is empty.', remedy: 'Write it, or remove it.' }]
      : [],
  );

function faultsOfQuestion(field: string, { kind, options }: Question, right: readonly string[]): readonly Fault[] {
  const faults: Fault[] = [];
  const find = (message: string, remedy: string): number =>
    faults.push({ field: `${field}.options`, message, remedy, goesBy: [`${field}.answer`, `${field}.kind`] });
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
  return [...faults, ...duplicates(`${field}.options`, ids), ...blanks(`${field}.options`, texts)];
}

function faultsOfAssessment(field: string, assessment: Assessment, key: AnswerKey): readonly Fault[] {
  const { kind, questions, passMark, attemptLimit, timeLimitMinutes } = assessment;
  const faults: Fault[] = [];
  if (questions.length === 0)
    faults.push({ field: `${field}.questions`, message: 'There are no questions.', remedy: 'Add “questions:”.' });
  // The minimum performance is communicated beforehand (cme.md 1c, AMA, enduring and journal-based material).
  if (passMark > 100 || (passMark < 1 && kind === 'post-test'))
    faults.push({
      field: `${field}.passMark`,
      message: `A pass mark of ${passMark} % cannot be met or missed.`,
      remedy: 'Write a whole percentage from 1 to 100.',
    });
  if (attemptLimit === 0)
    faults.push({
      field: `${field}.attempts`,
      message: 'Nobody could start it with 0 attempts.',
      remedy: 'Write 1 or more, or leave “attempts” out for as many as the learner likes.',
    });
  if (timeLimitMinutes === 0)
    faults.push({
      field: `${field}.timeLimitMinutes`,
      message: 'Nobody could finish it in 0 minutes.',
      remedy: 'Write 1 or more, or leave “timeLimitMinutes” out for no limit.',
    });
  return [
    ...faults,
    ...duplicates(
      `${field}.questions`,
      questions.map(({ questionId }) => questionId),
    ),
    ...questions.flatMap((question, index) =>
      faultsOfQuestion(`${field}.questions[${index + 1}]`, question, key[question.questionId]?.right ?? []),
    ),
  ];
}

/** Everything that keeps the assessments from being published. */
export const faultsOfAssessments = (
  assessments: readonly Assessment[],
  keys: Readonly<Record<string, AnswerKey>>,
): readonly Fault[] => [
  ...duplicates(
    'assessments',
    assessments.map(({ assessmentId }) => assessmentId),
  ),
  ...assessments.flatMap((assessment, index) =>
    faultsOfAssessment(`assessments[${index + 1}]`, assessment, keys[assessment.assessmentId] ?? {}),
  ),
];

/** Everything that keeps the evaluation from being published. */
export function faultsOfEvaluation({ questions }: Evaluation): readonly Fault[] {
  // "The evaluation is required before credit can be awarded" (learners' help page).
  if (questions.length === 0)
    return [{ field: 'evaluation', message: 'The evaluation has no question.', remedy: 'Add at least one.' }];
  const faults = questions.flatMap(({ kind, options }, index): readonly Fault[] => {
    const field = `evaluation[${index + 1}].options`;
    if (kind === 'text')
      return options ? [{ field, message: 'A text question has no options.', remedy: 'Remove them.' }] : [];
    const texts = (options ?? []).map(({ text }) => text);
    return texts.length < 2
      ? [{ field, message: 'The question needs two options to choose from.', remedy: 'Add a list of “options:”.' }]
      : blanks(field, texts);
  });
  const ids = questions.map(({ questionId }) => questionId);
  return [...duplicates('evaluation', ids), ...faults];
}
