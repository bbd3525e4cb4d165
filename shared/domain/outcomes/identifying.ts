/** What in a text may tell of whom it is written, in the words that staff read. */
const identifyingMarks = ['an e-mail address', 'a date', 'a long number'] as const;
type IdentifyingMark = (typeof identifyingMarks)[number];

const day = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const dayAndMonth = (month: string): string =>
  String.raw`\b${day}[\s-]+(?:of\s+)?(?:${month})\b|\b(?:${month})\b\.?[\s-]+(?:the\s+)?${day}\b`;

const dates: readonly RegExp[] = [
  /(?<!\d)\d{4}\s?([-./])\s?\d{1,2}\s?\1\s?\d{1,2}(?!\d)/g,
  /(?<!\d)\d{1,2}\s?([-./])\s?\d{1,2}\s?\1\s?(?:\d{4}|\d{2})(?!\d)/g,
  new RegExp(dayAndMonth(months), 'gi'),
  // Written small it is a verb more often: “of 20, 12 may relapse”.
  new RegExp(dayAndMonth('May|MAY'), 'g'),
];
const address = /[^\s@]@[^\s@]+\.[^\s@]/;
/** Six digits and more, also where they are grouped as numbers of telephones and records are. */
const longNumbers = /\d(?:[ .()/+–-]{0,2}\d){5,}/g;
const yearsAlone = /^(?:19|20)\d\d(?:[ ./–-]{1,2}(?:19|20)\d\d)*(?:[ ./–-]{1,2}\d\d)?$/;

const hasLongNumber = (text: string): boolean =>
  (text.match(longNumbers) ?? []).some((number) => !yearsAlone.test(number));

/**
 * What in a text looks like a date of birth, a number of a record or a telephone, or an e-mail address; nothing in most. A year alone is
 * none of these. It errs on the side of the patient, and it cannot know a name.
 */
export function identifyingIn(text: string): readonly IdentifyingMark[] {
  // A digit is one in every script; which one does not matter.
  const plain = text.normalize('NFKC').replaceAll(/(?!\d)\p{Nd}/gu, '0');
  // A date is told as a date, and not as a long number too.
  const undated = dates.reduce((rest, date) => rest.replaceAll(date, ' … '), plain);
  const has: Readonly<Record<IdentifyingMark, boolean>> = {
    'an e-mail address': address.test(plain),
    'a date': undated !== plain,
    'a long number': hasLongNumber(undated),
  };
  return identifyingMarks.filter((mark) => has[mark]);
}
