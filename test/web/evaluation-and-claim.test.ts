import { describe, expect, it } from 'vitest';
import { knownType } from '../../shared/domain/credit-type.ts';
import { fieldErrors } from '../../web/components/field-errors.ts';
import { amountsOf, claimWords, hundredthsOf } from '../../web/learner/claim/amounts.ts';
import {
  answeredOf,
  answersToSend,
  type EvaluationQuestion,
  groupsOf,
  missingAnswers,
} from '../../web/learner/evaluation/answers.ts';
import { Progress } from '../../web/learner/evaluation/progress.tsx';
import { EvaluationQuestionField } from '../../web/learner/evaluation/question.tsx';
import { partsOf, wordsOf } from '../support/words-of.ts';

const questions: readonly EvaluationQuestion[] = [
  { questionId: 'e1', text: 'Objectives met?', kind: 'rating', required: true, group: 'The session' },
  { questionId: 'e2', text: 'Comments', kind: 'text', required: false, group: 'Your practice' },
  { questionId: 'e3', text: 'Free of bias?', kind: 'single', required: true, group: 'The session' },
];

describe('the Course Evaluation', () => {
  it('must be completed in full: every required question that is blank is named with its field', () => {
    const problem = missingAnswers(questions, { e1: ['5'], e2: '', e3: [] });
    expect(problem?.reasons.map(({ field }) => field)).toEqual(['/answers/e3']);
    expect(fieldErrors(problem)).toEqual({ 'answers-e3': '“Free of bias?” is not answered.' });
    expect(missingAnswers(questions, { e1: ['5'], e3: ['yes'] })).toBeUndefined();
  });

  it('counts required answers only, and sends nothing that was left blank', () => {
    expect(answeredOf(questions, { e1: ['5'], e2: 'Good', e3: [] })).toEqual({ answered: 1, needed: 2 });
    expect(answersToSend(questions, { e1: ['5'], e2: '  ', e3: [] })).toEqual({ e1: ['5'] });
  });

  it('says beside its count where the answers are until they are submitted', () => {
    expect(wordsOf(Progress({ answered: 1, needed: 2 }))).toBe(
      [
        '1 of 2 required questions answered',
        'Kept in this browser as you answer, and sent when you submit. Finish it on this device.',
      ].join(''),
    );
  });

  it.each([undefined, '“Comments” is not answered.'])(
    'warns at free text of what could tell a patient: %s',
    (error) => {
      const [, comments] = questions;
      const piece =
        comments && EvaluationQuestionField({ question: comments, answer: '', error, change: () => undefined });
      const elements = partsOf(piece).flatMap((part) =>
        typeof part === 'string' ? [] : [{ type: part.type, ...(part.props as Readonly<Record<string, unknown>>) }],
      );
      const hint = elements.find((element) => 'id' in element && element.id === 'answers-e2-hint');
      expect(hint).toMatchObject({ children: 'Write nothing by which a patient could be recognized.' });
      const text = elements.find(({ type }) => type === 'textarea');
      expect(text).toMatchObject({ 'aria-describedby': `answers-e2-hint${error ? ' answers-e2-error' : ''}` });
    },
  );

  it('asks what depends on an answer once that is given, and forgets it when that is taken back', () => {
    const why: EvaluationQuestion = {
      ...{
        questionId: 'e4',
        text: 'Why not?',
        kind: 'text',
        required: true,
        showIf: { questionId: 'e3', options: ['no'] },
      },
    };
    const asked = [...questions, why];
    const given = { e1: ['5'], e3: ['no'], e4: 'It praised one drug.' };
    expect(missingAnswers(asked, { e1: ['5'], e3: ['yes'] })).toBeUndefined();
    expect(missingAnswers(asked, { e1: ['5'], e3: ['no'] })?.reasons.map(({ field }) => field)).toEqual([
      '/answers/e4',
    ]);
    expect(answeredOf(asked, given)).toEqual({ answered: 3, needed: 3 });
    expect(answersToSend(asked, given)).toEqual(given);
    expect(answersToSend(asked, { ...given, e3: ['yes'] })).toEqual({ e1: ['5'], e3: ['yes'] });
  });

  it('keeps the questions of a group together', () => {
    const ids = groupsOf(questions).map(({ name, questions: members }) => [name, members.map((q) => q.questionId)]);
    expect(ids).toEqual([
      ['The session', ['e1', 'e3']],
      ['Your practice', ['e2']],
    ]);
  });
});

describe('the amount of a claim', () => {
  it('is picked in steps of a quarter up to the maximum', () => {
    expect(amountsOf({ step: 25, maximum: 125, whole: false })).toEqual([25, 50, 75, 100, 125]);
  });

  it('is typed where the steps are too many to pick from, and fixed where credit is awarded whole', () => {
    expect(amountsOf({ step: 1, maximum: 150, whole: false })).toEqual([]);
    expect(amountsOf({ step: 25, maximum: 150, whole: true })).toEqual([150]);
  });

  it('is read as hundredths without ever becoming a fraction', () => {
    expect(hundredthsOf('1.25')).toBe(125);
    expect(hundredthsOf(' 1,1 ')).toBe(110);
    expect(hundredthsOf('0.07')).toBe(7);
    expect(hundredthsOf('1.255')).toBeUndefined();
    expect(hundredthsOf('-1')).toBeUndefined();
    expect(hundredthsOf('')).toBeUndefined();
  });

  it('stands on the button that claims it, in the right number', () => {
    const ama = { names: knownType('ama-pra-category-1'), basis: 'awarded' } as const;
    const ancc = { names: knownType('ancc-contact-hour'), basis: 'awarded' } as const;
    expect(claimWords([{ offer: ama, amount: 125 }])).toBe('Claim 1.25 credits');
    expect(claimWords([{ offer: ama, amount: 100 }])).toBe('Claim 1 credit');
    expect(
      claimWords([
        { offer: ama, amount: 50 },
        { offer: ancc, amount: 75 },
      ]),
    ).toBe('Claim 0.5 credits and 0.75 contact hours');
    expect(claimWords([{ offer: ama, amount: undefined }])).toBe('Claim credit');
  });

  it('are counted where amounts alone would not tell them apart', () => {
    const [ama, aafp] = (['ama-pra-category-1', 'aafp-prescribed'] as const).map((creditType) => ({
      offer: { names: knownType(creditType), basis: 'awarded' as const },
      amount: 100,
    }));
    expect(ama && aafp && claimWords([ama, aafp])).toBe('Claim 2 kinds of credit');
  });

  it('is not promised to whoever only gets attendance certified', () => {
    expect(claimWords([{ offer: { names: knownType('ama-pra-category-1'), basis: 'attendance' }, amount: 125 }])).toBe(
      'Claim certificate',
    );
  });
});
