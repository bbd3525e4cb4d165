import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type FileColumn, tableFile } from '../../../shared/documents/table-file.ts';

interface Row {
  readonly name: string;
  readonly amount?: number;
  readonly at?: string;
  readonly on?: string;
  readonly count?: number;
}
const columns: readonly FileColumn<Row>[] = [
  { name: 'Name', kind: 'text', of: ({ name }) => name },
  { name: 'Credit', kind: 'credit', of: ({ amount }) => amount },
  { name: 'At (UTC)', kind: 'instant', of: ({ at }) => at },
  { name: 'On', kind: 'date', of: ({ on }) => on },
  { name: 'Count', kind: 'number', of: ({ count }) => count },
];
const rows: readonly Row[] = [
  { name: 'Nguyễn & <王小明>', amount: 125, at: '2026-03-09T04:30:00.000Z', on: '2026-03-09', count: 3 },
  { name: '=HYPERLINK("http://evil.example")' },
  { name: '\u0000＋1\ufffe', on: 'no day' },
];
const table = { name: 'Credits: 2026/27', columns, rows };
const sheet = (): string => {
  const files = unzipSync(tableFile('xlsx', table) as Uint8Array);
  return strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
};

describe('a text that Excel would take for the number of a character', () => {
  it('is shown to the letter', () => {
    const named = { ...table, rows: [{ name: '_x003D_1+1 and __x0041_ and _x12' }] };
    const files = unzipSync(tableFile('xlsx', named) as Uint8Array);
    expect(strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toContain(
      '_x005F_x003D_1+1 and __x005F_x0041_ and _x12',
    );
  });
});

describe('a table as a file', () => {
  it('is CSV of which no cell is run, with amounts as people write them', () => {
    const text = tableFile('csv', table) as string;
    expect(text.split('\r\n').slice(0, 3)).toEqual([
      '\ufeff"Name","Credit","At (UTC)","On","Count"',
      '"Nguyễn & <王小明>","1.25","2026-03-09T04:30:00.000Z","2026-03-09","3"',
      '"\'=HYPERLINK(""http://evil.example"")","","","",""',
    ]);
  });

  it('is a workbook in which amounts, days and times are numbers, and text is text whatever it begins with', () => {
    const xml = sheet();
    expect(xml).toContain('<is><t xml:space="preserve">Nguyễn &amp; &lt;王小明&gt;</t></is>');
    expect(xml).toContain('<c r="B2" s="3"><v>1.25</v></c>');
    // 9 March 2026 is day 46090 of Excel’s calendar; half past four is 0.1875 of a day.
    expect(xml).toContain('<c r="C2" s="5"><v>46090.1875</v></c><c r="D2" s="4"><v>46090</v></c>');
    expect(xml).toContain('<c r="A3" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK(&quot;');
    expect(xml).not.toContain('<f>');
    expect(xml).toContain('<t xml:space="preserve">＋1</t>');
    expect(xml).toContain('<c r="D4" t="inlineStr"><is><t xml:space="preserve">no day</t></is></c>');
  });

  it('is the same bytes for the same table, and its sheet has a name that Excel takes', () => {
    expect(tableFile('xlsx', table)).toEqual(tableFile('xlsx', table));
    const files = unzipSync(tableFile('xlsx', table) as Uint8Array);
    expect(strFromU8(files['xl/workbook.xml'] ?? new Uint8Array())).toContain('<sheet name="Credits  2026 27"');
  });

  it('has room for 10,000 wide rows within the 6 MB that a function can answer', () => {
    const long = Array.from({ length: 10_000 }, (_, n) => ({
      ...rows[0],
      name: `Person ${n} ${'x'.repeat(120)}`,
    })) as Row[];
    const csv = tableFile('csv', { ...table, rows: long }) as string;
    const xlsx = tableFile('xlsx', { ...table, rows: long }) as Uint8Array;
    expect(Buffer.byteLength(csv)).toBeLessThan(4_000_000);
    // The gateway takes bytes in base64.
    expect((xlsx.byteLength * 4) / 3).toBeLessThan(4_000_000);
  });
});
