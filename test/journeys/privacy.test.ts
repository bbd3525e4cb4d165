import { readFile } from 'node:fs/promises';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LearnerExport } from '../../shared/domain/export.ts';
import { barriers, focusedWords, sidewaysScroll } from './support/accessibility.ts';
import { openBrowser, type Windows } from './support/chromium.ts';
import { HttpLearner } from './support/http-learner.ts';
import { awaitMail } from './support/mailbox.ts';
import { PageLearner } from './support/page-learner.ts';
import { type RunningSystem, startRunningSystem } from './support/running-system.ts';
import { sweep } from './support/sweep.ts';
import { pressOn } from './support/whole-journey.ts';

const email = 'ondine@example.org';
let system: RunningSystem;
let browser: Windows;
let learner: PageLearner;

beforeAll(async () => {
  [system, browser] = await Promise.all([startRunningSystem(), openBrowser()]);
  const program = new HttpLearner(system, email);
  await program.signIn({ givenName: 'Ondine', familyName: 'Barrasford', profession: 'physician' });
  await pressOn(program, Date.now() + 60_000);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const person = { email, givenName: '', familyName: '', profession: /physician/i, credentials: '' };
  learner = new PageLearner(await context.newPage(), person, system);
  await learner.open('/sign-in?to=/privacy');
  await learner.signIn();
  await learner.heading('Privacy').waitFor();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await system?.remove();
});

async function expectUsable(): Promise<void> {
  expect(await barriers(learner.page)).toEqual([]);
  expect(await sidewaysScroll(learner.page)).toBe(0);
}

describe('a learner who asks what is kept about them', () => {
  test('gives a permission, takes it back, and sees both decisions', async () => {
    const { page } = learner;
    const permission = page.getByRole('article', { name: 'Report my credit to my certifying board' });
    await permission.getByRole('button', { name: /^Allow/ }).click();
    await permission.getByRole('button', { name: /^Withdraw/ }).click();
    await permission.getByText('Not allowed').waitFor();
    await permission.getByText('History', { exact: true }).click();
    expect(await permission.getByRole('listitem').count()).toBe(2);
    await expectUsable();
  });

  test('takes all their data with them in one file', async () => {
    const { page } = learner;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download my data' }).click(),
    ]);
    const data: LearnerExport = JSON.parse(await readFile(await download.path(), 'utf8'));
    expect(data.sections.find(({ name }) => name === 'certificates')?.items).toHaveLength(1);
    expect(JSON.stringify(data)).toContain(email);
    await page.getByText(/^Saved as/).waitFor();
  });

  test('sees where they are signed in, and signs out in a browser that they left open', async () => {
    const { page } = learner;
    const left = new HttpLearner(system, email);
    await left.signIn({ givenName: 'Ondine', familyName: 'Barrasford', profession: 'physician' });
    await learner.open('/privacy');
    const sessions = page.getByRole('region', { name: 'Where you are signed in' });
    await sessions.getByText('This browser').waitFor();
    // The program that took the activity at the beginning, and the browser that was left open.
    expect(await sessions.getByRole('listitem').count()).toBe(3);
    await sessions
      .getByRole('button', { name: /^Sign out A browser/ })
      .first()
      .click();
    // The button that was pressed is gone, and the focus is not: it is on what is said of it.
    await expect.poll(() => focusedWords(page)).toBe('Signed out in one browser.');
    await expectUsable();
    await sessions.getByRole('button', { name: 'Sign out everywhere else' }).click();
    await expect.poll(() => sessions.getByRole('listitem').count()).toBe(1);
    expect((await left.call('GET', '/api/me')).status).toBe(401);
    await expectUsable();
  });

  test('asks to be erased, is told by mail, and keeps the account after all', async () => {
    const { page } = learner;
    await page.getByRole('button', { name: 'Erase my account' }).click();
    await page.getByRole('link', { name: 'Type ERASE to confirm.' }).waitFor();
    await expectUsable();
    await page.getByLabel('Confirmation').fill('ERASE');
    await page.getByRole('button', { name: 'Erase my account' }).click();
    await expect.poll(() => focusedWords(page)).toMatch(/^Your account will be erased on/);
    await expectUsable();
    await sweep(system);
    await awaitMail(system.mail, email, /will be erased/i);
    await page.getByRole('button', { name: 'Keep my account' }).click();
    await expect.poll(() => focusedWords(page)).toBe('Your account is kept, as it was.');
    await page.getByLabel('Confirmation').waitFor();
  });

  test('who is to be mailed a code at another address is led back to the beginning, and so is the focus', async () => {
    const { page } = learner;
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('E-mail address').fill('ondine@example.net');
    await page.getByRole('button', { name: 'Send code' }).click();
    await page.getByRole('button', { name: 'Use another e-mail address' }).click();
    await expect.poll(() => focusedWords(page)).toBe('Sign in');
  });
});
