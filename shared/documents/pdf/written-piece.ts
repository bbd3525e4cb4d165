/** A stretch of one style as PDF writes it; only its place is still open. */
export interface WrittenPiece {
  /** From the line's left end. */
  readonly x: number;
  readonly color: string;
  /** How upright it stands: the first four of PDF's six numbers. */
  readonly stance: string;
  readonly operators: string;
}
