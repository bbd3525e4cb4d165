import { ParkError } from '../../ports.ts';
import type { Canvas } from './canvas.ts';

/** Goes down the pages of a canvas: what does not fit on one is drawn on the next. */
export class Flow {
  readonly canvas: Canvas;
  /** Where the next thing is drawn. */
  y: number;
  readonly #top: number;
  readonly #bottom: number;
  #page = 0;

  constructor(canvas: Canvas, { top, bottom }: { readonly top: number; readonly bottom: number }) {
    this.canvas = canvas;
    this.#top = top;
    this.#bottom = bottom;
    this.y = top;
  }

  /**
   * Sees to it that so much can be drawn at `y`, on a new page where this one has less; says whether it is a new one.
   * @throws ParkError when no page has so much room.
   */
  room(height: number): boolean {
    if (this.y + height <= this.#bottom) return false;
    if (height > this.#bottom - this.#top)
      throw new ParkError('The document has words that do not fit on one page. Shorten them.');
    this.#page += 1;
    this.canvas.turnTo(this.#page);
    this.y = this.#top;
    return true;
  }
}
