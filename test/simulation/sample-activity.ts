import { composeStatements } from '../../shared/authoring/statements.ts';
import { usualTakingPart } from '../../shared/authoring/taking-part.ts';
import type { ActivityVersion } from '../../shared/domain/activity.ts';
import type { AnswerKey, Answers, Assessment } from '../../shared/domain/assessment.ts';
import type { Random } from './random.ts';

const options = [
  { optionId: 'a', text: 'Treat' },
  { optionId: 'b', text: 'Wait' },
  { optionId: 'c', text: 'Refer' },
];

const assessmentOf = (
  assessmentId: string,
  kind: Assessment['kind'],
  limits: Pick<Assessment, 'attemptLimit' | 'timeLimitMinutes'>,
): Assessment => ({
  ...{ assessmentId, kind, passMark: 50, shuffle: true, feedback: 'rationale', title: assessmentId },
  ...limits,
  questions: [
    { questionId: 'q1', text: 'What comes first?', kind: 'single-choice', options },
    { questionId: 'q2', text: 'What may follow?', kind: 'multiple-choice', options },
  ],
});

const keyOf: AnswerKey = { q1: { right: ['b'], rationale: 'It passes.' }, q2: { right: ['a', 'c'] } };
export const answerKeys: Readonly<Record<string, AnswerKey>> = { 'post-test': keyOf, attendance: keyOf };

const undesignated: Omit<ActivityVersion, 'statements'> = {
  ...{ activityId: 'sample', version: 1, publishedAt: '2026-01-05T09:00:00.000Z' },
  ...{ title: 'Simulated Care', summary: 'A course for simulated learners.', format: 'enduring-material' },
  provider: {
    name: 'Provider of the Simulation',
    signatory: { name: 'Ada Example', title: 'Director' },
    contact: 'help@example.org',
  },
  ...{ zone: 'America/New_York', opensOn: '2026-01-05', closesOn: '2028-12-31', estimatedMinutes: 60 },
  ...{ reviewedOn: '2026-01-05' },
  ...{ audience: 'Everybody', objectives: ['Find what breaks'], content: { paragraphs: ['Read this.'] } },
  faculty: [{ name: 'Lovelace Example', credentials: 'MD', disclosure: 'Nothing to disclose.' }],
  credits: [
    { creditType: 'ama-pra-category-1', maximum: 100 },
    { creditType: 'ancc-contact-hour', maximum: 90 },
    { creditType: 'ipce', maximum: 100 },
  ],
  moc: [
    {
      ...{ board: 'ABIM', boardName: 'American Board of Internal Medicine', creditType: 'ama-pra-category-1' },
      ...{ rule: { kind: 'equal-to-claimed' }, maximum: 50, step: 50 },
    },
  ],
  assessments: [
    assessmentOf('post-test', 'post-test', { attemptLimit: 3 }),
    assessmentOf('attendance', 'participation-verification', { attemptLimit: 2, timeLimitMinutes: 60 }),
  ],
  evaluation: {
    questions: [
      { questionId: 'e1', text: 'Was it useful?', kind: 'single', required: true, options: options.slice(0, 2) },
      { questionId: 'e2', text: 'What else?', kind: 'text', required: false },
    ],
  },
};

/** A small activity that is open for some years: a post-test of three attempts, or a timed check of attendance of two. */
export const sampleActivity: ActivityVersion = {
  ...undesignated,
  takingPart: usualTakingPart(undesignated),
  statements: [
    ...composeStatements('joint-accreditation', undesignated),
    { kind: 'support', text: 'There was no commercial support.', onCertificate: false },
  ],
};

/** The same to all who do not look at its name; learners are at both at once, which meet in one ledger. */
export const otherActivity: ActivityVersion = { ...sampleActivity, activityId: 'other', title: 'More Care' };

/**
 * The activity as it is edited while learners are at it: what was right is wrong now, and more is wanted. Whoever has
 * begun is graded as it was.
 */
export const editedActivity: ActivityVersion = {
  ...sampleActivity,
  title: 'Simulated Care, second edition',
  assessments: sampleActivity.assessments.map((assessment) => ({ ...assessment, passMark: 100 })),
};
const editedKey: AnswerKey = { q1: { right: ['c'] }, q2: { right: ['b'] } };
export const editedKeys: Readonly<Record<string, AnswerKey>> = { 'post-test': editedKey, attendance: editedKey };

/**
 * Answers that pass the activity of a title, or answers that do not, in one of several ways each. Whoever began before it was
 * edited and answers by what it says now fails, and tries again.
 */
export function drawAnswers(random: Random, title: string, right: boolean): Answers {
  if (right && title === editedActivity.title) return { q1: ['c'], q2: ['b'] };
  const wrong = random.pick([['a'], ['c']]);
  return right
    ? random.pick([
        { q1: ['b'], q2: ['a', 'c'] },
        { q1: ['b'], q2: ['c', 'a'] },
        { q1: wrong, q2: ['a', 'c'] },
        { q1: ['b'], q2: wrong },
      ])
    : { q1: wrong, q2: random.pick([['a'], ['b'], ['a', 'b', 'c']]) };
}
