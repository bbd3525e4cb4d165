import type { QuestionKind } from '../../domain/assessment.ts';
import type { QuestionId } from '../../domain/kinds.ts';
import { oneLine } from '../exact.ts';

/** A question as banks of other systems have it: nothing of it has an id but, sometimes, itself. */
export interface BankQuestion {
  readonly id?: QuestionId;
  readonly text: string;
  readonly kind: QuestionKind;
  readonly options: readonly BankOption[];
  /** Why the right answer is right. */
  readonly rationale?: string;
}

export interface BankOption {
  readonly text: string;
  readonly right: boolean;
}

/** Where something stands in a bank. */
export interface Place {
  /** Counted from 1, as editors do. */
  readonly line: number;
  /** Counted from 1; 0 for the file itself. */
  readonly item: number;
  /** Which document, where the bank is a package of several. */
  readonly file?: string;
}

/** Something that keeps an item out, or that is lost of it on the way in, and what to do about it. */
export interface BankFault extends Place {
  /** How the question begins, or what the file calls it. */
  readonly about: string;
  readonly message: string;
  readonly remedy: string;
}

export interface PlacedQuestion extends Place {
  readonly question: BankQuestion;
}

/** What a bank holds: the good items, and apart from them everything that is wrong with any other. */
export interface QuestionBank {
  /** How many items the bank has, good or bad. */
  readonly items: number;
  readonly questions: readonly PlacedQuestion[];
  readonly faults: readonly BankFault[];
  /** What a good item loses, because a question here has no place for it. */
  readonly remarks: readonly BankFault[];
}

/** An item as a format has it, before it is checked. */
export interface RawQuestion extends Place {
  readonly id?: string | undefined;
  readonly text: string;
  /** Absent where the format does not say: by how many options are right. */
  readonly kind?: QuestionKind | undefined;
  readonly options: readonly BankOption[];
  readonly rationale?: string | undefined;
  readonly remarks?: readonly Said[];
}

/** An item that cannot become a question, whatever it says. */
export interface UnusableItem extends Place {
  readonly about: string;
  readonly faults: readonly Said[];
}

export type Item = RawQuestion | UnusableItem;

/** What is wrong, and what to do about it. */
export interface Said {
  readonly message: string;
  readonly remedy: string;
}

export const said = (message: string, remedy: string): Said => ({ message, remedy });

/** More is no bank but an attack, or belongs in several files. */
export const LARGEST_BANK = 2_000_000;
export const MOST_ITEMS = 2_000;
const MOST_OPTIONS = 26;
const longest = { text: 4_000, option: 2_000, rationale: 4_000 } as const;

/** Text as questions have it: whole characters on one line, nothing invisible. */
export const clean = (text: string): string => oneLine(text.toWellFormed());

/** The beginning of a text, to find it by. */
export function beginningOf(text: string): string {
  const whole = clean(text);
  const characters = [...whole.slice(0, 200)];
  return characters.length > 60 ? `${characters.slice(0, 57).join('').trimEnd()}…` : characters.join('');
}

const isId = (id: string): boolean => /^[a-z0-9-]{1,64}$/.test(id);

/** A statement that is true or false, in any case of letters. */
function truthOf(options: readonly BankOption[]): boolean | undefined {
  const [first, second, more] = options;
  if (!first || !second || more || first.right === second.right) return undefined;
  const words = [first, second].map(({ text }) => text.toLowerCase());
  const yes = words.indexOf('true');
  return yes >= 0 && words.includes('false') ? options[yes]?.right : undefined;
}

const statement = (truth: boolean): Pick<BankQuestion, 'kind' | 'options'> => ({
  kind: 'true-false',
  options: [
    { text: 'True', right: truth },
    { text: 'False', right: !truth },
  ],
});

/** The kind of a question with its options: a statement has its two in one order. Grading is the same for all kinds. */
export function settled(options: readonly BankOption[], kind?: QuestionKind): Pick<BankQuestion, 'kind' | 'options'> {
  const truth = kind === 'multiple-choice' ? undefined : truthOf(options);
  if (truth !== undefined) return statement(truth);
  const several = kind === 'multiple-choice' || (kind === undefined && options.filter(({ right }) => right).length > 1);
  return { kind: several ? 'multiple-choice' : 'single-choice', options };
}

