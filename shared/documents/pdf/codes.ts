import { code, utf16 } from './strings.ts';

// A block of a table holds at most 100 rows (Adobe Technical Note 5014).
const mostRows = 100;

/**
 * The codes of a document and what they say. A code says one text in every font, so that one table is the way back to
 * Unicode for all of them; a font has an empty glyph where it has none for the text.
 */
export class Codes {
  readonly #before: Codes | undefined;
  readonly #first: number;
  readonly #texts: string[] = [];
  readonly #byText = new Map<string, number[]>();

  /** @param before codes that were given before, all of them below `first` */
  constructor(before?: Codes, first = 1) {
    this.#before = before;
    this.#first = first;
  }

  /** The first number that is not given. */
  get end(): number {
    return this.#first + this.#texts.length;
  }

  /** A code for a text that stands for nothing else in the font that asks. */
  codeFor(text: string, isTaken: (number: number) => boolean): number {
    const known = this.#before?.known(text, isTaken) ?? this.known(text, isTaken);
    if (known !== undefined) return known;
    const given = this.end;
    this.#texts.push(text);
    const ofText = this.#byText.get(text);
    if (ofText) ofText.push(given);
    else this.#byText.set(text, [given]);
    return given;
  }

  /** A code that was given for a text already. */
  known(text: string, isTaken: (number: number) => boolean): number | undefined {
    return this.#byText.get(text)?.find((number) => !isTaken(number));
  }

  /** The rows of the table for the codes that were given here. */
  rows(): string {
    const rows = this.#texts.flatMap((text, index) =>
      text === '' ? [] : [`<${code(this.#first + index)}> <${utf16(text)}>`],
    );
    const blocks = [...Array(Math.ceil(rows.length / mostRows)).keys()].map((block) =>
      rows.slice(block * mostRows, (block + 1) * mostRows),
    );
    return blocks.map((block) => `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`).join('');
  }
}

/** What stands before the rows of a table, and behind them. */
export const aroundRows = [
  `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
`,
  'endcmap CMapName currentdict /CMap defineresource pop end end',
] as const;
