/** A part of an outline in absolute coordinates: a move, a line, a cubic curve, or the way back to the start. */
export type Segment =
  | readonly ['M' | 'L', x: number, y: number]
  | readonly ['C', x1: number, y1: number, x2: number, y2: number, x: number, y: number]
  | readonly ['Z'];
