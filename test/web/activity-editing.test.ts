import { describe, expect, it } from 'vitest';
import { changesOf } from '../../web/admin/activities/changes.ts';
import { freeId, questionsOf, withSet } from '../../web/admin/activities/evaluation-content.ts';
import { moved } from '../../web/admin/activities/list-change.ts';
import { mergeOrder } from '../../web/admin/activities/merge.ts';
import { lacks, newOption, ofKind, optionsOf, withRight } from '../../web/admin/activities/question-content.ts';
import { addressOf, gapsBySection } from '../../web/admin/activities/sections.ts';
import type { Gap } from '../../web/admin/activities/types.ts';
import { numberOf, withChange } from '../../web/admin/activities/use-desk.ts';

const gap = (about: Partial<Gap>): Gap => ({
  ...{ severity: 'refuses', message: 'Missing.', remedy: 'Fill it in.', rule: 'r', source: 's', pointer: '' },
  ...about,
});
const outline = { assessments: [{ part: 'assessment-a', questions: ['question-x', 'question-y'] }] };

describe('each gap of the checklist leads to its field', () => {
  it.each([
    [{ part: 'about', within: '/title' }, 'details#title'],
    [{ part: 'about', within: '/faculty/0/disclosure' }, 'faculty#faculty-0-disclosure'],
    [{ part: 'about', within: '/moc/1/maximum' }, 'credit#moc-1-maximum'],
    [{ part: 'outline', within: '/assessments' }, 'assessments#assessments'],
    [{ part: 'assessment-a', within: '/passMark' }, 'assessments/assessment-a#passMark'],
    [{ part: 'question-y', within: '/options/1/text' }, 'assessments/assessment-a?question=question-y#options-1-text'],
    [{ part: 'evaluation', within: '/questions/3/text' }, 'evaluation?question=3#questions-3-text'],
    [{ part: 'evaluation', within: '/questions' }, 'evaluation#questions'],
    [{ provider: 'meridian', pointer: '/theme/colors/paper' }, 'certificate#theme-colors-paper'],
  ])('%j', (about, address) => {
    expect(addressOf('inhalers', gap(about), outline)).toBe(`/admin/activities/inhalers/${address}`);
  });

  it('and each page says how many it has, of those that refuse publishing', () => {
    const title = gap({ part: 'about', within: '/title' });
    const counts = gapsBySection([title, title, { ...title, severity: 'advises' }, gap({ part: 'outline' })]);
    expect([...counts]).toEqual([
      ['details', 2],
      ['assessments', 1],
    ]);
  });
});

describe('a question', () => {
  const question = { text: 'Which?', options: ['A', { text: 'B', right: true }, { id: 'z', text: 'C' }] };

  it('has options with the ids that a file would give them, whatever is moved afterwards', () => {
    expect(optionsOf(question).map(({ id }) => id)).toEqual(['a', 'b', 'z']);
    expect(newOption(optionsOf(question)).id).toBe('c');
  });

  it('with one right answer has one; with several keeps what was right', () => {
    const options = optionsOf(question);
    const right = (list: readonly { right?: true }[]) => list.map((option) => option.right === true);
    expect(right(withRight(options, 0, true, 'single-choice'))).toEqual([true, false, false]);
    expect(right(withRight(options, 0, true, 'multiple-choice'))).toEqual([true, true, false]);
  });

  it('that was true or false for a while gets its options back', () => {
    const options = optionsOf(question);
    const asStatement = withChange(question, ofKind(question, 'true-false', options));
    expect(asStatement).toEqual({ text: 'Which?', kind: 'true-false' });
    expect(ofKind(asStatement, 'single-choice', options)).toMatchObject({ options, answer: undefined });
  });

  it.each([
    [{}, 'No wording'],
    [{ text: 'Which?', options: ['A'] }, 'Options missing'],
    [{ text: 'Which?', options: ['A', ''] }, 'Empty option'],
    [{ text: 'Which?', options: ['A', 'B'] }, 'No correct answer'],
    [{ text: 'So?', kind: 'true-false' }, 'No correct answer'],
    [{ text: 'So?', answer: false }, undefined],
    [question, undefined],
  ])('says what it lacks: %j', (written, lack) => expect(lacks(written)).toBe(lack));
});

