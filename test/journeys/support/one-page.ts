import { PDFDocument } from 'pdf-lib';
import type { Page } from 'playwright-core';

/** How many sheets the browser's Print makes of a page, on a paper and in an orientation. */
export async function printedPages(page: Page, format: 'Letter' | 'A4', landscape: boolean): Promise<number> {
  const pdf = await page.pdf({ format, landscape, printBackground: false });
  return (await PDFDocument.load(pdf)).getPageCount();
}

/** Whether the browser's Print, left as it is, puts a page upright on the paper or across it. */
export async function printedAs(page: Page): Promise<'upright' | 'across'> {
  const pdf = await page.pdf({ format: 'Letter' });
  const { width, height } = (await PDFDocument.load(pdf)).getPage(0).getSize();
  return width > height ? 'across' : 'upright';
}
