import { csvOf } from '../../documents/csv.ts';
import { questionKinds } from '../../domain/assessment.ts';
import { type CsvRow, guarded, readCsv } from '../csv-table.ts';
import { suggest } from '../suggestion.ts';
import { type BankQuestion, clean, type Item, noBank, type QuestionBank, type Said, said, sorted } from './bank.ts';
import { leaveOut, type Printed } from './printed.ts';

const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index));

const also: Readonly<Record<string, string>> = {
  ...{ text: 'question', stem: 'question', type: 'kind', answer: 'right', answers: 'right', correct: 'right' },
  ...{ 'correct answer': 'right', 'right answer': 'right', explanation: 'rationale', feedback: 'rationale' },
  ...Object.fromEntries(
    letters.flatMap((letter) => [
      [`option ${letter}`, letter],
      [`choice ${letter}`, letter],
    ]),
  ),
};

/** Which options the cell “right” names: `b`, `a; c`, or true and false. */
function rightOf(cell: string, options: readonly string[]): readonly number[] | undefined {
  const names = cell.split(/[\s,;|/+&]+/).filter((name) => name !== '');
  const indexes = names.map((name) => letters.indexOf(name.toLowerCase()));
  return indexes.length > 0 && indexes.every((index) => index >= 0 && index < options.length)
    ? [...new Set(indexes)]
    : undefined;
}

function readRow({ line, cells, broken }: CsvRow, item: number): Item {
  const cell = (name: string): string => clean(cells.get(name) ?? '');
  const text = cell('question');
  const unusable = (...faults: readonly Said[]): Item => ({ line, item, about: text.slice(0, 60), faults });
  if (broken !== undefined) return unusable(said(broken, 'Close the quotation mark, and write " within a cell as "".'));
  const kind = questionKinds.find((known) => known === cell('kind').toLowerCase().replaceAll(' ', '-'));
  if (cell('kind') !== '' && kind === undefined)
    return unusable(
      said(`“${cell('kind').slice(0, 30)}” is no kind of question.`, suggest(cell('kind').slice(0, 30), questionKinds)),
    );
  const base = { line, item, id: cell('id'), text, rationale: cell('rationale') };
  const right = cell('right');
  const texts = letters.map(cell);
  const options = texts.slice(0, texts.findLastIndex((option) => option !== '') + 1);
  if (options.length === 0 && /^(?:true|false)$/i.test(right)) {
    const truth = /^true$/i.test(right);
    return {
      ...base,
      kind: 'true-false',
      options: [
        { text: 'True', right: truth },
        { text: 'False', right: !truth },
      ],
    };
  }
  const chosen = rightOf(right, options);
  if (chosen === undefined)
    return unusable(
      right === ''
        ? said('The cell “right” is empty.', 'Write the letter of the right option, like “b”, or several, like “a; c”.')
        : said(
            `“${right.slice(0, 30)}” in the column “right” names no option of this row.`,
            options.length > 0
              ? `Write letters from a to ${letters[options.length - 1]}.`
              : 'Fill the columns a, b, …; or write true or false for a statement.',
          ),
    );
  return { ...base, kind, options: options.map((option, index) => ({ text: option, right: chosen.includes(index) })) };
}

/** Reads a table of questions: columns question, a, b, c, … and right; id, kind and rationale where they are given. */
export function readCsvQuestions(text: string): QuestionBank {
  const { columns, rows } = readCsv(text, also);
  const missing = ['question', 'right'].filter((column) => !columns.includes(column));
  if (missing.length > 0)
    return noBank(
      `The table has no column “${missing.join('” and no column “')}”.`,
      'Begin with a row like: id, kind, question, a, b, c, d, right, rationale.',
    );
  return sorted(
    rows.map((row, index) => readRow(row, index + 1)),
    said('The table has no row below its head.', 'Add a row for each question.'),
  );
}

/** Writes questions as a table that spreadsheets open. */
export function printCsvQuestions(questions: readonly BankQuestion[]): Printed {
  const most = questions.reduce((count, { options }) => Math.max(count, options.length), 2);
  const used = letters.slice(0, most);
  const { text, left } = leaveOut(
    questions,
    ({ id, text: asked, kind, options, rationale }) => {
      const statement = kind === 'true-false';
      const right = options.flatMap((option, index) => (option.right ? [letters[index] ?? ''] : []));
      const cells = [
        ...[id ?? '', kind, asked],
        ...used.map((_, index) => (statement ? '' : (options[index]?.text ?? ''))),
        ...[statement ? String(options[0]?.right ?? false) : right.join('; '), rationale ?? ''],
      ];
      return { text: csvOf([cells.map(guarded)]).slice(1), loses: [] };
    },
    '',
  );
  return { text: `${csvOf([['id', 'kind', 'question', ...used, 'right', 'rationale']])}${text}`, left };
}
