import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers, sidewaysScroll } from './support/accessibility.ts';
import { startBrowser } from './support/chromium.ts';
import { HttpLearner } from './support/http-learner.ts';
import { PageStaff } from './support/page-staff.ts';
import { type RunningSystem, startRunningSystem } from './support/running-system.ts';
import { pressOn } from './support/whole-journey.ts';

let system: RunningSystem;
let browser: Browser;
let owner: PageStaff;

beforeAll(async () => {
  [system, browser] = await Promise.all([startRunningSystem(), startBrowser()]);
  owner = await PageStaff.atDesk(browser, system);
  const learner = new HttpLearner(system, 'amelie@example.org');
  await learner.signIn({ givenName: 'Amélie', familyName: 'Nguyễn', profession: 'physician' });
  await pressOn(learner, Date.now() + 60_000);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await system?.remove();
});

/** Whether everybody can use what is on the screen, at a desk and on a phone. */
async function expectUsable({ page }: PageStaff): Promise<void> {
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(viewport);
    expect(await barriers(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

describe('a coordinator who is called by a learner', () => {
  test('finds them by the beginning of their name, without accents', async () => {
    await owner.signInTo('/admin/learners');
    const { page } = owner;
    await owner.heading('Learners').waitFor();
    await page.getByLabel('Find').fill('nobody');
    await page.getByText('Nothing matches these filters.').waitFor();
    await expectUsable(owner);
    await page.getByLabel('Find').fill('nguyen am');
    await page.getByRole('link', { name: 'Amélie Nguyễn' }).waitFor();
    await expectUsable(owner);
  });

  test('sees what happened, and why there is credit or none', async () => {
    const { page } = owner;
    await page.getByRole('link', { name: 'Amélie Nguyễn' }).click();
    await owner.heading('Amélie Nguyễn').waitFor();
    await page.getByText('They have the credit').first().waitFor();
    await page.getByText('Credit was awarded.').waitFor();
    await expectUsable(owner);
  });

  test('sees them among the completions of the activity, and their credit among all credits', async () => {
    const { page } = owner;
    await owner.open('/admin/completions?activity=acute-agitation');
    await page.getByRole('link', { name: 'Amélie Nguyễn' }).waitFor();
    await expectUsable(owner);
    await owner.open('/admin/credits');
    await page.getByRole('link', { name: 'Amélie Nguyễn', exact: true }).waitFor();
    await expectUsable(owner);
  });

  test('takes the list along as a workbook', async () => {
    const { page } = owner;
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export credits as XLSX' }).click();
    expect((await downloading).suggestedFilename()).toBe('credits.xlsx');
  });
});
