import type { Artwork } from './artwork.ts';
import type { Canvas, WrittenPart } from './canvas.ts';
import type { ReadyFonts } from './document-fonts.ts';
import type { WrittenDrawing } from './drawings.ts';
import { PdfObjects, type Ref, type StoredObjects } from './objects.ts';
import type { Presses } from './press.ts';
import { srgbProfile } from './srgb-profile.ts';

/**
 * What documents have in common, as it stands at the beginning of each of their files. It is made once; a document appends
 * its own objects, and refers to these.
 */
export interface Stock {
  readonly objects: StoredObjects;
  /** The colour space that the colours are meant in. */
  readonly profile: Ref;
  readonly fonts?: ReadyFonts;
  readonly drawings: ReadonlyMap<Artwork, WrittenDrawing>;
  /** What their pages have in common, by name. */
  readonly parts: ReadonlyMap<string, WrittenPart>;
}

/** Writes all that a canvas was drawn with, but not what was drawn, save for what is common; nothing but the colour space without one. */
export function stockOf({ small }: Presses, canvas?: Canvas): Stock {
  const objects = new PdfObjects(small);
  const profile = objects.stream('/N 3', srgbProfile());
  const fonts = canvas?.fonts.prepare(objects);
  const drawings = canvas?.drawings.stock(objects) ?? new Map();
  const parts = new Map(
    [...(canvas?.parts ?? [])].map(([name, part]): readonly [string, WrittenPart] => [
      name,
      { ...part, written: objects.stream('', part.operators) },
    ]),
  );
  return { profile, drawings, parts, objects: objects.stored(), ...(fonts && { fonts }) };
}
