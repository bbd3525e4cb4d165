import { type BankQuestion, type Item, type QuestionBank, type Said, said, sorted } from './bank.ts';
import { findUnescaped, readAnswers, unescaped } from './gift-answers.ts';
import { looksLikeHtml, textOfHtml } from './markup.ts';
import { leaveOut, type Printed } from './printed.ts';

/** Lines that belong together: blank lines part the items of a file. */
interface Block {
  readonly line: number;
  readonly text: string;
}

function blocksOf(text: string): readonly Block[] {
  const blocks: { line: number; lines: string[] }[] = [];
  let open = false;
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (line.trim() === '') {
      open = false;
      continue;
    }
    // A comment or a category may stand right above a question.
    if (/^\s*(?:\/\/|\$CATEGORY:)/.test(line)) continue;
    if (!open) blocks.push({ line: index + 1, lines: [] });
    open = true;
    blocks.at(-1)?.lines.push(line);
  }
  return blocks.map(({ line, lines }) => ({ line, text: lines.join('\n') }));
}

const formats = /^\s*\[(html|moodle|plain|markdown)\]/i;

function readBlock({ line, text: block }: Block, item: number): Item {
  const titled = block.trimStart().startsWith('::');
  const start = titled ? block.indexOf('::') + 2 : 0;
  const end = titled ? findUnescaped(block, '::', start) : 0;
  const title = titled && end > 0 ? unescaped(block.slice(start, end)).trim() : undefined;
  const rest = titled && end > 0 ? block.slice(end + 2) : block;
  const [marker = '', format] = formats.exec(rest) ?? [];
  const body = rest.slice(marker.length);
  const unusable = (...faults: readonly Said[]): Item => ({
    ...{ line, item },
    about: (title || unescaped(body)).trim().slice(0, 60),
    faults,
  });
  const opens = findUnescaped(body, '{');
  if (opens < 0)
    return unusable(
      said('It has no answers.', 'Write them in braces, like {=right ~wrong}, or make the text a comment.'),
    );
  const closes = findUnescaped(body, '}', opens);
  if (closes < 0)
    return unusable(
      said(
        'Its brace { is never closed.',
        'Close it with }, without a blank line in between; write \\{ for a brace in text.',
      ),
    );
  const tail = body.slice(closes + 1);
  if (findUnescaped(tail, '{') >= 0)
    return unusable(said('It has two sets of answers.', 'Ask one question each, parted by a blank line.'));

  const shown: Said[] = [];
  const readAs = (named: string | undefined, text: string): string => {
    const bare = unescaped(text);
    const html = named === undefined ? looksLikeHtml(bare) : /html/i.test(named);
    if (!html) return bare;
    const { text: plain, faults } = textOfHtml(bare);
    shown.push(...faults);
    return plain;
  };
  const read = (text: string): string => {
    const [own = '', named = format] = formats.exec(text) ?? [];
    return readAs(named, text.slice(own.length));
  };
  const stem = body.slice(0, opens);
  // A gap in the middle of a sentence, which the options fill.
  const text = readAs(format, tail.trim() === '' ? stem : `${stem} _____ ${tail}`);
  const answers = readAnswers(body.slice(opens + 1, closes), read);
  if ('faults' in answers) return unusable(...answers.faults, ...shown);
  return shown.length > 0 ? unusable(...shown) : { line, item, id: title, text, ...answers };
}

/** Reads Moodle's GIFT format: questions with options, several right ones by weight, true and false, and gaps. */
export function readGift(text: string): QuestionBank {
  const items = blocksOf(text.replace(/^\ufeff/, '')).map((block, index) => readBlock(block, index + 1));
  return sorted(items, said('The file has no question.', 'Write one like “What is it? {=right ~wrong}”.'));
}

// `//` and `$CATEGORY` mean something at the beginning of a line alone, where no text of ours stands.
const escaped = (text: string): string => text.replace(/[~=#{}:\\]/g, '\\$&');
/** A text within braces that begins as a format or a weight does is told to be plain. */
const inBraces = (text: string): string =>
  `${formats.test(text) || text.startsWith('%') ? '[plain]' : ''}${escaped(text)}`;

/** Writes questions in GIFT; the id of each is its title. */
export function printGift(questions: readonly BankQuestion[]): Printed {
  return leaveOut(questions, ({ id, text, kind, options, rationale }) => {
    const right = options.filter((option) => option.right).length;
    const share = Number((100 / right).toFixed(5));
    const marks = options.map((option) => {
      // Whoever chooses everything shall not pass: wrong options take away what right ones give.
      const several = option.right ? `~%${share}%` : `~%-${share}%`;
      return `\t${kind === 'multiple-choice' ? several : option.right ? '=' : '~'}${inBraces(option.text)}`;
    });
    const answers = kind === 'true-false' ? [options[0]?.right ? 'TRUE' : 'FALSE'] : ['', ...marks, ''];
    const why = rationale === undefined ? '' : `####${inBraces(rationale)}`;
    const title = id === undefined ? '' : `::${escaped(id)}::`;
    return { text: `${title}[plain]${escaped(text)} {${answers.join('\n')}${why}}\n`, loses: [] };
  });
}
