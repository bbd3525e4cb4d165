import { readFile } from 'node:fs/promises';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleAnswers } from '../../infra/cli/samples.ts';
import { screens } from '../../web/learner/screens.ts';
import {
  doubleText,
  expectUsable as expectUsableAt,
  expectUsableDayAndNight,
  lostBeyondTheEdge,
} from './support/accessibility.ts';
import { attemptOf } from './support/attempt-of.ts';
import { openBrowser, type Windows } from './support/chromium.ts';
import { PageLearner, rightTexts } from './support/page-learner.ts';
import { PageStaff } from './support/page-staff.ts';
import { type RunningSystem, startRunningSystem } from './support/running-system.ts';

/** A physician claims two kinds of credit at once, with points of a board, and finds all of it on one certificate. */
let system: RunningSystem;
let browser: Windows;
let context: BrowserContext;
let learner: PageLearner;

const course = 'home-blood-pressure';

beforeAll(async () => {
  browser = await openBrowser();
  system = await startRunningSystem();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const person = {
    email: 'ines.okafor@example.org',
    givenName: 'Inés',
    familyName: 'Okafor',
    profession: /^physician \(/i,
    credentials: 'MD',
  };
  learner = new PageLearner(await context.newPage(), person, system);
});

afterAll(async () => {
  await browser?.close();
  await system?.remove();
});

const sizes = [
  { width: 320, height: 640 },
  { width: 1280, height: 900 },
];
const expectUsable = (): Promise<void> => expectUsableDayAndNight(learner.page, sizes);

describe('a physician with a board', () => {
  test('passes and evaluates, and may then claim each kind of credit for physicians', async () => {
    await learner.open(`/sign-in?to=/a/${course}`);
    await learner.signIn();
    await learner.page.waitForURL(/\/profile/);
    await learner.completeProfile();
    await learner.heading(/Home Blood Pressure/).waitFor();
    await learner.startAttempt(/post-test/i);
    await learner.page
      .getByText(/question 1 of/i)
      .first()
      .waitFor();
    const { questions } = await attemptOf(learner.page);
    const answers = (await sampleAnswers())[course]?.['post-test'] ?? {};
    await learner.answerAll(rightTexts(questions, answers));
    await learner.submitFinalAnswer();
    await learner.page
      .getByText(/passed/i)
      .first()
      .waitFor();
    await learner.open(`/a/${course}/evaluation`);
    await learner.completeEvaluation();
    await learner.heading(/claim/i).waitFor();
    const words = await learner.page.getByRole('main').innerText();
    expect(words).toContain('AMA PRA Category 1 Credits™');
    expect(words).toContain('AAFP Prescribed credits');
    expect(words).toContain('Maintenance of Certification (optional)');
    await expectUsable();
  });

  test('is told what a board needs, beside its field, before anything is claimed', async () => {
    const { page } = learner;
    await page.getByLabel(/report my points to the American Board of Internal Medicine/i).check();
    await page.getByText(/1\.25 ABIM MOC points for what you claim now/).waitFor();
    await page.getByText(/By selecting a board you give this permission/).waitFor();
    await page.getByRole('button', { name: 'Claim 2 kinds of credit' }).click();
    await page.getByText('There is a problem').waitFor();
    await page
      .getByRole('link', { name: /Enter the ID that you have with the American Board of Internal Medicine/ })
      .click();
    expect(await page.getByLabel('ABIM ID').evaluate((field) => field === document.activeElement)).toBe(true);
    await expectUsable();
  });

  test('claims less of one kind, and the points follow that kind', async () => {
    const { page } = learner;
    await page.getByLabel('ABIM ID').fill('123456');
    await page.getByLabel('Month and day of birth').fill('03-09');
    await page.getByLabel('Amount to claim').first().selectOption({ label: '1' });
    await page.getByText(/1 ABIM MOC point for what you claim now/).waitFor();
    await page.getByRole('button', { name: 'Claim 2 kinds of credit' }).click();
    await page.getByRole('link', { name: /open your certificate/i }).waitFor();
    expect(await page.getByRole('main').innerText()).toContain('1 ABIM MOC point');
    await expectUsable();
  });

  test('has all of it on one certificate, and the points beside the totals of credit', async () => {
    const { page } = learner;
    await page.getByRole('link', { name: /open your certificate/i }).click();
    await page.getByRole('button', { name: 'Print certificate' }).waitFor();
    const words = await page.getByRole('main').innerText();
    expect(words).toContain('and is awarded 1 AMA PRA Category 1 Credit™');
    expect(words).toContain('and is awarded 1.25 AAFP Prescribed credits');
    expect(words).toContain('and qualifies for 1 ABIM MOC point');
    await learner.open('/wallet');
    await learner.heading('Learner dashboard').waitFor();
    await page.getByRole('table', { name: 'MOC points by board and year' }).waitFor();
    await expectUsable();
  });
});

describe('the office that reports to boards', () => {
  let office: PageStaff;
  const row = () => office.page.getByRole('row', { name: /Inés Okafor/ });

  test('finds what is to be reported, takes the file along and marks it as reported', async () => {
    office = await PageStaff.atDesk(browser, system);
    await office.signInTo('/admin/points');
    const { page } = office;
    await office.heading('Board reports').waitFor();
    await row().getByText('To report').waitFor();
    await expectUsableAt(office);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export points as CSV' }).click();
    const file = await readFile(await (await downloading).path(), 'utf8');
    expect(file).toContain('"ABIM","123456","Inés","Okafor","03-09"');
    await row()
      .getByRole('button', { name: /^Reported/ })
      .click();
    await page.getByText(/Inés Okafor, MD: Home Blood Pressure.*, ABIM/).waitFor();
    await expectUsableAt(office);
    await page.getByRole('dialog').getByRole('button', { name: 'Mark as reported' }).click();
    await page.getByText('1 row marked as reported.').waitFor();
    await page.getByText('No board waits for anything.').waitFor();
  });

  test('notes that the board refused, which the physician reads on the certificate with what to do', async () => {
    const { page } = office;
    await page.getByLabel('State').selectOption('Board has not answered');
    await row()
      .getByRole('button', { name: /^Refused/ })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Mark as refused' }).click();
    await dialog.getByRole('link', { name: 'Give a reason.' }).waitFor();
    await dialog.getByLabel('Reason').fill('No diplomate has this ID.');
    await dialog.getByRole('button', { name: 'Mark as refused' }).click();
    await page.getByText('Every board has answered.').waitFor();
    await page.getByLabel('State').selectOption('To report');
    await row().getByText('No diplomate has this ID.').waitFor();
    await expectUsableAt(office);
    await learner.open('/certificates');
    await learner.page.getByRole('link', { name: /Home Blood Pressure/ }).click();
    await learner.page
      .getByText(/Not accepted by the board.*No diplomate has this ID\. Write to .* with your board ID/)
      .waitFor();
    await expectUsable();
  });
});

describe('another address', () => {
  test('can be taken for the one that a code was sent to, and the focus follows', async () => {
    const { page } = learner;
    const focused = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.id);
    await learner.open('/profile');
    await page.getByLabel('Another e-mail address').fill('ines@mistyped.example');
    await page.getByRole('button', { name: 'Send a code' }).click();
    await page.getByLabel('Code that was sent to ines@mistyped.example').waitFor();
    await expect.poll(focused).toBe('code');
    await page.getByRole('button', { name: 'Use another address' }).click();
    await page.getByLabel('Another e-mail address').waitFor();
    expect(await focused()).toBe('addresses');
  });
});

