/** A row of a column: `gap` above it at its ideal, `height` of its own, and how it is drawn with its top at y. */
export interface Row {
  readonly gap: number;
  readonly height: number;
  /** How much of the room left over goes above this row, against the other rows; 0 keeps it close to the row before. */
  readonly stretch: number;
  draw(top: number): void;
}

/** What the rows need, with their gaps. */
export const columnHeight = (rows: readonly Row[]): number =>
  rows.reduce((sum, { gap, height }) => sum + gap + height, 0);

/** Draws rows from `top` on and lets room that is left over, up to `most` points, open the gaps that may stretch. */
export function drawColumn(rows: readonly Row[], top: number, room: number, most: number): void {
  const spare = Math.max(0, Math.min(room - columnHeight(rows), most));
  const shares = rows.reduce((sum, { stretch }) => sum + stretch, 0) || 1;
  let y = top;
  for (const { gap, height, stretch, draw } of rows) {
    y += gap + (spare * stretch) / shares;
    draw(y);
    y += height;
  }
}