function faultsOf({ text, kind, options, rationale = '' }: BankQuestion): readonly Said[] {
  const found: Said[] = [];
  const find = (message: string, remedy: string): number => found.push(said(message, remedy));
  const right = options.filter((option) => option.right).length;
  if (text === '') find('The question has no text.', 'Write what is asked.');
  if (text.length > longest.text)
    find(`The question has ${text.length} characters; ${longest.text} fit.`, 'Move the case into the activity itself.');
  if (rationale.length > longest.rationale)
    find(`The rationale has ${rationale.length} characters; ${longest.rationale} fit.`, 'Shorten it.');
  if (options.length < 2) find('There are fewer than two options to choose from.', 'Add options.');
  if (options.length > MOST_OPTIONS) find(`A question can have ${MOST_OPTIONS} options.`, 'Remove some.');
  if (options.some((option) => option.text === '')) find('An option has no text.', 'Write it, or remove the option.');
  if (options.some((option) => option.text.length > longest.option))
    find(`An option has more than ${longest.option} characters.`, 'Shorten it.');
  const texts = options.map((option) => option.text).filter((option) => option !== '');
  const twice = texts.find((option, index) => texts.indexOf(option) < index);
  if (twice !== undefined)
    find(`Two options say “${beginningOf(twice)}”.`, 'A learner could not tell which one is right: change one.');
  if (options.length > 0 && right === 0) find('No option is marked as right.', 'Mark the right one.');
  if (right > 1 && kind !== 'multiple-choice')
    find(
      `${right} options are right, each by itself.`,
      'Mark one of them; or let the question be one where learners shall find all the right ones.',
    );
  return found;
}

const placeOf = ({ line, item, file }: Place): Place => ({ line, item, ...(file !== undefined && { file }) });

/** What two questions have in common that are the same question. */
export const sameAs = ({ text, options }: Pick<BankQuestion, 'text' | 'options'>): string =>
  JSON.stringify([text.toLowerCase(), options.map((option) => option.text.toLowerCase()).toSorted()]);

/** A file that is no bank at all. */
export const noBank = (message: string, remedy: string, line = 1): QuestionBank => ({
  items: 0,
  questions: [],
  faults: [{ line, item: 0, about: '', message, remedy }],
  remarks: [],
});

/** Sorts the items of a bank into good questions and faulty ones, each with every reason. */
export function sorted(items: readonly Item[], nothing: Said): QuestionBank {
  if (items.length === 0) return noBank(nothing.message, nothing.remedy);
  if (items.length > MOST_ITEMS)
    return noBank(`The file has ${items.length} questions; ${MOST_ITEMS} fit.`, 'Split it into several files.');
  const questions: PlacedQuestion[] = [];
  const faults: BankFault[] = [];
  const remarks: BankFault[] = [];
  const known = new Map<string, Place>();
  const ids = new Set<string>();
  for (const raw of items) {
    const place = placeOf(raw);
    const blame = (about: string, list: readonly Said[]): number =>
      faults.push(...list.map((one) => ({ ...place, about, ...one })));
    if (!('options' in raw)) {
      blame(raw.about, raw.faults);
      continue;
    }
    const text = clean(raw.text);
    const about = beginningOf(text);
    const options = raw.options.map((option) => ({ text: clean(option.text), right: option.right }));
    const rationale = clean(raw.rationale ?? '');
    const given = raw.id === undefined || !isId(raw.id) || ids.has(raw.id) ? {} : { id: raw.id };
    const question = { ...given, text, ...settled(options, raw.kind), ...(rationale !== '' && { rationale }) };
    const found = faultsOf(question);
    const first = known.get(sameAs(question));
    if (found.length > 0) blame(about, found);
    else if (first)
      blame(about, [
        said(`The same question stands in line ${first.line} already.`, 'Remove one, or tell them apart.'),
      ]);
    else {
      known.set(sameAs(question), place);
      if (question.id !== undefined) ids.add(question.id);
      questions.push({ ...place, question });
      remarks.push(...(raw.remarks ?? []).map((one) => ({ ...place, about, ...one })));
    }
  }
  return { items: items.length, questions, faults, remarks };
}
