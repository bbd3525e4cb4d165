import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { misusedMark } from '../../../shared/authoring/rules/credit-marks.ts';
import { changed, problemsOf } from './example.ts';

const rightPhrases = ['AMA PRA Category 1 Credit™', 'AMA PRA Category 1 Credits™', 'AMA PRA Category 1 Credit(s)™'];

/** Ways to name the AMA's credit that the AMA does not allow, word by word. */
const wrongPhrases = [
  ['Category', '1', 'credit'],
  ['Category', '1', 'CME'],
  ['Category', 'I', 'CME', 'credits'],
  ['Category', 'one', 'hours'],
  ['Cat.', '1', 'credit'],
  ['AMA', 'Category', '1', 'credit'],
  ['AMA', 'PRA', 'Category', '1'],
  ['AMA', 'PRA', 'Category', '1', 'CME', 'credits'],
  ['AMA', 'PRA', 'credits'],
  ['AMA', 'PRA', 'CME'],
  ['AMA', 'credit'],
  ['A.M.A.', 'P.R.A.', 'Category', '1', 'credit'],
  ['American', 'Medical', 'Association', 'Category', '1', 'credit'],
  ['ACCME', 'credit'],
  ['ACCME', 'approved', 'credits'],
  ['ACCME', 'Category', '1', 'credit'],
  ['Category', '1', 'AMA', 'PRA', 'credits'],
] as const;

const gap = fc.constantFrom(' ', '  ', '\u00a0', '-', ' – ', ' (', '/', ', ', '\n', ' *');
const casing = fc.func(fc.boolean());
const around = fc.constantFrom('', 'Earn 1.25 ', 'This activity offers ', '(', 'Now with ');
const after = fc.constantFrom('', '.', ' today.', ')', ' for physicians');

const variant = fc
  .record({
    words: fc.constantFrom(...wrongPhrases),
    gaps: fc.array(gap, { minLength: 6, maxLength: 6 }),
    upper: casing,
    before: around,
    end: after,
  })
  .map(({ words, gaps, upper, before, end }) => {
    const phrase = words.map((word, index) => (index === 0 ? word : `${gaps[index - 1]}${word}`)).join('');
    const cased = [...phrase].map((letter, index) => (upper(index) ? letter.toUpperCase() : letter.toLowerCase()));
    return `${before}${cased.join('')}${end}`;
  });

describe('the AMA’s credit mark', () => {
  it('is misused by every other form of the phrase, whatever its case, blanks and punctuation', () => {
    fc.assert(
      fc.property(variant, (text) => {
        expect(misusedMark(text)).toBeDefined();
      }),
      { numRuns: 2_000 },
    );
  });

  it('is never misused by the whole phrase, wherever it stands', () => {
    const blank = fc.constantFrom(' ', '\u00a0');
    fc.assert(
      fc.property(fc.constantFrom(...rightPhrases), blank, around, after, (phrase, by, before, end) => {
        expect(misusedMark(`${before}${phrase.replaceAll(' ', by)}${end}`)).toBeUndefined();
      }),
    );
  });

  it.each([
    ['without its ™', 'AMA PRA Category 1 Credit'],
    ['with another sign', 'AMA PRA Category 1 Credits®'],
    ['with letters for the ™', 'AMA PRA Category 1 Credits(TM)'],
    ['in small letters', 'ama pra category 1 credits™'],
    ['in wide letters', 'ＡＭＡ ＰＲＡ Category 1 credit'],
    ['within a right phrase’s sentence', 'AMA PRA Category 1 Credit™, that is 1 Category 1 credit'],
  ])('is misused %s', (_, text) => {
    expect(misusedMark(text)?.because).toMatch(/whole phrase/);
  });

  it.each([
    'AMA PRA credit has been applied for.',
    'AMA PRA Category 1 Credit™ has been applied for.',
    'We have applied for 2 AMA PRA Category 1 Credits™.',
    'AMA PRA Category 1 Credits™: approval pending.',
  ])('is not announced before it is designated: %s', (text) => {
    expect(misusedMark(text)?.because).toMatch(/nobody has designated/);
  });

  it.each([
    'NCCN Category 1 evidence supports it.',
    'AAPA Category 1 CME credits',
    'AOA Category 1-A credit',
    'Meridian is accredited by the ACCME. Credit is yours to claim.',
    'The AMA Physician’s Recognition Award and credit system',
    'Ama la vida; a drama in category 1 of 3',
    'A category 1 recommendation; give credit where it is due.',
    '5 AAFP Prescribed credits are equivalent to AMA PRA Category 1 Credits™ toward the AMA Physician’s Recognition Award.',
  ])('leaves other words alone: %s', (text) => {
    expect(misusedMark(text)).toBeUndefined();
  });

  it.each([
    ['title', 'title: Hand Hygiene Before', 'title: Category 1 CME on Hands Before', 'title', 2],
    ['summary', 'Why five moments matter.', 'Earn ACCME credit.', 'summary', 3],
    ['article', 'Wash your hands.', 'Earn AMA PRA credits.', 'article', 23],
    ['statement', 'No commercial support was received.', 'AMA credit. No support.', 'statements[1].text', 30],
    ['question', 'text: Gloves replace washing.', 'text: Is AMA credit free?', 'assessments[1].questions[2].text', 40],
    ['option', '- Four', '- Four Category 1 credits', 'assessments[1].questions[1].options[1].text', 37],
    ['rationale', 'They have holes.', 'Category I CME.', 'assessments[1].questions[2].rationale', 42],
    ['evaluation', 'The content was relevant.', 'Worth its AMA credit.', 'evaluation[1].text', 44],
  ])('is looked at in the %s, and the place is told with the right phrase', (_, passage, by, field, line) => {
    const problems = problemsOf(changed(passage, by));
    expect(problems).toMatchObject([{ field, line, rule: 'ama-mark', source: 'AMA, use of its credit mark' }]);
    expect(problems[0]?.remedy).toContain('“AMA PRA Category 1 Credit™”');
  });
});
