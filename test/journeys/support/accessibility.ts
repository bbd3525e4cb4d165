import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const everyRule = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
} as const;
/** Those that look at colours. */
const colorRules = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } as const;

/**
 * What axe-core finds against WCAG 2.2 AA on the screen as it stands, one line a finding. With `colors`, what it finds in the colours
 * alone: of a screen that was looked at whole in others.
 */
export async function barriers(
  page: Page,
  looksAt: 'everything' | 'colors' = 'everything',
): Promise<readonly string[]> {
  // Half a megabyte of script, once a document rather than once a look: that would take as long as looking does. Evaluated over the
  // debugging protocol, which the page's content security policy does not concern.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  return page.evaluate(
    async (runOnly) => {
      const axe = (globalThis as unknown as { axe: { run(context: Document, options: object): Promise<AxeResults> } })
        .axe;
      // No selectors, and nothing of what passes: neither is read.
      const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'], selectors: false });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    },
    looksAt === 'everything' ? everyRule : colorRules,
  );
}

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** By how many pixels the screen must be scrolled sideways to be seen whole. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Lets a page have letters twice as large as usual, as a reader sets it in the browser: what is measured in letters grows with them. */
export async function doubleText(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const desk: Size = { width: 1280, height: 800 };
const phone: Size = { width: 390, height: 844 };

async function lookAt(page: Page, size: Size, looksAt: 'everything' | 'colors'): Promise<void> {
  await page.setViewportSize(size);
  expect(await barriers(page, looksAt)).toEqual([]);
  // What came with the last click may just be taking its place.
  await expect.poll(() => sidewaysScroll(page)).toBe(0);
}

/**
 * What a screen with letters twice as large loses beyond its edge (WCAG 2.2, 1.4.4 and 1.4.10), at a desk and on a phone; nothing, if it
 * is as it should be. What a screen reader alone is told has no place on the screen.
 */
export async function lostBeyondTheEdge(page: Page): Promise<readonly string[]> {
  const lost: string[] = [];
  for (const size of [desk, phone]) {
    await page.setViewportSize(size);
    const found = await page.evaluate(() => {
      const edge = document.documentElement.clientWidth;
      const beyond = [...document.body.querySelectorAll('*')]
        .filter((element) => element.getBoundingClientRect().right > edge + 1 && !element.closest('.visually-hidden'))
        .map(({ tagName, className, textContent }) => `${tagName} ${className} ${textContent?.slice(0, 30)}`);
      const sideways = document.documentElement.scrollWidth - edge;
      return sideways > 0 ? [`scrolls by ${sideways} pixels`, ...beyond] : beyond;
    });
    lost.push(...found.map((what) => `${size.width}: ${what}`));
  }
  return lost;
}

/** Whether everybody can use what is on the screen, at a desk and on a phone. Leaves it as at a desk. */
export async function expectUsable({ page }: { readonly page: Page }): Promise<void> {
  for (const size of [desk, phone]) await lookAt(page, size, 'everything');
  await page.setViewportSize(desk);
}

/**
 * Whether everybody can use what is on the screen, by day and by night, in each of the sizes. By night the colours are other ones, and
 * nothing else is. Leaves it as by day and in the last size.
 */
export async function expectUsableDayAndNight(page: Page, sizes: readonly Size[]): Promise<void> {
  for (const [colorScheme, looksAt] of [
    ['dark', 'colors'],
    ['light', 'everything'],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const size of sizes) await lookAt(page, size, looksAt);
  }
}

/** The words of what has the focus; none where the focus was lost, and with it the place of whoever reads by ear or goes by keys. */
export const focusedWords = (page: Page): Promise<string> =>
  page.evaluate(() => (document.activeElement === document.body ? '' : (document.activeElement?.textContent ?? '')));
