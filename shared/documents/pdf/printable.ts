import { ParkError } from '../../ports.ts';
import { Recent } from './recent.ts';
import { shapedScriptOf, withSpeltJoiners } from './scripts.ts';

// Controls, bidirectional overrides and soft hyphens change what a certificate seems to say or print nothing at all; none of
// them is part of a name. Joiners are, in some scripts, and are looked at apart. Whitespace of every kind becomes one space.
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose.
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** Scripts whose letters stand side by side, left to right, each with its own glyph. Others need rules: `scripts.ts`. */
const simpleScripts =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Common}\p{Script=Inherited}]+$/u;

// What staff may meet among the names of scripts that no font here sets.
const refusedScripts = [
  'Oriya',
  'Tibetan',
  'Mongolian',
  'Syriac',
  'Thaana',
  'Cherokee',
  'Javanese',
  'Balinese',
] as const;

const scriptOf = (character: string): string =>
  refusedScripts.find((script) => new RegExp(`\\p{Script=${script}}`, 'u').test(character)) ?? 'an unsupported script';

/** A character as staff can look it up: `U+1F600`. */
export const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * Names a text in a reason. A person's name is not repeated: reasons stand in the audit trail, the log and lists, which ids
 * alone may lead from to a person. Any other is quoted, without letting it reach further than it should.
 */
export const called = (what: string, text: string): string =>
  what === 'name' ? what : `${what} “${text.length > 80 ? `${text.slice(0, 79)}…` : text}”`;

/** The refusal of characters that cannot be printed; `names` are their code points. */
export const uncovered = (text: string, what: string, names: readonly string[]): ParkError =>
  new ParkError(
    `The ${called(what, text)} has characters that no certificate font covers: ${names.slice(0, 8).join(', ')}. Ask the learner for another spelling.`,
  );

/** The refusal of letters in an order that their script does not know, which a shaper would mark with a dotted circle. */
export const unspelt = (text: string, what: string, script: string, names: readonly string[]): ParkError =>
  new ParkError(
    `The ${called(what, text)} has ${script} signs in an order that cannot be set right: ${names.slice(0, 8).join(', ')}. Enter it again, or ask the learner for another spelling.`,
  );

// Most texts stand on many certificates.
const cleaned = new Recent<string>(500);

/**
 * A text as it may be printed: NFC, single spaces, nothing invisible. `what` names it in the reason: `name`.
 * @throws ParkError when it holds half a character, nothing to print, or a script that cannot be set right.
 */
export const printable = (text: string, what: string): string =>
  cleaned.get(`${what}\u0000${text}`, () => clean(text, what));

function clean(text: string, what: string): string {
  if (!text.isWellFormed())
    throw new ParkError(`The ${called(what, text.toWellFormed())} is damaged (half a character). Enter it again.`);
  const visible = text.normalize('NFC').replace(invisible, '');
  const words = withSpeltJoiners(visible)
    .replace(/[\s\u0085]+/gu, ' ')
    .trim();
  if (words === '') throw new ParkError(`The ${what} has no printable characters. Enter it again.`);
  // A private or unassigned character has a meaning that only its sender knows, whatever a font may draw for it.
  const meaningless = words.match(/[\p{Co}\p{Cn}]/u)?.[0];
  if (meaningless !== undefined) throw uncovered(words, what, [codePointName(meaningless)]);
  if (simpleScripts.test(words)) return words;
  const other = [...words].find((character) => !simpleScripts.test(character) && !shapedScriptOf(character));
  if (other !== undefined)
    throw new ParkError(
      `The ${called(what, words)} is written in ${scriptOf(other)} (${codePointName(other)}), which certificates cannot set correctly. Ask the learner for a spelling in another script.`,
    );
  return words;
}
