import type { BrowserContext, Request, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleAnswers } from '../../infra/cli/samples.ts';
import { barriers, expectUsableDayAndNight } from './support/accessibility.ts';
import { attemptOf } from './support/attempt-of.ts';
import { openBrowser, type Windows } from './support/chromium.ts';
import { awaitMail } from './support/mailbox.ts';
import { PageLearner, rightTexts } from './support/page-learner.ts';
import { type RunningSystem, startRunningSystem } from './support/running-system.ts';

/** A nurse at a desk earns contact hours, and every screen on the way is one that everybody can use. */
let system: RunningSystem;
let browser: Windows;
let context: BrowserContext;
let learner: PageLearner;

const course = 'anticoagulant-safety';
const desk = { width: 1280, height: 900 };
const narrow = { width: 320, height: 640 };

beforeAll(async () => {
  // One after the other: where one cannot start, the other is stopped below.
  browser = await openBrowser();
  system = await startRunningSystem();
  context = await browser.newContext({ viewport: desk });
  const person = {
    email: 'ngozi.adebayo@example.org',
    givenName: 'Ngozi',
    familyName: 'Adébáyọ̀',
    profession: /^nurse/i,
    credentials: 'RN',
  };
  learner = new PageLearner(await context.newPage(), person, system);
});

afterAll(async () => {
  await browser?.close();
  await system?.remove();
});

/** Light and dark, at a desk and on the narrowest phone: nothing in the way, and nothing to be scrolled to sideways. */
const expectUsable = (): Promise<void> => expectUsableDayAndNight(learner.page, [narrow, desk]);

/** That a line which breaks once is told where whoever pressed looks, though the button is far below. */
async function expectToldOnce(path: string, press: () => Promise<void>, meanwhile: string): Promise<void> {
  const { page } = learner;
  const breakLine = async (route: Route): Promise<void> => {
    await page.getByRole('button', { name: meanwhile }).waitFor();
    await route.abort();
  };
  await page.route(path, breakLine, { times: 1 });
  await press();
  await page.getByText('The service could not be reached.').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('You seem to be offline');
}

/** Where the attempt at an activity is that is in progress. */
async function attemptAt(activityId: string): Promise<string> {
  await learner.open(`/a/${activityId}`);
  return (await learner.page.getByRole('link', { name: 'Continue attempt' }).first().getAttribute('href')) ?? '';
}

