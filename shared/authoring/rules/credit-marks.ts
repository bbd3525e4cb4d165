/**
 * The AMA's credit mark in a text: the whole phrase `AMA PRA Category 1 Credit™`, in singular, plural or with `(s)`; italics
 * are presentation. Short forms, other bodies' names before it and "applied for" are misuse (cme.md 1b, "AMA mark").
 */

/** The whole phrase, and nothing else that looks like it; its blanks may be unbreakable. */
const rightPhrase =
  /(?<![\p{L}\p{N}])AMA[ \u00A0\u202F]PRA[ \u00A0\u202F]Category[ \u00A0\u202F]1[ \u00A0\u202F]Credit(?:s|\(s\))?™(?![\p{L}\p{N}])/gu;
/** Stands where a right phrase stood, so that what is around it can still be judged. */
const RIGHT = '\u25A0';

// Words may be parted by any blanks, dashes, brackets or stars, or by nothing; never by the end of a sentence.
const gap = '[^\\p{L}\\p{N}.!?]*';
const start = '(?<![\\p{L}\\p{N}])';
const end = '(?![\\p{L}\\p{N}])';
const ama = `${start}(?:a\\.?m\\.?a\\.?|american${gap}medical${gap}association)(?:['’]?s)?`;
const pra = `(?:p\\.?r\\.?a\\.?|physicians?['’]?s?${gap}recognition${gap}award)`;
const categoryOne = `cat(?:egory|\\.)?${gap}(?:1|i|one)${end}`;
const fill = `(?:(?:ama|pra|cme|ce|physicians?|approved|certified|accredited|continuing|medical|education)${gap}){0,4}`;
const credit = `(?:credits?|hours?|points?)${end}(?!${gap}system)`;

const pattern = (source: string): RegExp => new RegExp(source, 'iu');

/** A way to misuse a mark: its form, and what is wrong with it. */
interface Misuse {
  readonly form: RegExp;
  readonly because: string;
}

const shortForm = 'is not the AMA’s whole phrase';
const notGranted = 'is credit that nobody has designated: what is applied for may not be announced';

const misuses: readonly Misuse[] = [
  // "AMA PRA credit has been applied for", "pending approval for AMA PRA …": whatever the form of the phrase.
  {
    form: pattern(`(?:${RIGHT}|${ama}${gap}${pra})[^.!?]{0,80}${start}(?:applied for|pending|requested)${end}`),
    because: notGranted,
  },
  {
    form: pattern(`${start}(?:appl(?:ied|ying|ication)|pending)${end}[^.!?]{0,60}(?:${RIGHT}|${ama}${gap}${pra})`),
    because: notGranted,
  },
  // "ACCME credit", "ACCME Category 1 credits", "ACCME-approved hours".
  {
    form: pattern(`${start}accme(?:['’]?s)?${gap}${fill}(?:${categoryOne}${gap})?${fill}${credit}`),
    because: 'is no credit: the ACCME accredits providers, and the credit is the AMA’s',
  },
  // "AMA PRA Category 1", "AMA Category I CME Credit", and the phrase in another case or without its ™.
  {
    form: pattern(`${ama}${gap}(?:${pra}${gap})?${fill}${categoryOne}(?:${gap}${fill}(?:credits?|cme)(?:\\(s\\))?)?`),
    because: shortForm,
  },
  // "AMA credit", "AMA PRA credits", "AMA PRA CME".
  { form: pattern(`${ama}${gap}(?:${pra}${gap})?${fill}${credit}`), because: shortForm },
  { form: pattern(`${ama}${gap}${pra}${gap}cme${end}`), because: shortForm },
  // "Category 1 credit", "Category 1 CME", "Cat. I AMA PRA credits"; the AAPA's credit has these words after its own name.
  {
    form: pattern(`(?<!aapa${gap})${start}${categoryOne}${gap}(?:${fill}${credit}|(?:ama|pra)${end}|cme${end})`),
    because: shortForm,
  },
];

/** A misuse as it stands in a text. */
export interface MisusedMark {
  readonly words: string;
  readonly because: string;
}

/** The first misuse of a mark in a text, or nothing. */
export function misusedMark(text: string): MisusedMark | undefined {
  // Compatibility forms such as Ａ for A are read as the letters that they look like; the phrase's ™ is looked for before.
  const rest = text.replaceAll(rightPhrase, RIGHT).normalize('NFKC');
  for (const { form, because } of misuses) {
    const [words] = form.exec(rest) ?? [];
    if (words !== undefined) return { words: words.replaceAll(RIGHT, 'AMA PRA Category 1 Credit™').trim(), because };
  }
  return undefined;
}
