import { PDFiumLibrary } from '@hyzyla/pdfium';

/** A page as it is seen: three colours and opacity of each point, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Draws the first page of a PDF as Chrome does, at twice its size in points. */
export async function pixelsOf(pdf: Uint8Array): Promise<Pixels> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(pdf);
    const { width, height, data } = await document.getPage(0).render({ scale: 2, render: 'bitmap' });
    // What the library draws into is its own.
    return { width, height, data: data.slice() };
  } finally {
    library.destroy();
  }
}

/** How many points differ by more than a trace, and the largest difference of any. */
export function differences(one: Pixels, other: Pixels): { readonly points: number; readonly largest: number } {
  if (one.width !== other.width || one.height !== other.height) throw new Error('The pages are not of one size');
  let [points, largest] = [0, 0];
  for (let at = 0; at < one.data.length; at += 1) {
    const difference = Math.abs((one.data[at] ?? 0) - (other.data[at] ?? 0));
    if (difference > 8) points += 1;
    largest = Math.max(largest, difference);
  }
  return { points, largest };
}
