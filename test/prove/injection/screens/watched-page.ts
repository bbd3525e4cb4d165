import type { Page } from 'playwright-core';
import type { Windows } from '../../../journeys/support/chromium.ts';
import { look, type Seen, watch } from './look.ts';

/** A page whose every stir is noted. */
export interface WatchedPage {
  readonly page: Page;
  /** Loads the site at a path. */
  load(path: string): Promise<Seen>;
  /** Goes on to a screen of the site that is loaded. */
  go(path: string): Promise<Seen>;
  /** What stands there now. */
  look(): Promise<Seen>;
  /** What was seen since the last time that must not be: scripts that ran, dialogs, requests elsewhere, errors. */
  stirs(): readonly string[];
}

const ran = 'A text ran';
/** What the browser says itself of an answer that the screen shows as what it is: that something is not there, or not allowed. */
const refused = /^Failed to load resource: the server responded with a status of 4\d\d/;

/** Opens a page in a window of its own. */
export async function watchedPage(browser: Windows, site: string): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(watch, ran);
  const seen: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' && !refused.test(message.text())) seen.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => seen.push(`thrown: ${error.error().message}`));
  context.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    if (!request.url().startsWith(`${site}/`) && !/^(data|blob):/.test(request.url()))
      seen.push(`request: ${request.url()}`);
  });
  context.on('page', (opened) => seen.push(`window: ${opened.url()}`));
  const page = await context.newPage();
  seen.length = 0;
  return {
    page,
    load: async (path) => {
      await page.goto(site + path, { waitUntil: 'commit' });
      return page.evaluate(look, undefined);
    },
    go: (path) => page.evaluate(look, path),
    look: () => page.evaluate(look, undefined),
    stirs: () => seen.splice(0),
  };
}
