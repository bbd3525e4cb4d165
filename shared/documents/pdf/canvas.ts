import type { Artwork } from './artwork.ts';
import { rgb } from './artwork.ts';
import { DocumentFonts, type ReadyFonts } from './document-fonts.ts';
import { Drawings, type WrittenDrawing } from './drawings.ts';
import type { PdfObjects, Ref } from './objects.ts';
import { utf16 } from './strings.ts';
import { textOperators } from './text-operators.ts';
import type { Line } from './typesetting.ts';
import { number } from './vector-path.ts';

/** What an element of the page is, for who hears the page instead of seeing it (ISO 32000-1, 14.8.4). */
export type Role = 'H1' | 'H2' | 'P' | 'Figure' | 'Link';
/** What only holds other elements. */
type GroupRole = 'Table' | 'TR' | 'TH' | 'TD';

/** An element that is a part of a page: the `index`th that is marked there. */
export interface MarkedPart {
  readonly role: Role;
  readonly holds: { readonly page: number; readonly index: number };
  /** Says what a figure shows. */
  readonly alt?: string;
  /** Says what its text is, where its glyphs alone would not (ISO 32000-1, 14.9.4). */
  readonly actual?: string;
  /** Where a link leads, and the rectangle that it is on, in PDF's coordinates. */
  readonly link?: { readonly uri: string; readonly box: readonly [number, number, number, number] };
}

/** An element that holds others, which may be on several pages. */
interface MarkedGroup {
  readonly role: GroupRole;
  readonly holds: readonly Marked[];
  /** What a table's heading is the heading of. */
  readonly scope?: 'Column' | 'Row';
}

/** An element of the document, as those who hear it get it. */
export type Marked = MarkedPart | MarkedGroup;

export const isPart = (marked: Marked): marked is MarkedPart => 'page' in marked.holds;

interface Sheet {
  /** What stands in other streams before `operators`. */
  readonly streams: PageStream[];
  operators: string[];
  marks: number;
}

/** A stream of a page's content: its operators, or where it was written before. */
export type PageStream = { readonly operators: string } | { readonly written: Ref };

/** A part of a page that many documents have alike. */
export interface CommonPart {
  /** How many elements of its page stand before it: its own are counted from there. */
  readonly after: number;
  readonly operators: string;
  readonly marked: readonly Marked[];
}

export interface WrittenPart extends CommonPart {
  readonly written: Ref;
}

/** What is ready before anything is drawn. */
interface Prepared {
  readonly fonts?: ReadyFonts;
  readonly drawings: ReadonlyMap<Artwork, WrittenDrawing>;
  readonly parts: ReadonlyMap<string, WrittenPart>;
}

/**
 * Pages of drawing, all of one height. Coordinates are points from the upper left corner, y downwards, text on its baseline.
 * Everything drawn is either an element with a role or an artifact, so that the document's tags are complete.
 */
export class Canvas {
  readonly marked: Marked[] = [];
  readonly #height: number;
  readonly #sheets: Sheet[] = [];
  #page = 0;
  /** Where the next element belongs. */
  #within: Marked[] = this.marked;
  readonly fonts: DocumentFonts;
  readonly drawings: Drawings;
  /** What was drawn here that is to be common. */
  readonly parts = new Map<string, CommonPart>();
  readonly #written: ReadonlyMap<string, WrittenPart>;
  /** The lines of the element that is being drawn. */
  #lines: Line[] = [];

  /** @param stock what the document has in common with others */
  constructor(height: number, stock?: Prepared) {
    this.#height = height;
    this.fonts = new DocumentFonts(stock?.fonts);
    this.drawings = new Drawings(stock?.drawings);
    this.#written = stock?.parts ?? new Map();
    this.turnTo(0);
  }

  /** How many pages there are. */
  get pages(): number {
    return this.#sheets.length;
  }

  /** Goes on drawing on a page, counted from 0; the one after the last is new. */
  turnTo(page: number): void {
    this.#page = page;
    this.#sheets[page] ??= { streams: [], operators: [], marks: 0 };
  }

