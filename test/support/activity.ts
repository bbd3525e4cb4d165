import type { ActivityContent, ActivityDraft } from '../../shared/authoring/activity-content.ts';
import { given } from '../../shared/authoring/exact.ts';
import { composeStatements } from '../../shared/authoring/statements.ts';
import { usualTakingPart } from '../../shared/authoring/taking-part.ts';
import type { ActivityVersion, CreditOffer } from '../../shared/domain/activity.ts';
import type { AnswerKey, Answers, Assessment, Option, Question } from '../../shared/domain/assessment.ts';
import { creditTypeIds, knownType } from '../../shared/domain/credit-type.ts';
import type { EvaluationAnswers } from '../../shared/domain/evaluation.ts';

/** Stands in the answer keys and nowhere else: an answer that holds it has leaked the key. */
export const KEY_CANARY = 'canary-of-the-answer-key';
/** Stands in every rationale: shown only as the feedback policy allows. */
export const RATIONALE_CANARY = 'canary-of-the-rationale';

const optionsOf = (...texts: readonly string[]): readonly Option[] =>
  texts.map((text, index) => ({ optionId: 'abcdefgh'.charAt(index), text }));

const question = (questionId: string, kind: Question['kind'], text: string, ...texts: readonly string[]): Question => ({
  questionId,
  kind,
  text,
  options: optionsOf(...texts),
});

/** A post-test of three attempts: four questions of every kind, of which three must be right. */
export const postTest = (overrides: Partial<Assessment> = {}): Assessment => ({
  ...{ assessmentId: 'post-test', kind: 'post-test', title: 'Post-Test' },
  ...{ passMark: 75, attemptLimit: 3, shuffle: true, feedback: 'rationale' },
  questions: [
    question('q1', 'single-choice', 'Which comes first?', 'Wash', 'Glove', 'Wait'),
    question('q2', 'multiple-choice', 'Which are moments?', 'Before contact', 'After lunch', 'After contact', 'Never'),
    question('q3', 'true-false', 'Gloves replace washing.', 'True', 'False'),
    question('q4', 'single-choice', 'How long?', 'Five seconds', 'Twenty seconds', 'One hour'),
  ],
  ...overrides,
});

/** The verification of participation in a live activity: one statement that must be confirmed. */
export const verification = (overrides: Partial<Assessment> = {}): Assessment => ({
  ...{ assessmentId: 'verification', kind: 'participation-verification', title: 'Participation Verification' },
  ...{ passMark: 100, shuffle: false, feedback: 'score' },
  questions: [question('v1', 'true-false', 'I took part in the whole session.', 'True', 'False')],
  ...overrides,
});

const because = (right: readonly string[]) => ({ right, rationale: `Because of ${RATIONALE_CANARY}.` });
/** A key for a question that nobody is asked; grading never reads it, so only a leak of the whole key shows it. */
const decoy: AnswerKey = { decoy: { right: [KEY_CANARY], rationale: KEY_CANARY } };

export const postTestKey: AnswerKey = {
  ...decoy,
  q1: because(['a']),
  q2: because(['a', 'c']),
  q3: because(['b']),
  q4: because(['b']),
};
export const answerKeys = { 'post-test': postTestKey, verification: { ...decoy, v1: because(['a']) } } as const;

/** Submissions to the post-test that pass at 100 %, pass at the mark of 75 %, and fail at 50 %. */
export const right: Answers = { q1: ['a'], q2: ['c', 'a'], q3: ['b'], q4: ['b'] };
export const justRight: Answers = { ...right, q4: ['c'] };
export const wrong: Answers = { ...right, q3: ['a'], q4: ['a'] };

const byType = {
  'ama-pra-category-1': { creditType: 'ama-pra-category-1', maximum: 150 },
  'ancc-contact-hour': { creditType: 'ancc-contact-hour', maximum: 125 },
  'aapa-category-1': { creditType: 'aapa-category-1', maximum: 125 },
  'acpe-contact-hour': {
    ...{ creditType: 'acpe-contact-hour', maximum: 125 },
    activityNumber: 'JA4008106-0000-26-035-H01-P',
  },
} as const satisfies Readonly<Record<string, CreditOffer>>;
const offers: Readonly<Record<string, CreditOffer>> = byType;
/** Every kind of credit that there is. */
export const everyOffer: readonly CreditOffer[] = creditTypeIds.map(
  (creditType) =>
    offers[creditType] ?? {
      creditType,
      maximum: 125,
      ...given({ activityNumber: knownType(creditType).number?.example }),
    },
);

const [useful, changes] = [
  optionsOf('Strongly disagree', 'Agree', 'Strongly agree'),
  optionsOf('Nothing', 'My practice'),
];

const undesignated: Omit<ActivityDraft, 'statements'> = {
  ...{ activityId: 'hand-hygiene', title: 'Hand Hygiene Before Every Contact', summary: 'Why five moments matter.' },
  ...{
    format: 'enduring-material',
    zone: 'America/New_York',
    opensOn: '2026-01-15',
    closesOn: '2028-12-31',
    reviewedOn: '2026-01-05',
  },
  ...{ estimatedMinutes: 90, audience: 'Clinicians', objectives: ['Name the five moments.'] },
  provider: {
    name: 'Meridian Society',
    signatory: { name: 'Theodora Lindqvist-Amari, MD', title: 'Chair' },
    contact: 'help@meridian.example',
  },
  faculty: [{ name: 'Ondine Barrasford', credentials: 'MD', disclosure: 'Nothing to disclose.' }],
  content: { paragraphs: ['Wash your hands.'] },
  credits: [byType['ama-pra-category-1'], byType['ancc-contact-hour']],
  assessments: [verification(), postTest()],
  evaluation: {
    questions: [
      { questionId: 'e1', kind: 'rating', text: 'The content was relevant.', required: true, options: useful },
      { questionId: 'e2', kind: 'single', text: 'I will change …', required: true, options: changes },
      { questionId: 'e3', kind: 'multiple', text: 'Barriers', required: false, options: optionsOf('Time', 'Cost') },
      { questionId: 'e4', kind: 'text', text: 'What else?', required: false },
    ],
  },
};

/** An activity that may be published: verified or tested, open from 2026 to 2028, with credit for physicians and nurses. */
export function draft(overrides: Partial<ActivityDraft> = {}): ActivityDraft {
  const facts = { ...undesignated, ...overrides };
  const support = { kind: 'support', text: 'No commercial support was received.', onCertificate: false } as const;
  return {
    takingPart: usualTakingPart(facts),
    ...facts,
    statements: overrides.statements ?? [...composeStatements('joint-accreditation', facts), support],
  };
}

/** Answers that complete the evaluation, and no more. */
export const evaluated: EvaluationAnswers = { e1: ['b'], e2: ['b'] };

/** What staff publish. */
export const content = (overrides: Partial<ActivityDraft> = {}, keys: ActivityContent['keys'] = answerKeys) => ({
  activity: draft(overrides),
  keys,
});

/** The same as a frozen version. */
export const published = (overrides: Partial<ActivityVersion> = {}): ActivityVersion => ({
  ...draft(),
  ...{ version: 1, publishedAt: '2026-01-10T09:00:00.000Z' },
  ...overrides,
});
