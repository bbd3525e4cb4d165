import type { BrowserContext, Page } from 'playwright-core';
import type { Windows } from '../../journeys/support/chromium.ts';

/** What a person waited for, and saw move, on one screen. */
export interface Seen {
  /** Until the largest thing on the screen was painted (Largest Contentful Paint). */
  readonly paintedMs: number;
  /** How much of what was there already moved (Cumulative Layout Shift). */
  readonly shift: number;
}

type Watched = Window & { watched?: { paintedMs: number; shift: number } };

/** Runs in each page before its own scripts. */
function watch(): void {
  const watched = { paintedMs: 0, shift: 0 };
  (window as Watched).watched = watched;
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) watched.paintedMs = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) watched.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Cookies of somebody who is signed in. */
export type Cookies = Parameters<BrowserContext['addCookies']>[0];

const kilobit = 1_000 / 8;

/** As Lighthouse has a phone: a processor a quarter as fast, 1.6 Mb/s and 150 ms there and back. */
async function slowDown(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 150, downloadThroughput: 1_600 * kilobit, uploadThroughput: 750 * kilobit },
  });
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

/** Opens an address on a phone that was never there, and watches until the screen stands still. */
export async function openOnPhone(browser: Windows, url: string, heading: RegExp, cookies: Cookies): Promise<Seen> {
  const context = await browser.newContext({
    ...{ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  });
  try {
    if (cookies.length > 0) await context.addCookies(cookies);
    await context.addInitScript(watch);
    const page = await context.newPage();
    await slowDown(page);
    await page.goto(url, { waitUntil: 'networkidle', timeout: 60_000 });
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor({ timeout: 20_000 });
    return await page.evaluate(() => (window as Watched).watched ?? { paintedMs: Number.NaN, shift: Number.NaN });
  } finally {
    await context.close();
  }
}