describe('a session that ends while the site is open', () => {
  test('leads to sign-in at the next answer and back to the same question, and the answer is saved then', async () => {
    const { page } = learner;
    await learner.open('/a/anticoagulant-safety');
    await learner.startAttempt(/post-test/i);
    await learner.heading(/question 1 of/i).waitFor();
    await context.clearCookies();
    const second = page.getByRole('group').locator('input').nth(1);
    await second.check();
    await learner.heading('Sign in').waitFor();
    await learner.signIn();
    await learner.heading(/question 1 of/i).waitFor();
    expect(await second.isChecked()).toBe(true);
    await page.getByText(/^Saved \d/).waitFor();
    await page.reload();
    await second.waitFor();
    expect(await second.isChecked()).toBe(true);
  });

  test('leads to sign-in at a link within the site, stays there, and then leads where the link does', async () => {
    const { page } = learner;
    await context.clearCookies();
    await page.getByRole('link', { name: 'Course history' }).first().click();
    await learner.heading('Sign in').waitFor();
    await learner.signIn();
    await learner.heading('Course history').waitFor();
  });
});

describe('a reader of letters twice as large', () => {
  const live = 'acute-agitation';
  const expectWhole = async (): Promise<void> => expect.poll(() => lostBeyondTheEdge(learner.page)).toEqual([]);

  test('loses nothing beyond the edge on the way to credit', async () => {
    const { page } = learner;
    await doubleText(page);
    await learner.open(`/a/${live}`);
    await learner.startAttempt(/participation verification/i);
    await page
      .getByText(/question 1 of/i)
      .first()
      .waitFor();
    await expectWhole();
    const { questions } = await attemptOf(page);
    const answers = (await sampleAnswers())[live]?.['participation-verification'] ?? {};
    await learner.answerAll(rightTexts(questions, answers));
    await learner.heading('Check your answers').waitFor();
    await expectWhole();
    await learner.submitFinalAnswer();
    await learner.heading('You have passed').waitFor();
    await expectWhole();
    await page.getByRole('link', { name: 'Go to Course Evaluation' }).click();
    await page.getByRole('group').first().waitFor();
    await page.getByRole('button', { name: /submit/i }).click();
    await page.getByText('There is a problem').waitFor();
    await expectWhole();
    await learner.completeEvaluation();
    await learner.heading('Claim credit').waitFor();
    await expectWhole();
  });

  test('loses nothing on any screen, nor on the pages for others', async () => {
    const { page } = learner;
    const { certificateId, attemptId } = await page.evaluate(async (activityId) => {
      const wallet = await (await fetch('/api/wallet')).json();
      const { participation } = await (await fetch(`/api/activities/${activityId}`)).json();
      return { certificateId: wallet.credits[0].certificateId, attemptId: participation.attemptId };
    }, live);
    const places: Readonly<Record<string, string>> = { activityId: live, attemptId, certificateId };
    const addresses = screens.map(([path]) => path.replaceAll(/:(\w+)/g, (_, place: string) => places[place] ?? ''));
    for (const address of [
      ...addresses,
      '/no-such-page',
      `/v/${certificateId}`,
      `/v/${certificateId}/pdf`,
      '/v/none',
    ]) {
      // Whoever is signed in is led on from there.
      if (address === '/sign-in') continue;
      await learner.open(address);
      await page.locator('main h1').waitFor();
      await expectWhole();
    }
    await context.clearCookies();
    await learner.open('/sign-in');
    await page.locator('main h1').waitFor();
    await expectWhole();
  });
});
