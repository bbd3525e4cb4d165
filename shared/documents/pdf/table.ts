import type { Flow } from './flow.ts';
import type { Line } from './typesetting.ts';

/** Lines of a cell that belong together; with a `uri` they lead there. */
export interface CellPart {
  readonly lines: readonly Line[];
  readonly size: number;
  readonly uri?: string;
}

export interface Column {
  readonly heading: CellPart;
  readonly left: number;
  readonly width: number;
  readonly align?: 'right';
}

/** A cell for each column. */
type Row = readonly (readonly CellPart[])[];

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Whether the first cell of a row says what the row is of. */
  readonly rowsHaveHeads?: boolean;
  readonly pageHeight: number;
  readonly hairline: string;
}

const LEADING = 1.25;
/** Between the parts of a cell, and around a row. */
const between = 2;
const padding = 5;

const partHeight = ({ lines, size }: CellPart): number => lines.length * size * LEADING;

const cellHeight = (parts: readonly CellPart[]): number =>
  parts.reduce((sum, part) => sum + partHeight(part), Math.max(0, parts.length - 1) * between);

const rowHeight = (cells: Row): number => Math.max(...cells.map(cellHeight)) + 2 * padding;

/**
 * Draws a table down the pages. Rows are never torn; a page that goes on with the table repeats its headings for the eye
 * alone, because who hears the table was told them (ISO 32000-1, 14.8.2.2: repeated headings are artifacts).
 */
export function drawTable(flow: Flow, { columns, rows, rowsHaveHeads, pageHeight, hairline }: Table): void {
  const { canvas } = flow;
  const [first] = columns;
  const last = columns.at(-1);
  if (!first || !last) return;
  const width = last.left + last.width - first.left;
  const headings = columns.map(({ heading }) => [heading]);
  const headHeight = rowHeight(headings);

  const drawPart = ({ lines, size }: CellPart, { left, width: measure, align }: Column, top: number): void => {
    for (const [index, line] of lines.entries()) {
      const x = align === 'right' ? left + measure - line.width : left;
      canvas.text(line, x, top + size * (0.95 + index * LEADING));
    }
  };
  const drawCell = (parts: readonly CellPart[], column: Column): void => {
    let top = flow.y + padding;
    for (const part of parts) {
      const bottom = top + partHeight(part);
      const { left, width: measure } = column;
      const box = [left, pageHeight - bottom, left + measure, pageHeight - top] as const;
      const about = part.uri === undefined ? {} : { link: { uri: part.uri, box } };
      const y = top;
      canvas.element(part.uri === undefined ? 'P' : 'Link', () => drawPart(part, column, y), about);
      top = bottom + between;
    }
  };
  const rule = (weight: number): void =>
    canvas.artifact(() => canvas.rule(first.left, flow.y, width, hairline, weight));

  const drawHeadings = (): void => {
    canvas.group('TR', () => {
      for (const column of columns) canvas.group('TH', () => drawCell([column.heading], column), { scope: 'Column' });
    });
    flow.y += headHeight;
    rule(1);
  };
  const repeatHeadings = (): void => {
    canvas.artifact(() => {
      for (const column of columns) drawPart(column.heading, column, flow.y + padding);
    });
    flow.y += headHeight;
    rule(1);
  };

  flow.room(headHeight + Math.max(0, ...rows.slice(0, 1).map(rowHeight)));
  canvas.group('Table', () => {
    drawHeadings();
    for (const cells of rows) {
      const height = rowHeight(cells);
      if (flow.room(height)) repeatHeadings();
      canvas.group('TR', () => {
        for (const [index, column] of columns.entries()) {
          const cell = (): void => drawCell(cells[index] ?? [], column);
          if (rowsHaveHeads && index === 0) canvas.group('TH', cell, { scope: 'Row' });
          else canvas.group('TD', cell);
        }
      });
      flow.y += height;
      rule(0.5);
    }
  });
}
