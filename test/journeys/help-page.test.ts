import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleAnswers } from '../../infra/cli/samples.ts';
import { attemptOf } from './support/attempt-of.ts';
import { openBrowser, type Windows } from './support/chromium.ts';
import { awaitMail, mailTo } from './support/mailbox.ts';
import { printedPages } from './support/one-page.ts';
import { PageLearner, rightTexts } from './support/page-learner.ts';
import { type RunningSystem, startRunningSystem } from './support/running-system.ts';

/**
 * The learners' help page, sentence by sentence: each test is named after one sentence and shows, on a phone's screen and
 * on the system as `npm start` starts it, that the sentence is true. The tests are one journey and run in its order.
 */
let system: RunningSystem;
let browser: Windows;
let context: BrowserContext;
let learner: PageLearner;

const live = 'acute-agitation';
const person = {
  email: 'amelie.nguyen@example.org',
  givenName: 'Amélie',
  familyName: 'Nguyễn',
  profession: /^physician \(|^physician$/i,
  credentials: 'MD',
};

beforeAll(async () => {
  // One after the other: where one cannot start, the other is stopped below.
  browser = await openBrowser();
  system = await startRunningSystem();
  context = await browser.newContext({ viewport: { width: 390, height: 844 }, acceptDownloads: true });
  learner = new PageLearner(await context.newPage(), person, system);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await system?.remove();
});

const section = (name: string) => learner.page.getByRole('region', { name });
const certificateOf = (title: RegExp) => learner.page.getByRole('main').getByRole('link', { name: title }).first();

describe('How to Earn CME Credit and Download Your Certificate', () => {
  test('Follow these steps to complete your activity, claim credit, and access your certificate', async () => {
    await learner.open('/help');
    for (const step of [/Post-Test/, /Course Evaluation/, /Claim credit/i, /Print certificate/])
      await learner.page.getByText(step).first().waitFor();
  });
});

describe('Before You Begin', () => {
  test('learners must complete the required participation verification and any required post-test and evaluation steps', async () => {
    await learner.open(`/a/${live}`);
    await learner.heading(/Acute Agitation/).waitFor();
    const tasks = await learner.page.getByRole('main').innerText();
    const order = ['Post-Test', 'Course Evaluation', 'Claim credit', 'Certificate'].map((task) => tasks.indexOf(task));
    expect(order.every((place) => place >= 0)).toBe(true);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });
});

describe('Verify Your Participation', () => {
  test('Navigate to the Post-Test section of the course', async () => {
    await section('Post-Test').waitFor();
    expect(await section('Post-Test').getByRole('heading', { name: 'Post-Test' }).isVisible()).toBe(true);
  });

  test('For live activities, your participation verification may appear as the available post-test option', async () => {
    const options = await section('Post-Test').getByRole('combobox').locator('option').allTextContents();
    expect(options.some((text) => /participation verification/i.test(text))).toBe(true);
    expect(options.some((text) => /post-test/i.test(text))).toBe(true);
  });

  test('Select the appropriate option from the dropdown menu', async () => {
    await learner.selectOption(/participation verification/i);
    expect(await section('Post-Test').getByRole('combobox').inputValue()).toBe('participation-verification');
  });

  test('Click Start Attempt', async () => {
    await learner.page.getByRole('button', { name: 'Start Attempt' }).click();
    await learner.page.waitForURL(/\/sign-in/);
    await learner.signIn();
    await learner.page.waitForURL(/\/profile/);
    await learner.completeProfile();
    await learner.heading(/Acute Agitation/).waitFor();
    await learner.startAttempt(/participation verification/i);
    await learner.page
      .getByText(/question 1 of/i)
      .first()
      .waitFor();
  });

  test('Complete the verification or post-test as prompted', async () => {
    const { questions } = await attemptOf(learner.page);
    const answers = (await sampleAnswers())[live]?.['participation-verification'] ?? {};
    await learner.answerAll(rightTexts(questions, answers));
    await learner.page.getByRole('button', { name: 'Submit final answer' }).waitFor();
  });
});

describe('Complete the Post-Test or Participation Verification', () => {
  test('Complete all required questions and submit your final answer', async () => {
    await learner.submitFinalAnswer();
    await learner.page
      .getByText(/passed/i)
      .first()
      .waitFor();
  });

  test('If a passing score is required, be sure you meet the minimum threshold shown in the course', async () => {
    expect(await learner.page.getByRole('main').innerText()).toMatch(/100\s?%/);
    await learner.open('/a/home-blood-pressure');
    await section('Post-Test').waitFor();
    expect(await section('Post-Test').innerText()).toMatch(/70\s?%/);
  });
});

describe('Complete the Course Evaluation', () => {
  test('Once your participation verification has been processed, the Course Evaluation will unlock', async () => {
    await learner.open('/a/home-blood-pressure');
    await learner.heading(/Home Blood Pressure/).waitFor();
    expect(await learner.page.getByRole('link', { name: /Course Evaluation/ }).count()).toBe(0);
    await learner.open(`/a/${live}`);
    await learner.page.getByRole('link', { name: 'Course Evaluation', exact: true }).click();
    await learner.heading(/Course Evaluation/).waitFor();
  });

  test('Your responses support CME outcomes and compliance reporting', async () => {
    expect(await learner.page.getByText(/outcomes and compliance reporting/i).isVisible()).toBe(true);
  });

  test('The evaluation is required before credit can be awarded', async () => {
    await learner.open(`/a/${live}/claim`);
    await learner.page
      .getByText(/evaluation is required before credit can be awarded/i)
      .first()
      .waitFor();
  });

  test('Complete the evaluation in full to finish the activity requirements', async () => {
    await learner.open(`/a/${live}/evaluation`);
    await learner.heading(/Course Evaluation/).waitFor();
    await learner.page.getByRole('button', { name: /submit/i }).click();
    await learner.page.getByText('There is a problem').waitFor();
    await learner.completeEvaluation();
    await learner.heading(/claim/i).waitFor();
  });
});

describe('Important Notes, on claiming', () => {
  test('CME credit is awarded only after all required steps have been completed', async () => {
    await learner.open('/wallet');
    await learner.heading('Learner dashboard').waitFor();
    const wallet = await learner.page.evaluate(async () => (await fetch('/api/wallet')).json());
    expect(wallet.credits).toEqual([]);
  });

  test('Physicians should claim only the credit commensurate with the extent of their participation in the activity', async () => {
    await learner.open(`/a/${live}/claim`);
    await learner.heading(/claim/i).waitFor();
    const words =
      'Physicians should claim only the credit commensurate with the extent of their participation in the activity.';
    await learner.page.getByText(words).waitFor();
    await learner.page.getByRole('button', { name: /^claim [\d.]+ credit/i }).click();
    await learner.page
      .getByText(/e-mail/i)
      .first()
      .waitFor();
    await learner.page
      .getByRole('link', { name: /certificate/i })
      .first()
      .waitFor();
  });
});

describe('Watch for Your Credit Award Email', () => {
  test('you will receive an email confirming that your credit has been awarded', async () => {
    const mail = await awaitMail(system.mail, person.email, /credit has been awarded/i);
    expect(mail.body.text).toContain('AMA PRA Category 1 Credit™');
  });

  const linkIn = async (path: RegExp): Promise<string> => {
    const mail = await awaitMail(system.mail, person.email, /credit has been awarded/i);
    const links = mail.body.text?.match(/https?:\/\/\S+/g) ?? [];
    return links.find((link) => path.test(new URL(link).pathname)) ?? `no link to ${path} in ${links.join(' ')}`;
  };

  test('Open the email notification', async () => {
    const { body } = await awaitMail(system.mail, person.email, /credit has been awarded/i);
    const opened = await context.newPage();
    await opened.setContent(body.html ?? '');
    expect(await opened.getByRole('link').count()).toBeGreaterThanOrEqual(3);
    expect(await opened.locator('body').innerText()).toContain('Amélie Nguyễn, MD');
    await opened.close();
  });

  test('Use the link to access your learner dashboard', async () => {
    await learner.page.goto(await linkIn(/^\/wallet$/));
    await learner.heading('Learner dashboard').waitFor();
  });

  test('You may also use the course link to return to the activity', async () => {
    await learner.page.goto(await linkIn(/^\/a\//));
    await learner.heading(/Acute Agitation/).waitFor();
  });
});

describe('Access Your Certificate', () => {
  test('sign in to your learner account', async () => {
    await context.clearCookies();
    await learner.open('/wallet');
    await learner.page.waitForURL(/\/sign-in/);
    await learner.signIn();
    await learner.heading('Learner dashboard').waitFor();
  });

  test('Once logged in, locate your completed course and open your certificate record', async () => {
    await learner.page.getByRole('link', { name: 'Course history' }).first().click();
    await learner.heading('Course history').waitFor();
    await learner.page.getByRole('main').locator('a[href^="/c/"]').first().click();
    await learner.page.getByRole('button', { name: 'Print certificate' }).waitFor();
  });

  test('Go to your course history or certificate area', async () => {
    await learner.page.getByRole('link', { name: 'Certificates' }).first().click();
    await learner.heading('Certificates').waitFor();
  });

  test('Find the completed activity', async () => {
    await certificateOf(/Acute Agitation/).waitFor();
  });

  test('Open the certificate details page', async () => {
    await certificateOf(/Acute Agitation/).click();
    await learner.page.waitForURL(/\/c\/[a-z0-9]{26}$/);
    await learner.page.getByRole('button', { name: 'Print certificate' }).waitFor();
    expect(await learner.page.getByRole('main').innerText()).toContain('Amélie Nguyễn, MD');
  });
});

describe('Print or Save Your Certificate', () => {
  test('From the certificate page, select the available print option to print your certificate or save it as a PDF for your records', async () => {
    expect(await learner.page.getByRole('button', { name: 'Print certificate' }).isEnabled()).toBe(true);
    expect(await learner.page.getByRole('link', { name: /download pdf/i }).getAttribute('href')).toMatch(/\/pdf$/);
  });

  test('Click Print certificate', async () => {
    await learner.page.evaluate(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
    });
    await learner.page.getByRole('button', { name: 'Print certificate' }).click();
    expect(await learner.page.locator('html').getAttribute('data-printed')).toBe('yes');
  });

  test.each([
    ['Letter', true],
    ['Letter', false],
    ['A4', true],
    ['A4', false],
  ] as const)(
    'Use your browser’s print settings to print or save as PDF: one page on %s, landscape %s',
    async (format, landscape) => {
      expect(await printedPages(learner.page, format, landscape)).toBe(1);
    },
  );

  test('Keep a copy for licensing, credentialing, and audit records', async () => {
    const download = learner.page.waitForEvent('download');
    await learner.page.getByRole('link', { name: /download pdf/i }).click();
    expect((await download).suggestedFilename()).toMatch(/^Certificate CW-\d{4}-\w+\.pdf$/);
  });
});

describe('Important Notes, on grading', () => {
  test('After submitting the final post-test question, allow up to 30 seconds for grading and for the evaluation to appear', async () => {
    await learner.open('/a/home-blood-pressure');
    await learner.startAttempt(/post-test/i);
    await learner.page
      .getByText(/question 1 of/i)
      .first()
      .waitFor();
    const { questions } = await attemptOf(learner.page);
    const answers = (await sampleAnswers())['home-blood-pressure']?.['post-test'] ?? {};
    await learner.answerAll(rightTexts(questions, answers));
    await learner.submitFinalAnswer();
    await learner.page
      .getByRole('link', { name: /Course Evaluation/ })
      .first()
      .waitFor();
  });

  test('For live activities, participation verification may appear as the post-test option', async () => {
    const activity = await learner.page.evaluate(async () => (await fetch('/api/activities/acute-agitation')).json());
    const kinds = activity.assessments.map(({ kind }: { readonly kind: string }) => kind);
    expect(kinds.toSorted()).toEqual(['participation-verification', 'post-test']);
  });
});

describe('Benefits of CE Credit Wallet', () => {
  test('Once complete, your certificate will be available in your learner account', async () => {
    await learner.open('/wallet');
    await learner.heading('Learner dashboard').waitFor();
    await learner.page.getByRole('main').locator('a[href^="/c/"]').first().waitFor();
  });

  test('Keep your CME certificates organized in one secure learner account', async () => {
    await learner.open('/certificates');
    await learner.page
      .getByRole('main')
      .getByRole('link', { name: /Acute Agitation/ })
      .first()
      .waitFor();
    const stranger = await browser.newContext();
    const answer = await stranger.request.get(`${system.site}/api/wallet`);
    expect(answer.status()).toBe(401);
    await stranger.close();
  });

  test('Maintain a clear record of continuing education credits across activities', async () => {
    await learner.open('/wallet');
    await learner.heading('Learner dashboard').waitFor();
    const words = await learner.page.getByRole('main').innerText();
    expect(words).toContain('AMA PRA Category 1');
    expect(words).toContain(String(new Date().getUTCFullYear()));
  });

  test('Return to your account whenever you need to print or save your certificate', async () => {
    await context.clearCookies();
    await learner.open('/certificates');
    await learner.signIn();
    await learner.page
      .getByRole('main')
      .getByRole('link', { name: /Acute Agitation/ })
      .first()
      .click();
    await learner.page.getByRole('button', { name: 'Print certificate' }).waitFor();
  });

  test('Use your records for credentialing, licensing, and audit preparation', async () => {
    const verification = await learner.page.getByRole('link', { name: /verif/i }).first().getAttribute('href');
    const board = await (await browser.newContext()).newPage();
    await board.goto(new URL(verification ?? '', system.site).href);
    const words = await board.getByRole('main').innerText();
    expect(words).toContain('This certificate is valid');
    expect(words).toContain('Amélie Nguyễn, MD');
    await board.context().close();
    expect(await mailTo(system.mail, person.email)).not.toHaveLength(0);
  });
});
