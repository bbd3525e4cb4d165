import type { QuestionKind } from '../../domain/assessment.ts';
import { type BankOption, clean, type Said, said } from './bank.ts';

/** The passages of a GIFT text that unescaped characters part, each with the character that begins it. */
export function partsOf(text: string, marks: string): readonly { readonly mark: string; readonly text: string }[] {
  const parts: { mark: string; text: string }[] = [{ mark: '', text: '' }];
  let from = 0;
  const add = (until: number): void => {
    const last = parts.at(-1);
    if (last) last.text += text.slice(from, until);
  };
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? '';
    if (character === '\\') index += 1;
    else if (marks.includes(character)) {
      add(index);
      parts.push({ mark: character, text: '' });
      from = index + 1;
    }
  }
  add(text.length);
  return parts;
}

/** Text without its escapes. */
export const unescaped = (text: string): string =>
  text.replace(/\\([\s\S])/g, (whole, character: string) =>
    character === 'n' ? '\n' : '~=#{}:\\'.includes(character) ? character : whole,
  );

/** The place of the first unescaped passage in a text, or -1. */
export function findUnescaped(text: string, passage: string, from = 0): number {
  for (let index = from; index < text.length; index += 1)
    if (text[index] === '\\') index += 1;
    else if (text.startsWith(passage, index)) return index;
  return -1;
}

export interface Answers {
  readonly kind: QuestionKind;
  readonly options: readonly BankOption[];
  readonly rationale?: string;
  readonly remarks: readonly Said[];
}

interface Answer extends BankOption {
  readonly feedback: string;
  readonly weight: number | undefined;
  readonly mark: string;
}

function answerOf(
  { mark, text }: { readonly mark: string; readonly text: string },
  read: (text: string) => string,
): Answer {
  const at = findUnescaped(text, '#');
  const [, weight, bare = ''] = /^\s*(?:%(-?[\d.]{1,12})%)?([\s\S]*)$/.exec(at < 0 ? text : text.slice(0, at)) ?? [];
  const feedback = at < 0 ? '' : read(text.slice(at + 1));
  const worth = weight === undefined ? undefined : Number(weight);
  const right = worth === undefined ? mark === '=' : worth > 0;
  return { text: read(bare), right, feedback, weight: worth, mark };
}

/** The rationale is the general feedback; without it, the feedback of what is right. */
function explained(answers: readonly Answer[], general: string) {
  const rightly = answers.filter(({ right }) => right).map(({ feedback }) => clean(feedback));
  const rationale = general || [...new Set(rightly)].filter((text) => text !== '').join(' ');
  const told = new Set([clean(rationale), ...(general ? [] : rightly), '']);
  const lost = answers.some(({ feedback }) => !told.has(clean(feedback)));
  return {
    ...(rationale !== '' && { rationale }),
    remarks: lost
      ? [said('Feedback of single options is left out.', 'Write into the rationale what learners shall read.')]
      : [],
  };
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/^\s*$/, 'It asks for an essay, which nothing can grade here.'],
  [/^\s*#/, 'It asks for a number.'],
];
const choose = 'Make it a question with options, or remove it.';

/** Reads what stands in the braces of a GIFT question: the answers, or why they are none that can be asked here. */
export function readAnswers(
  inside: string,
  read: (text: string) => string,
): Answers | { readonly faults: readonly Said[] } {
  const cut = findUnescaped(inside, '####');
  const body = cut < 0 ? inside : inside.slice(0, cut);
  const general = cut < 0 ? '' : clean(read(inside.slice(cut + 4)));
  const unfit = kinds.find(([pattern]) => pattern.test(body));
  if (unfit) return { faults: [said(unfit[1], choose)] };
  const [, truth, wrongly = '', rightly = ''] =
    /^\s*(T|TRUE|F|FALSE)\s*(?:#((?:[^#\\]|\\[\s\S])*))?(?:#([\s\S]*))?$/i.exec(body) ?? [];
  if (truth !== undefined) {
    const right = /^t/i.test(truth);
    const feedback = { mark: '', weight: undefined };
    const options: readonly Answer[] = [
      { ...feedback, text: 'True', right, feedback: read(right ? rightly : wrongly) },
      { ...feedback, text: 'False', right: !right, feedback: read(right ? wrongly : rightly) },
    ];
    return { kind: 'true-false', options: options.map(plain), ...explained(options, general) };
  }
  const [before, ...parts] = partsOf(body, '=~');
  if (before?.text.trim())
    return { faults: [said('Text stands before the first answer.', 'Begin each answer with = (right) or ~ (wrong).')] };
  const answers = parts.map((part) => answerOf(part, read));
  if (answers.every(({ mark }) => mark === '='))
    return {
      faults: [
        parts.some(({ text }) => findUnescaped(text, '->') >= 0)
          ? said('It asks to match pairs.', choose)
          : said('It asks for a short answer in words.', choose),
      ],
    };
  const weighed = answers.some(({ weight }) => weight !== undefined);
  // “=” is worth everything by itself: several of them are alternatives, as many as weights are to be found together.
  const several = weighed && !answers.some(({ mark }) => mark === '=');
  const options = several ? answers : answers.map((answer) => ({ ...answer, right: answer.mark === '=' }));
  const partial = !several && answers.some(({ mark, weight = 0 }) => mark === '~' && weight > 0);
  const { remarks, ...why } = explained(options, general);
  return {
    kind: several ? 'multiple-choice' : 'single-choice',
    options: options.map(plain),
    ...why,
    remarks: partial
      ? [...remarks, said('Partial credit is left out: an answer is right or wrong here.', 'Check that this is meant.')]
      : remarks,
  };
}

const plain = ({ text, right }: BankOption): BankOption => ({ text, right });
