import type { Artwork } from './artwork.ts';
import type { PdfObjects, Ref } from './objects.ts';
import { number } from './vector-path.ts';

/** A drawing that stands in a file, as what PDF calls a form. */
export interface WrittenDrawing {
  /** What the page's content calls it: `D1`. */
  readonly name: string;
  readonly ref: Ref;
}

/** The drawings of a document: those that were written before, and others. */
export class Drawings {
  readonly #written: ReadonlyMap<Artwork, WrittenDrawing>;
  readonly #new = new Map<Artwork, string>();

  constructor(written: ReadonlyMap<Artwork, WrittenDrawing> = new Map()) {
    this.#written = written;
  }

  nameOf(artwork: Artwork): string {
    const known = this.#written.get(artwork)?.name ?? this.#new.get(artwork);
    if (known !== undefined) return known;
    const name = `D${this.#written.size + this.#new.size + 1}`;
    this.#new.set(artwork, name);
    return name;
  }

  /** Writes what is not written yet; returns all of them. */
  write(objects: PdfObjects): readonly WrittenDrawing[] {
    return [...this.#written.values(), ...this.stock(objects).values()];
  }

  /** Writes what is not written yet to be what other documents begin with. */
  stock(objects: PdfObjects): ReadonlyMap<Artwork, WrittenDrawing> {
    const entries = [...this.#new].map(([artwork, name]): readonly [Artwork, WrittenDrawing] => {
      const box = artwork.box.map(number).join(' ');
      const entry = `/Type/XObject/Subtype/Form/BBox[${box}]/Resources<<>>`;
      return [artwork, { name, ref: objects.stream(entry, artwork.operators) }];
    });
    return new Map(entries);
  }
}
