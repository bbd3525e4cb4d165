import type { ChangeAspect, EvaluationQuestion } from './evaluation.ts';

/** Questions that belong together and may be put into any evaluation. */
export interface EvaluationSet {
  readonly setId: string;
  readonly title: string;
  /** What the set is for, for whoever chooses one. */
  readonly about: string;
  readonly questions: readonly EvaluationQuestion[];
}

const options = (...texts: readonly string[]) => texts.map((text, index) => ({ optionId: String(index + 1), text }));
const confidence = options('Not at all', 'A little', 'Somewhat', 'Very', 'Completely');
const yesOrNo = options('Yes', 'Not yet');

const rating = (questionId: string, text: string, moment: 'before' | 'after'): EvaluationQuestion => ({
  ...{ questionId, text, kind: 'rating', required: true, options: confidence },
  ...{ analyzesChange: 'competence', compares: { pair: 'confidence', moment } },
});
const choice = (questionId: string, text: string, analyzesChange: ChangeAspect): EvaluationQuestion => ({
  ...{ questionId, text, kind: 'single', required: true, options: yesOrNo, analyzesChange },
});
const words = (
  questionId: string,
  text: string,
  { analyzesChange, after }: { readonly analyzesChange: ChangeAspect; readonly after?: string },
): EvaluationQuestion => ({
  ...{ questionId, text, kind: 'text', required: after === undefined, analyzesChange },
  ...(after !== undefined && { showIf: { questionId: after, options: ['1'] } }),
});

/**
 * The sets that come with the software. *Analyzes Change*: ACCME wants to know what changed in competence, performance or patient
 * outcomes; competence is more than knowledge, and learners are asked which changes they made or plan
 * (accme.org/rule/analyzes-change). The ratings are a retrospective pre-test: who has learnt something judges better where they
 * stood before (Howard, Evaluation Review 4, 1980).
 */
export const evaluationSets: readonly EvaluationSet[] = [
  {
    setId: 'analyzes-change',
    title: 'Analyzes Change',
    about: 'What the activity changed in competence, performance and patient outcomes, as ACCME asks of the programme.',
    questions: [
      rating('confidence-before', 'Before this activity, how confident were you to do what it teaches?', 'before'),
      rating('confidence-after', 'Now, after it, how confident are you to do what it teaches?', 'after'),
      words('planned-change', 'What will you do differently in your practice? Name one thing.', {
        analyzesChange: 'competence',
      }),
      choice('changed-practice', 'Have you changed something in your practice because of it?', 'performance'),
      words('practice-change', 'What have you changed?', { analyzesChange: 'performance', after: 'changed-practice' }),
      choice('patients-better', 'Have you seen your patients do better because of that?', 'patient-outcomes'),
      words('patient-change', 'What is better for them? Name no patient.', {
        ...{ analyzesChange: 'patient-outcomes', after: 'patients-better' },
      }),
    ],
  },
];