describe('an evaluation', () => {
  it('takes in a set as copies under free ids, conditions among them kept', () => {
    const set = [
      { text: 'Bias?', kind: 'single' },
      { text: 'Which?', kind: 'text', showIf: { question: 'e1', is: ['2'] } },
    ];
    const merged = withSet(questionsOf({ questions: [{ text: 'First' }, { id: 'e7', text: 'Second' }] }), set);
    expect(merged.map(({ id }) => id)).toEqual(['e1', 'e7', 'e8', 'e9']);
    expect(merged[3]?.showIf).toEqual({ question: 'e8', is: ['2'] });
    expect(freeId(merged)).toBe('e10');
  });
});

describe('what has changed since the version before', () => {
  const version = {
    about: { content: { title: 'Inhalers', minutes: 30, provider: { name: 'M' } } },
    outline: { content: { assessments: [{ part: 'assessment-1', questions: ['question-1', 'question-2'] }] } },
    'assessment-1': { content: { id: 'post-test', kind: 'post-test', title: 'Post-Test', passMark: 70 } },
    'question-1': { content: { id: 'q1', text: 'One?', options: [{ id: 'a', text: 'A', right: true }] } },
    'question-2': { content: { id: 'q2', text: 'Two?', answer: true } },
    evaluation: { content: { questions: [] } },
  };

  it('is nothing where the draft says the same, under other names of its parts and with its provider by its id', () => {
    const { 'question-1': one, 'assessment-1': test, ...rest } = version;
    const draft = {
      ...rest,
      about: { content: { ...version.about.content, provider: 'meridian' } },
      outline: { content: { assessments: [{ part: 'assessment-x', questions: ['question-x', 'question-2'] }] } },
      ...{ 'assessment-x': test, 'question-x': one },
    };
    expect(changesOf(version, draft)).toEqual([]);
  });

  it('is nothing where what is kept has its fields in another order, or a statement its two options written out', () => {
    const evaluation = (question: object) => ({ content: { questions: [question] } });
    const options = [
      { id: 'true', text: 'True', right: true },
      { text: 'False', id: 'false' },
    ];
    const before = {
      ...version,
      'question-2': { content: { kind: 'true-false', options, text: 'Two?', id: 'q2' } },
      evaluation: evaluation({ id: 'e1', text: 'Well?', kind: 'rating', required: true, group: 'All' }),
    };
    const now = { ...version, evaluation: evaluation({ group: 'All', kind: 'rating', text: 'Well?', id: 'e1' }) };
    expect(changesOf(before, now)).toEqual([]);
  });

  it('is said field by field and question by question, with what it was and is', () => {
    const draft = {
      ...version,
      about: { content: { title: 'Inhalers, again', minutes: 30 } },
      outline: { content: { assessments: [{ part: 'assessment-1', questions: ['question-1', 'question-3'] }] } },
      'assessment-1': { content: { ...version['assessment-1'].content, passMark: 80 } },
      'question-3': { content: { text: 'Three?', answer: false } },
    };
    expect(changesOf(version, draft)).toEqual([
      { what: 'Title', was: 'Inhalers', is: 'Inhalers, again' },
      { what: 'Post-Test, Passing score', was: '70', is: '80' },
      { what: 'Post-Test, question 2', was: 'Two? · ✓ True', is: 'Three? · ✓ False' },
    ]);
  });
});

describe('lists and fields', () => {
  it('move an entry, and no further than the ends', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 1, 9)).toEqual(['a', 'c', 'b']);
    expect(mergeOrder(['a', 'b'], ['b', 'a'], ['b'])).toEqual(['b']);
  });

  it('keep a number as it is typed until it is one, and leave out what is emptied', () => {
    expect(['1', '1.', '1.25', '1,25', '07'].map(numberOf)).toEqual([1, '1.', 1.25, '1,25', '07']);
    expect(withChange({ title: 'T', shuffle: true, link: 'L' }, { title: '', shuffle: false })).toEqual({
      shuffle: false,
      link: 'L',
    });
  });
});
