import type { Page } from 'playwright-core';
import type { Windows } from '../../../journeys/support/chromium.ts';
import type { cookiesOf } from '../../../support/served.ts';
import { watch } from '../../injection/screens/look.ts';

/** What a robot that reads a mail has: its links, and what else it could type. */
export interface Loot {
  readonly links: readonly string[];
  readonly email: string;
  /** The code in the mail, where there is one. */
  readonly code: string;
  /** Of the person’s browser; none, but for a test of what the proof would see. */
  readonly cookies: ReturnType<typeof cookiesOf>;
}

/** The addresses in a mail, of both its forms, each once. */
export const linksIn = (...forms: readonly string[]): readonly string[] => [
  ...new Set(
    forms.flatMap((form) => form.match(/https?:\/\/[^\s"'<>]+/g) ?? []).map((link) => link.replaceAll('&amp;', '&')),
  ),
];

/** Asks for the head of each link, opens it, and posts to it what a form would, without a script. */
export async function fetchAll({ links, email, code }: Loot): Promise<void> {
  const form = new URLSearchParams({ email, code, confirmation: 'ERASE' });
  for (const link of links) {
    for (const asked of [{ method: 'HEAD' }, { method: 'GET' }, { method: 'POST', body: form }])
      await (await fetch(link, { ...asked, redirect: 'manual' })).arrayBuffer();
    // As a page's script would, and with what the mail holds.
    const body = JSON.stringify({ email, code });
    await fetch(link, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  }
}

/** Types into every field of a page what fits it best. Runs in the page. */
function fillAll({ email, code }: Pick<Loot, 'email' | 'code'>): void {
  const type = (field: HTMLInputElement | HTMLTextAreaElement, value: string): void => {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  for (const field of document.querySelectorAll('textarea')) type(field, 'ERASE');
  for (const field of document.querySelectorAll('input')) {
    if (field.type === 'checkbox' || field.type === 'radio') field.click();
    else if (field.type === 'email' || field.name === 'email') type(field, email);
    else type(field, field.name === 'confirmation' ? 'ERASE' : code);
  }
  for (const field of document.querySelectorAll('select')) {
    field.selectedIndex = field.options.length - 1;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

/**
 * Presses what has not been pressed on this page yet, buttons before links, and says what it was; nothing when there is nothing
 * left. Runs in the page.
 */
function pressNext(pressed: readonly string[]): string | undefined {
  const inSight = (one: Element): boolean => one.checkVisibility();
  const all = [...document.querySelectorAll('button, summary, [role=button], input[type=submit], a[href^="/"]')];
  for (const one of all.filter(inSight).toSorted((a, b) => Number(a.localName === 'a') - Number(b.localName === 'a'))) {
    const key = `${location.pathname} ${one.localName} ${one.textContent} ${one.getAttribute('href')}`;
    if (pressed.includes(key) || !(one instanceof HTMLElement)) continue;
    one.click();
    return key;
  }
  for (const form of document.forms) form.requestSubmit();
  return undefined;
}

/** Waits until the page asks nothing any more, or has had time enough. */
const settled = (page: Page): Promise<unknown> =>
  page
    .waitForFunction(
      () => !(globalThis as { inFlight?: number }).inFlight && !document.querySelector('[aria-busy=true]'),
      undefined,
      { timeout: 15_000 },
    )
    .catch(() => undefined);

/**
 * A mail scanner that runs scripts: opens each link in a browser of its own, types what the mail holds into every field, presses every
 * button and link and submits every form, so many times a link. Says what its browser is signed in to then.
 */
export async function prowl(browser: Windows, site: string, loot: Loot, presses: number) {
  const context = await browser.newContext();
  await context.addInitScript(watch, 'A script of the page calls');
  await context.addCookies([...loot.cookies]);
  const page = await context.newPage();
  const pressed: string[] = [];
  for (const link of loot.links) {
    await page.goto(link);
    for (let time = 0; time < presses; time++) {
      await settled(page);
      if (!page.url().startsWith(site)) await page.goto(link);
      const { email, code } = loot;
      // Whoever presses a link leaves the page while it is asked what was pressed.
      const did = await page
        .evaluate(fillAll, { email, code })
        .then(() => page.evaluate(pressNext, pressed))
        .catch(() => 'left the page');
      if (did === undefined) break;
      pressed.push(did);
    }
    await settled(page);
  }
  const signedIn: string[] = [];
  for (const path of ['/api/me', '/api/admin/me'])
    if ((await context.request.get(site + path)).status() !== 401) signedIn.push(path);
  await context.close();
  return { signedIn, pressed: pressed.length };
}
