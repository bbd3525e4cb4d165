import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds against WCAG 2.2 AA on the screen as it stands, one line a finding. */
export async function barriers(page: Page): Promise<readonly string[]> {
  // Evaluated over the debugging protocol, which the page's content security policy does not concern.
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: { run(context: Document, options: object): Promise<AxeResults> } })
      .axe;
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  });
}

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** By how many pixels the screen must be scrolled sideways to be seen whole. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const desk = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

/** Whether everybody can use what is on the screen, at a desk and on a phone. Leaves it as at a desk. */
export async function expectUsable({ page }: { readonly page: Page }): Promise<void> {
  for (const viewport of [desk, phone]) {
    await page.setViewportSize(viewport);
    expect(await barriers(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
  }
  await page.setViewportSize(desk);
}
