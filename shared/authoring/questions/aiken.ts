import {
  type BankOption,
  type BankQuestion,
  type Item,
  type QuestionBank,
  said,
  sorted,
  type UnusableItem,
} from './bank.ts';
import { leaveOut, type Printed } from './printed.ts';

const optionLine = /^\s*([A-Za-z])[.)]\s+(\S.*)$/;
const answerLine = /^\s*ANSWER\s*:(.*)$/i;

/** An item as its lines come. */
interface Begun {
  readonly line: number;
  readonly stem: string[];
  readonly options: string[];
  /** What is wrong with a line of it. */
  readonly wrong: { readonly message: string; readonly remedy: string }[];
}

const letterOf = (index: number): string => String.fromCharCode(65 + index);

function finish({ line, stem, options, wrong }: Begun, item: number, answer: string | undefined): Item {
  const text = stem.join(' ');
  const unusable = (...faults: UnusableItem['faults']): Item => ({
    ...{ line, item },
    about: text.slice(0, 60),
    faults: [...wrong, ...faults],
  });
  if (answer === undefined)
    return unusable(said('The question has no line “ANSWER:”.', 'Add one below its options, like “ANSWER: B”.'));
  const right = /^[A-Za-z]$/.test(answer) ? answer.toUpperCase().charCodeAt(0) - 65 : -1;
  if (right < 0 || right >= options.length)
    return unusable(
      said(
        `The answer “${answer.slice(0, 40)}” is the letter of no option.`,
        options.length > 0
          ? `Write one letter from A to ${letterOf(options.length - 1)}. Aiken has one right answer; use GIFT or CSV for several.`
          : 'Write the options above it, each on a line like “A) text”.',
      ),
    );
  if (wrong.length > 0) return unusable();
  const marked = options.map((option, index): BankOption => ({ text: option, right: index === right }));
  return { line, item, text, options: marked };
}

/** Reads Moodle's Aiken format: a question, its options by letter, and one line with the letter of the right one. */
export function readAiken(text: string): QuestionBank {
  const items: Item[] = [];
  let begun: Begun | undefined;
  const end = (answer: string | undefined): void => {
    if (begun) items.push(finish(begun, items.length + 1, answer));
    begun = undefined;
  };
  for (const [index, content] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const line = index + 1;
    const [, answer] = answerLine.exec(content) ?? [];
    if (answer !== undefined) {
      begun ??= { line, stem: [], options: [], wrong: [] };
      end(answer.trim());
      continue;
    }
    if (content.trim() === '') continue;
    const [, letter, option = ''] = optionLine.exec(content) ?? [];
    if (letter !== undefined && begun) {
      const expected = letterOf(begun.options.length);
      // One is told: where letters went wrong, those that follow are wrong too.
      if (letter.toUpperCase() !== expected && begun.wrong.length === 0)
        begun.wrong.push(
          said(`Line ${line} has option ${letter} where ${expected} is expected.`, 'Letter the options A, B, C, ….'),
        );
      begun.options.push(option);
      continue;
    }
    // A line of text after options can only be the next question, so the one before lacks its answer.
    if (begun && begun.options.length > 0) end(undefined);
    begun ??= { line, stem: [], options: [], wrong: [] };
    begun.stem.push(content);
  }
  end(undefined);
  return sorted(items, said('The file has no question.', 'Write a question, options like “A) text”, and “ANSWER: A”.'));
}

/** Writes questions in Aiken, which has no ids, no rationale and one right answer. */
export function printAiken(questions: readonly BankQuestion[]): Printed {
  return leaveOut(questions, ({ kind, text, options, rationale }) => {
    if (kind === 'multiple-choice') return said('Aiken has one right answer.', 'Use GIFT, Moodle XML, QTI or CSV.');
    if (optionLine.test(text) || answerLine.test(text))
      return said('It begins as an option or an answer does.', 'Use another format, or reword it.');
    const lines = options.map((option, index) => `${letterOf(index)}) ${option.text}`);
    const answer = `ANSWER: ${letterOf(options.findIndex(({ right }) => right))}`;
    return {
      text: `${[text, ...lines, answer].join('\n')}\n`,
      loses: rationale === undefined ? [] : ['its rationale'],
    };
  });
}
