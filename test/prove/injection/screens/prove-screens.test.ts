import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type Windows } from '../../../journeys/support/chromium.ts';
import { type Served, serve } from '../../../support/served.ts';
import { allScreens, proveScreens } from './prove-screens.ts';
import { type WatchedPage, watchedPage } from './watched-page.ts';

describe('the proof of screens', () => {
  it('finds nothing live of what is written into every field, on any screen of both sites, and every text shown', async () => {
    const { tried, failures } = await proveScreens(20_261_126, 4);
    expect(failures).toEqual([]);
    expect(tried).toBeGreaterThan(150);
  }, 300_000);

  it('knows the screens of both sites by their tables', () => {
    expect(allScreens).toEqual(
      expect.arrayContaining(['/', '/privacy', '/admin/', '/admin/activities/:activityId/dates']),
    );
  });
});

describe('what the proof of screens would see', () => {
  let served: Served;
  let browser: Windows;
  let watched: WatchedPage;
  beforeAll(async () => {
    [served, browser] = await Promise.all([serve(), openBrowser()]);
    served.begin();
    watched = await watchedPage(browser, served.site);
  });
  afterAll(async () => {
    // It tells of the policy that was broken on purpose.
    await expect(browser.close()).rejects.toThrow(/The policy of the page was broken/);
    await served.stop();
  });

  it.each([
    ['an element that no screen of ours has', 'object', { data: '/icon.svg' }],
    ['a link that runs a script', 'a', { href: 'JaVa\tScRiPt:canary(1)' }],
    ['a link that leads to another site without a press', 'img', { src: 'https://evil.example/x' }],
    ['a page within the page', 'iframe', { srcdoc: '<script>parent.canary(1)</script>' }],
    ['a form of somebody else’s', 'button', { formaction: 'https://evil.example/' }],
  ])('is %s', async (_, tag, attributes) => {
    await watched.load('/help');
    expect((await watched.go('/')).live).toEqual([]);
    await watched.page.evaluate(
      ([name, given]) => {
        const element = document.createElement(name);
        for (const [attribute, value] of Object.entries(given)) {
          try {
            element.setAttribute(attribute, value);
          } catch {
            // Trusted Types refuse it: then the element alone is what there is to see.
          }
        }
        document.querySelector('h1')?.append(element);
      },
      [tag, attributes] as const,
    );
    expect(new Set((await watched.look()).live).size).toBe(1);
  });

  it('is a script that ran, a dialog, and an error that nobody caught', async () => {
    await watched.load('/');
    watched.stirs();
    await watched.page.evaluate(() => {
      (globalThis as unknown as { canary(number: number): void }).canary(7);
      setTimeout(() => {
        alert('hello');
        throw new Error('caught by nobody');
      });
    });
    await watched.page.waitForTimeout(200);
    expect(watched.stirs().map((stir) => stir.split(':')[0])).toEqual(['console', 'dialog', 'thrown']);
  });
});
