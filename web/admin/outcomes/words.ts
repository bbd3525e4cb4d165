import type { Answered } from '../../client.ts';

export type Report = Answered<'GET', '/api/admin/outcomes/{activityId}'>;
export type AssessmentOutcomes = Report['assessments'][number];
export type Item = AssessmentOutcomes['items'][number];
export type Question = Report['evaluation'][number];
export type Change = Report['change'][number];

/** A share in whole percent: `63 %`. */
export const percent = (part: number, of: number): string => `${of > 0 ? Math.round((100 * part) / of) : 0} %`;

/** A figure with so many decimals, and a real minus: `−0.12`. */
export const decimals = (number: number, places = 2): string => {
  const text = number.toFixed(places);
  return (Number(text) === 0 ? text.replace('-', '') : text).replace('-', '−');
};

export const signed = (number: number, places = 2): string =>
  `${number > 0 && Number(number.toFixed(places)) > 0 ? '+' : ''}${decimals(number, places)}`;

export const learners = (count: number): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? 'learner' : 'learners'}`;

export const versionsIn = (versions: readonly number[]): string =>
  `${versions.length === 1 ? 'Version' : 'Versions'} ${versions.toSorted((a, b) => a - b).join(', ')}`;

export const tooFew = 'Fewer than five answers so far';

/** How many answers files are without, and why; nothing where they are without none. */
export const heldBackSaid = (heldBack: number): string =>
  heldBack === 0
    ? ''
    : `. Files leave out ${heldBack.toLocaleString('en-US')} that may tell of a patient: something like a date, a long number or an e-mail address is in ${heldBack === 1 ? 'it' : 'them'}.`;

/** What stands out of a question's figures, and what to do about it. */
export interface Remark {
  readonly tone: 'bad' | 'wait' | 'quiet';
  readonly word: string;
  readonly says: string;
}

// Ebel and Frisbie, Essentials of Educational Measurement (5th ed. 1991), ch. 13: below .20 an item discriminates poorly. They
// judge by upper and lower groups; for small groups and easy items the correlation is as rough.
const WEAK = 0.2;
const HARD = 0.3;
const EASY = 0.95;
/** With fewer learners a correlation says little: its standard error is about 1 ÷ √n, 0.18 for thirty. */
const ENOUGH = 30;
// Haladyna and Downing, Educational and Psychological Measurement 53 (1993): an option that fewer than 5 % choose does not work.
const IDLE = 0.05;

/** Wrong options that hardly anybody chose. */
export const idleOptions = ({ options, figures }: Item): readonly string[] =>
  figures && figures.learners >= ENOUGH
    ? options
        .filter(({ optionId, right }) => !right && (figures.chosen[optionId] ?? 0) < IDLE * figures.learners)
        .map(({ optionId }) => optionId)
    : [];

/** What should be looked at in a question, the gravest first. */
export function remarksOn(item: Item): readonly Remark[] {
  const { figures, kind, options } = item;
  if (!figures) return [];
  const { learners: count, right, discrimination, chosen } = figures;
  const share = right / count;
  const mostWrong = Math.max(0, ...options.filter((one) => !one.right).map(({ optionId }) => chosen[optionId] ?? 0));
  const remarks: Remark[] = [];
  if (discrimination !== undefined && discrimination < 0)
    remarks.push({
      ...{ tone: 'bad', word: 'Check the key' },
      says: 'Those who did well elsewhere got it wrong more often. The key may be wrong, or the wording misleads.',
    });
  else if (kind !== 'multiple-choice' && mostWrong > right)
    remarks.push({
      ...{ tone: 'bad', word: 'Check the key' },
      says: 'A wrong option was chosen more often than the right one.',
    });
  if (share < HARD)
    remarks.push({ tone: 'wait', word: 'Hard', says: 'Fewer than 30 % had it right: does the material teach it?' });
  if (share > EASY)
    remarks.push({ tone: 'quiet', word: 'Easy', says: 'Nearly everybody had it right at the first attempt.' });
  if (discrimination !== undefined && discrimination >= 0 && discrimination < WEAK && count >= ENOUGH && share <= EASY)
    remarks.push({
      ...{ tone: 'wait', word: 'Tells little apart' },
      says: 'Those who did well elsewhere had it right hardly more often than the others.',
    });
  return remarks;
}

export const aspectNames = {
  competence: 'Competence',
  performance: 'Performance',
  'patient-outcomes': 'Patient outcomes',
} as const;
