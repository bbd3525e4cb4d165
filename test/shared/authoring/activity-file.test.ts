import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHundredths } from '../../../shared/authoring/exact.ts';
import { describeProblem } from '../../../shared/authoring/problem.ts';
import { formatCredit } from '../../../shared/domain/credit-type.ts';
import { changed, example, parsed, problemsOf } from './example.ts';

describe('an activity file', () => {
  it('becomes an activity without answers, and its answer keys apart', () => {
    const { activity, keys } = parsed(example);
    expect(activity).toMatchObject({
      activityId: 'hand-hygiene',
      opensOn: '2026-01-15',
      credits: [{ creditType: 'ama-pra-category-1', maximum: 125 }],
      content: { paragraphs: ['Wash your hands.'] },
    });
    expect(activity.assessments[0]).toMatchObject({ assessmentId: 'post-test', title: 'Post-Test', passMark: 70 });
    expect(keys).toEqual({
      'post-test': { q1: { right: ['b'] }, q2: { right: ['false'], rationale: 'They have holes.' } },
    });
    expect(JSON.stringify(activity)).not.toMatch(/right|rationale|holes/);
  });

  it('gives ids in the order of the file where the author gives none', () => {
    const [first, second] = parsed(example).activity.assessments[0]?.questions ?? [];
    expect(first?.options.map(({ optionId }) => optionId)).toEqual(['a', 'b']);
    expect(second).toMatchObject({
      questionId: 'q2',
      kind: 'true-false',
      options: [{ text: 'True' }, { text: 'False' }],
    });
    expect(parsed(example).activity.evaluation.questions[0]?.options).toHaveLength(5);
  });

  it('reads text as it was written, never as a number, a date or a truth', () => {
    const { activity } = parsed(changed('- Four', '- No').replace('text: Five', 'text: 1.50'));
    expect(activity.assessments[0]?.questions[0]?.options.map(({ text }) => text)).toEqual(['No', '1.50']);
  });

  it('parts paragraphs at blank lines and joins the lines of one', () => {
    const { content } = parsed(changed('  Wash your hands.', '  Wash\n  your hands.\n\n  Dry them.')).activity;
    expect(content.paragraphs).toEqual(['Wash your hands.', 'Dry them.']);
  });

  it('has credit in hundredths that are exact for every amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), (hundredths) => {
        expect(parseHundredths(formatCredit(hundredths))).toBe(hundredths);
        expect(parseHundredths((hundredths / 100).toFixed(2))).toBe(hundredths);
      }),
    );
  });
});

/** What is changed, what stands in its place, the line and field that are named, and what the message or remedy says. */
const mistakes: readonly (readonly [string, string, number, string, RegExp])[] = [
  ['id: hand-hygiene', 'id: Hand Hygiene', 1, 'id', /lower-case letters/],
  ['id: hand-hygiene', 'id:', 1, 'id', /missing/],
  ['summary:', 'sumary:', 3, 'sumary', /Did you mean “summary”/],
  ['format: enduring-material', 'format: enduring_material', 4, 'format', /Did you mean “enduring-material”/],
  ['  contact: help@meridian.example\n', '', 5, 'provider.contact', /“contact” is missing/],
  ['accreditation: accme', 'accreditation: acme', 11, 'accreditation', /Did you mean “accme”/],
  ['opens: 2026-01-15', 'opens: 2026-02-30', 13, 'opens', /2026-02-30/],
  ['opens: 2026-01-15', 'opens: 15/01/2026', 13, 'opens', /Write a day, like 2026-01-15/],
  ['minutes: 75', 'minutes: an hour', 16, 'minutes', /whole number/],
  ['  - Name the five moments.', '  Name the five moments.', 18, 'objectives', /hyphen/],
  ['type: ama-pra-category-1', 'type: ama', 26, 'credits[1].type', /ama-pra-category-1, aafp/],
  ['maximum: 1.25', 'maximum: 1,25', 27, 'credits[1].maximum', /point, like 1.25/],
  ['maximum: 1.25', 'maximum: 1.255', 27, 'credits[1].maximum', /two decimals/],
  ['            right: true', '            rigth: true', 39, 'assessments[1].questions[1].options[2].rigth', /“right”/],
  ['answer: false', 'answer: perhaps', 41, 'assessments[1].questions[2].answer', /true or false/],
  ['title: Hand', 'title: Hands: Hand', 2, '', /quotation marks/],
  ['title: Hand', 'title: &t Hand', 2, 'title', /Anchors/],
  ['title: Hand Hygiene Before Every Contact', 'title: "\\ud800"', 2, 'title', /Half a character/],
  ['title: Hand', 'id: again\ntitle: Hand', 2, '', /unique/],
  ['kind: rating', 'kind: stars', 45, 'evaluation[1].kind', /rating, single, multiple, text/],
];

describe('a mistake in an activity file', () => {
  it.each(mistakes)('%j written as %j is told with its line, field and remedy', (passage, by, line, field, saying) => {
    const [problem, ...more] = problemsOf(changed(passage, by)).filter(
      ({ message }) => message !== '“summary” is missing.',
    );
    expect(more.map(describeProblem)).toEqual([]);
    expect(problem).toMatchObject({ file: 'a.yaml', line, field });
    expect(`${problem?.message} ${problem?.remedy}`).toMatch(saying);
  });

  it('does not hide another: all are told at once, in the order of the file', () => {
    const text = changed('summary:', 'sumary:').replace('1.25', '1,25').replace('passMark: 70', 'passMark: 700');
    expect(problemsOf(text).map(({ field }) => field)).toEqual([
      'summary',
      'sumary',
      'credits[1].maximum',
      'assessments[1].passMark',
    ]);
  });

  it('is an id that every record of the language has already', () => {
    const [name] = /id: (.+)/.exec(example) ?? [];
    const named = example.replace(name ?? '', 'id: constructor');
    expect(
      problemsOf(named)
        .map(({ message }) => message)
        .join(),
    ).toContain('“constructor” cannot be read.');
  });

  it('is told in one line that an editor can jump to', () => {
    const [problem] = problemsOf(changed('opens: 2026-01-15', 'opens: soon'));
    expect(problem && describeProblem(problem)).toBe(
      'a.yaml:13: opens: “soon” cannot be read. — Write a day, like 2026-01-15. [dates-stated: ACCME, enduring materials]',
    );
  });

  it('in a file without any field is that everything is missing', () => {
    expect(problemsOf('').length).toBeGreaterThan(15);
    expect(problemsOf('- a list').every(({ line }) => line === 1)).toBe(true);
  });

  it('never breaks the reader, whatever the text', () => {
    const lines = fc.constantFrom(
      ...example.split('\n'),
      '- ',
      '? x',
      '  *a',
      '{',
      '"',
      '\t',
      'provider: [1]',
      'credits: x',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(lines, fc.string()), { maxLength: 40 }), (text) => {
        for (const { line, message, remedy } of problemsOf(text.join('\n'))) {
          expect(line).toBeGreaterThan(0);
          expect(message && remedy).toBeTruthy();
        }
      }),
    );
  });
});
