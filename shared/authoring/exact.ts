import type { CivilDate, CreditHundredths } from '../domain/kinds.ts';

/** Reads `1.25` as 125 from its digits; a float never comes near. Nothing for anything but a plain decimal of two places. */
export function parseHundredths(text: string): CreditHundredths | undefined {
  const [, whole, fraction = ''] = /^(\d{1,4})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  return whole === undefined ? undefined : Number(`${whole}${fraction.padEnd(2, '0')}`);
}

/** Reads a whole number of at most six digits. */
export const parseWhole = (text: string): number | undefined => (/^\d{1,6}$/.test(text) ? Number(text) : undefined);

/** The same day some years later; 29 February becomes 1 March where the year has none. */
export function yearsAfter(date: CivilDate, years: number): CivilDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year + years, month - 1, day)).toISOString().slice(0, 10);
}

/** A day as statements write it: `December 31, 2028`. */
export const longDate = (date: CivilDate): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(`${date}T00:00:00Z`));

// Controls and bidirectional overrides can hide or reorder what a learner reads; blanks and line ends are handled apart.
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose.
const invisible = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Text on one line: Unicode NFC, nothing invisible, single spaces. */
export const oneLine = (text: string): string =>
  text.normalize('NFC').replace(invisible, '').replace(/\s+/g, ' ').trim();

/** Paragraphs, which blank lines part. */
export const paragraphsOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n[^\S\n]*\r?\n/)
    .map(oneLine)
    .filter((paragraph) => paragraph !== '');

/** The fields that are given, without those that are `undefined`. */
export const given = <Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: Exclude<Fields[Name], undefined>;
  };
