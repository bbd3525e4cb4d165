import { PDFDocument } from 'pdf-lib';
import type { Page } from 'playwright-core';

/** How many sheets the browser's Print makes of a page, on a paper and in an orientation. */
export async function printedPages(page: Page, format: 'Letter' | 'A4', landscape: boolean): Promise<number> {
  const pdf = await page.pdf({ format, landscape, printBackground: false });
  return (await PDFDocument.load(pdf)).getPageCount();
}