  get #sheet(): Sheet {
    const sheet = this.#sheets[this.#page];
    if (!sheet) throw new RangeError(`There is no page ${this.#page}`);
    return sheet;
  }

  get #operators(): string[] {
    return this.#sheet.operators;
  }

  /** Draws an element that is read out. */
  element(role: Role, draw: () => void, about: Pick<MarkedPart, 'alt' | 'link'> = {}): void {
    const sheet = this.#sheet;
    const index = sheet.marks;
    sheet.marks += 1;
    const { alt, link } = about;
    const holds = { page: this.#page, index };
    this.#lines = [];
    const begin = sheet.operators.push(`/${role} <</MCID ${index}>> BDC`);
    draw();
    const actual = this.#lines.some(({ shaped }) => shaped) && this.#lines.map(({ text }) => text).join('');
    // Who copies the words gets their letters too, not the gaps between glyphs. Where they run from right to left, programs
    // that copy put them into order by their places, and would turn round what is in order already.
    if (actual && !this.#lines.some(({ pieces }) => pieces.some(({ level }) => level > 0))) {
      sheet.operators.splice(begin, 0, `/Span <</ActualText <FEFF${utf16(actual)}>>> BDC`);
      sheet.operators.push('EMC');
    }
    sheet.operators.push('EMC');
    this.#within.push({
      ...{ role, holds },
      ...(alt === undefined ? {} : { alt }),
      ...(actual ? { actual } : {}),
      ...(link ? { link } : {}),
    });
  }

  /** Draws elements that belong together, as a table's cells to their row. They may be on several pages. */
  group(role: GroupRole, draw: () => void, about: Pick<MarkedGroup, 'scope'> = {}): void {
    const [outer, holds]: [Marked[], Marked[]] = [this.#within, []];
    outer.push({ role, holds, ...about });
    this.#within = holds;
    draw();
    this.#within = outer;
  }

  /**
   * Draws a part of the first page that is the same in all documents of a stock: a stream of its own, pressed once for all
   * of them. Where other elements stand before it than in the stock, it is drawn like everything else.
   */
  common(name: string, draw: () => void): void {
    const sheet = this.#sheet;
    const written = this.#written.get(name);
    if (written?.after === sheet.marks) {
      sheet.streams.push({ operators: sheet.operators.join('\n') }, written);
      sheet.operators = [];
      sheet.marks += written.marked.length;
      this.#within.push(...written.marked);
      return;
    }
    const [after, begin, first] = [sheet.marks, sheet.operators.length, this.marked.length];
    draw();
    const [operators, marked] = [sheet.operators.slice(begin).join('\n'), this.marked.slice(first)];
    if (operators !== '') this.parts.set(name, { after, operators, marked });
  }

  /** Draws decoration, which is passed over in silence. */
  artifact(draw: () => void): void {
    this.#operators.push('/Artifact BMC');
    draw();
    this.#operators.push('EMC');
  }

  /** Adds path operators in a coordinate system whose origin is at (x, y), y downwards, scaled. */
  paths(operators: string, { x = 0, y = 0, scale = 1 } = {}): void {
    const at = `${number(scale)} 0 0 ${number(-scale)} ${number(x)} ${number(this.#height - y)} cm`;
    this.#operators.push(`q ${at}\n${operators}\nQ`);
  }

  artwork(artwork: Artwork, at: { readonly x: number; readonly y: number; readonly scale: number }): void {
    this.paths(`/${this.drawings.nameOf(artwork)} Do`, at);
  }

  /** Draws turned about a point, against the clock. */
  turned(degrees: number, { x, y }: { readonly x: number; readonly y: number }, draw: () => void): void {
    const [angle, up] = [(degrees * Math.PI) / 180, this.#height - y];
    const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
    const place = [x - x * cosine + up * sine, up - x * sine - up * cosine].map(number).join(' ');
    this.#operators.push(`q ${[cosine, sine, -sine, cosine].map(number).join(' ')} ${place} cm`);
    draw();
    this.#operators.push('Q');
  }

  /** A straight horizontal rule. */
  rule(x: number, y: number, width: number, color: string, weight = 0.5): void {
    this.paths(`${rgb(color)} RG ${number(weight)} w 0 0 m ${number(width)} 0 l S`, { x, y });
  }

  /** Sets a line with its left end at x, on a baseline. */
  text(line: Line, x: number, baseline: number): void {
    this.#lines.push(line);
    this.#operators.push(...textOperators(line, { x, y: this.#height - baseline }, this.fonts));
  }

  /** Each page's content. */
  contents(): readonly (readonly PageStream[])[] {
    return this.#sheets.map(({ streams, operators }) =>
      operators.length > 0 ? [...streams, { operators: operators.join('\n') }] : streams,
    );
  }

  /** Writes what its pages are drawn with; returns the dictionary by which their content calls it. */
  writeResources(objects: PdfObjects): string {
    const list = (named: readonly { readonly name: string; readonly ref: string }[]): string =>
      named.map(({ name, ref }) => `/${name} ${ref}`).join('');
    const [fonts, drawings] = [this.fonts.write(objects), this.drawings.write(objects)];
    return `<</Font<<${list(fonts)}>>${drawings.length > 0 ? `/XObject<<${list(drawings)}>>` : ''}>>`;
  }
}