describe('a nurse at a desk', () => {
  test.each(['/', '/admin/'])(
    'is waited for by no script: the page itself asks who is signed in, once: %s',
    async (path) => {
      const asked: string[] = [];
      const note = (request: Request): unknown => asked.push(new URL(request.url()).pathname);
      learner.page.on('request', note);
      await learner.page.goto(system.site + path, { waitUntil: 'networkidle' });
      learner.page.off('request', note);
      const [, first] = asked;
      expect(first).toMatch(/^\/api\/(admin\/)?me$/);
      expect(asked.filter((one) => one === first)).toHaveLength(1);
    },
  );

  test('finds the activity in the list', async () => {
    await learner.open('/');
    await learner.page
      .getByRole('link', { name: /Direct Oral Anticoagulants/ })
      .first()
      .waitFor();
    await expectUsable();
    await learner.page
      .getByRole('link', { name: /Direct Oral Anticoagulants/ })
      .first()
      .click();
    await learner.heading(/Direct Oral Anticoagulants/).waitFor();
    await expectUsable();
  });

  test('comes back to where they were on a long page, and not to its top', async () => {
    const { page } = learner;
    await page.getByRole('heading', { name: /accreditation and credit statements/i }).scrollIntoViewIfNeeded();
    const down = await page.evaluate(() => scrollY);
    expect(down).toBeGreaterThan(200);
    // As a screen reader or the keyboard follows a link, without scrolling to it first.
    await page.getByRole('link', { name: 'Help', exact: true }).evaluate((link: HTMLElement) => link.click());
    await learner.heading(/how to earn credit/i).waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.goBack();
    await learner.heading(/Direct Oral Anticoagulants/).waitFor();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(down);
  });

  test('sees what could not be loaded as soon as the line is back, without pressing anything', async () => {
    await context.setOffline(true);
    await learner.page.getByRole('link', { name: 'Certificates', exact: true }).click();
    await learner.page.getByRole('button', { name: 'Retry' }).waitFor();
    await learner.page.getByText('You are offline. What you answer is kept in this browser.').waitFor();
    await context.setOffline(false);
    await learner.page.getByRole('heading', { name: /^sign in/i }).waitFor();
  });

  test('is told what is wrong with an address, and how to mend it', async () => {
    await learner.open(`/sign-in?to=/a/${course}`);
    await learner.page.getByLabel(/e-mail/i).fill('not an address');
    await learner.page.getByRole('button', { name: /send code/i }).click();
    await learner.page.getByText('There is a problem').waitFor();
    await expectUsable();
  });

  test('signs in, and sees how the certificate will print the name', async () => {
    await learner.open(`/sign-in?to=/a/${course}`);
    await learner.signIn();
    await learner.page.waitForURL(/\/profile/);
    await learner.page.getByLabel(/given name/i).fill('Ngozi');
    await learner.page.getByLabel(/family name/i).fill('Adébáyọ̀');
    await learner.page.getByText('Ngozi Adébáyọ̀').first().waitFor();
    await expectUsable();
    await learner.completeProfile();
    await learner.heading(/Direct Oral Anticoagulants/).waitFor();
  });

  test('is sent back to the first window by the page that the link of the mail opens', async () => {
    const { body } = await awaitMail(system.mail, learner.person.email, /sign-in code/i);
    const other = await (await browser.newContext({ viewport: narrow })).newPage();
    await other.goto(/^The sign-in page is (\S+)$/m.exec(body.text ?? '')?.[1] ?? 'about:blank');
    await other.getByText('Type it in the window where you asked for it').waitFor();
    expect(await barriers(other)).toEqual([]);
    await other.context().close();
  });

  test('passes the post-test by keyboard alone', async () => {
    await learner.startAttempt(/post-test/i);
    await learner.page
      .getByText(/question 1 of/i)
      .first()
      .waitFor();
    await expectUsable();
    const { questions } = await attemptOf(learner.page);
    const answers = (await sampleAnswers())[course]?.['post-test'] ?? {};
    await learner.answerAllByKeyboard(rightTexts(questions, answers));
    await learner.page.getByRole('button', { name: 'Submit final answer' }).waitFor();
    await expectUsable();
    const submit = () => learner.page.getByRole('button', { name: 'Submit final answer' }).press('Enter');
    await expectToldOnce('**/submission', submit, 'Submitting…');
    await expectUsable();
    await expectToldOnce('**/submission', submit, 'Submitting…');
    await submit();
    await learner.page
      .getByText(/passed/i)
      .first()
      .waitFor();
    await expectUsable();
  });

  test('comes back to the question that was open, with its answers, after the page was closed', async () => {
    await learner.open('/a/home-blood-pressure');
    await learner.startAttempt(/post-test/i);
    await learner.page
      .getByText(/question 1 of/i)
      .first()
      .waitFor();
    const first = learner.page.getByRole('group').first().getByRole('radio').first();
    await first.check();
    await learner.page
      .getByText(/^Saved \d/)
      .first()
      .waitFor();
    const address = learner.page.url();
    await learner.open('/');
    await learner.page.goto(address);
    // It goes on at the first question that is still open; the answered one is a step back.
    await learner.page
      .getByText(/question 2 of/i)
      .first()
      .waitFor();
    await learner.page.getByRole('button', { name: 'Back' }).click();
    await learner.page
      .getByText(/question 1 of/i)
      .first()
      .waitFor();
    expect(await first.isChecked()).toBe(true);
  });

  test('keeps what was typed when a session merely ends, and takes nothing away by signing out without asking', async () => {
    const { page } = learner;
    const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('evaluation-')));
    await learner.open(`/a/${course}/evaluation`);
    await page.getByRole('radio').first().check();
    expect(await kept()).toHaveLength(1);
    await context.clearCookies();
    await learner.open(`/a/${course}/evaluation`);
    await learner.signIn();
    await page.getByText('Your answers so far were kept in this browser.').waitFor();

    await page.getByRole('button', { name: 'Sign out' }).click();
    await learner.heading('Sign out').waitFor();
    await page.getByText('answers of a Course Evaluation that is not submitted yet').waitFor();
    await expectUsable();
    // The line is down: who asked for it leaves nothing here, and is told that they are still signed in.
    await page.route('**/api/sign-out', (route) => route.abort(), { times: 1 });
    await page.getByRole('button', { name: 'Sign out and remove it' }).click();
    await page.getByText('You are still signed in').waitFor();
    expect(await kept()).toEqual([]);
    await expectUsable();
    await page.getByRole('button', { name: 'Sign out' }).last().click();
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
    await learner.open(`/a/${course}/evaluation`);
    await learner.signIn();
    await learner.heading(/Course Evaluation/).waitFor();
    expect(await page.getByText('Your answers so far were kept in this browser.').count()).toBe(0);
    // With nothing that could be lost it takes one press.
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
    await learner.open(`/sign-in?to=/a/${course}/evaluation`);
    await learner.signIn();
    await learner.heading(/Course Evaluation/).waitFor();
  });

  test.each([
    ['evaluation', /Course Evaluation/],
    ['attempt in progress', /question \d of/i],
  ] as const)(
    'is told that the service cannot say who they are, and goes on with the %s when it can',
    async (what, title) => {
      const { page } = learner;
      const address = what === 'evaluation' ? `/a/${course}/evaluation` : await attemptAt('home-blood-pressure');
      await page.route('**/api/me', (route) => route.fulfill({ status: 500 }));
      await learner.open(address);
      await learner.heading('Something broke on our side').waitFor();
      await expectUsable();
      await page.unroute('**/api/me');
      await page.getByRole('button', { name: 'Retry' }).click();
      await learner.heading(title).waitFor();
      await page.getByRole('group').first().waitFor();
    },
  );

  test('is told what came of the submission when a time is up that only the service’s clock measures', async () => {
    const { page } = learner;
    const address = await attemptAt('home-blood-pressure');
    await page.route('**/api/attempts/*', async (route) => {
      const response = await route.fetch();
      const times = { now: '2099-12-31T12:00:00.000Z', deadline: '2099-12-31T12:00:02.000Z' };
      await route.fulfill({ response, json: { ...(await response.json()), ...times } });
    });
    await page.route('**/submission', (route) => route.abort(), { times: 1 });
    await learner.open(`${address}?question=1`);
    await learner.heading(/question 1 of/i).waitFor();
    await page.getByText('Time is up. Your answers are not submitted yet.').waitFor();
    await page.getByText('You seem to be offline').waitFor();
    await expectUsable();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    // In truth this attempt has all the time there is, so that the service wants every question answered.
    await page
      .getByText(/is not answered\. Answer it, then submit again/)
      .first()
      .waitFor();
    await page.unroute('**/api/attempts/*');
  });

  test('completes the evaluation and claims contact hours, which only nurses are offered', async () => {
    await learner.open(`/a/${course}/evaluation`);
    await learner.heading(/Course Evaluation/).waitFor();
    await expectUsable();
    await expectToldOnce('**/evaluation', () => learner.completeEvaluation(), 'Submitting…');
    await learner.completeEvaluation();
    await learner.heading(/claim/i).waitFor();
    const words = await learner.page.getByRole('main').innerText();
    expect(words).toContain('ANCC contact hours');
    expect(words).not.toContain('ACPE');
    await expectUsable();
    const claim = () => learner.page.getByRole('button', { name: /^claim 1\.5 /i }).click();
    await expectToldOnce('**/claims', claim, 'Claiming…');
    await claim();
    await learner.page.getByRole('link', { name: /open your certificate/i }).waitFor();
    await expectUsable();
  });

  test.each([
    ['/wallet', 'Learner dashboard'],
    ['/history', 'Course history'],
    ['/certificates', 'Certificates'],
    ['/profile', /profile/i],
    ['/help', /how to earn credit/i],
    ['/no-such-page', /not found|no such page/i],
  ] as const)('can use %s', async (path, title) => {
    await learner.open(path);
    await learner.heading(title).waitFor();
    await learner.page.waitForLoadState('networkidle');
    await expectUsable();
  });

  test('has a certificate that says what was awarded, on the screen and to the public', async () => {
    await learner.open('/certificates');
    await learner.page
      .getByRole('main')
      .getByRole('link', { name: /Direct Oral Anticoagulants/ })
      .first()
      .click();
    await learner.page.getByRole('button', { name: 'Print certificate' }).waitFor();
    expect(await learner.page.getByRole('main').innerText()).toContain('1.5 ANCC contact hours');
    await expectUsable();
    const { pathname } = new URL(learner.page.url());
    await learner.open(`/v/${pathname.split('/').at(-1)}`);
    await learner.heading('This certificate is valid').waitFor();
    expect(await learner.page.getByRole('main').innerText()).toContain('Ngozi Adébáyọ̀, RN');
    await expectUsable();
  });

  test('lets anybody compare a PDF with it: the file that was issued, and no other', async () => {
    const { page } = learner;
    const certificateId = new URL(page.url()).pathname.split('/').at(-1);
    const issued = await (await context.request.get(`${system.site}/api/certificates/${certificateId}/pdf`)).body();
    const altered = Buffer.from(issued);
    altered[altered.length >> 1] = (altered[altered.length >> 1] ?? 0) ^ 1;
    const appended = Buffer.concat([issued, Buffer.from('\n%%EOF')]);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.method()));

    await page.getByRole('link', { name: 'Check a PDF that you were given' }).click();
    const box = page.getByLabel('Choose the PDF, or drop it here');
    for (const [name, bytes, verdict] of [
      ['issued.pdf', issued, 'Genuine'],
      ['altered.pdf', altered, 'Not the certificate'],
      ['appended.pdf', appended, 'Not the certificate'],
    ] as const) {
      await box.setInputFiles({ name, mimeType: 'application/pdf', buffer: bytes });
      await page.getByRole('heading', { name: verdict }).waitFor();
      expect(await page.getByRole('status').innerText()).toContain(name);
    }
    await expectUsable();
    expect(sent.filter((method) => method !== 'GET')).toEqual([]);
  });

  test('is asked to sign in at a deep link, and lands exactly there', async () => {
    await context.clearCookies();
    await learner.open('/history');
    await learner.page.waitForURL(/\/sign-in/);
    await learner.signIn();
    await learner.heading('Course history').waitFor();
  });
});
