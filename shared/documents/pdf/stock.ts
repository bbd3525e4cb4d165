import type { Artwork } from './artwork.ts';
import { Canvas } from './canvas.ts';
import type { WrittenFonts } from './document-fonts.ts';
import type { WrittenDrawing } from './drawings.ts';
import { type Deflate, PdfObjects, type Ref, type StoredObjects } from './objects.ts';
import { srgbProfile } from './srgb-profile.ts';

/**
 * What documents have in common, as it stands at the beginning of each of their files. It is made once; a document appends
 * its own objects, and refers to these.
 */
export interface Stock {
  readonly objects: StoredObjects;
  /** The colour space that the colours are meant in. */
  readonly profile: Ref;
  readonly fonts: WrittenFonts;
  readonly drawings: ReadonlyMap<Artwork, WrittenDrawing>;
}

/** Writes all that a canvas was drawn with, but not what was drawn; nothing but the colour space without one. */
export function stockOf(deflate: Deflate, canvas = new Canvas(0)): Stock {
  const objects = new PdfObjects(deflate);
  const profile = objects.stream('/N 3', srgbProfile());
  const [fonts, drawings] = [canvas.fonts.stock(objects), canvas.drawings.stock(objects)];
  return { profile, fonts, drawings, objects: objects.stored() };
}
