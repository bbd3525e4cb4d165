import type { Artwork } from './artwork.ts';
import type { Canvas } from './canvas.ts';
import type { ReadyFonts } from './document-fonts.ts';
import type { WrittenDrawing } from './drawings.ts';
import { PdfObjects, type Ref, type StoredObjects } from './objects.ts';
import type { Press } from './press.ts';
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
}

/** Writes all that a canvas was drawn with, but not what was drawn; nothing but the colour space without one. */
export function stockOf(press: Press, canvas?: Canvas): Stock {
  const objects = new PdfObjects(press);
  const profile = objects.stream('/N 3', srgbProfile());
  const fonts = canvas?.fonts.prepare(objects);
  const drawings = canvas?.drawings.stock(objects) ?? new Map();
  return { profile, drawings, objects: objects.stored(), ...(fonts && { fonts }) };
}
