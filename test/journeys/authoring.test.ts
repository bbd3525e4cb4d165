import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectUsableDayAndNight } from './support/accessibility.ts';
import { openBrowser, type Windows } from './support/chromium.ts';
import { PageLearner } from './support/page-learner.ts';
import { PageStaff } from './support/page-staff.ts';
import { type RunningSystem, startRunningSystem } from './support/running-system.ts';

/** Somebody writes an activity from nothing, publishes it, and a learner earns credit by it. */
let system: RunningSystem;
let browser: Windows;
let author: PageStaff;

const activityId = 'potassium-at-night';
const desk = { width: 1280, height: 900 };

beforeAll(async () => {
  [system, browser] = await Promise.all([startRunningSystem(), openBrowser()]);
  author = await PageStaff.atDesk(browser, system, { viewport: desk });
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await system?.remove();
});

/** Whether everybody can use what is on the screen: at a desk and on a phone, by day and by night. */
const expectUsable = (): Promise<void> => expectUsableDayAndNight(author.page, [{ width: 390, height: 844 }, desk]);

async function goTo(name: string): Promise<void> {
  const pages = author.page.getByRole('navigation', { name: 'Pages of the activity' });
  await pages.getByRole('link', { name: new RegExp(`^${name}`) }).click();
  await author.heading(new RegExp(`^${name}`)).waitFor();
}

const saved = (): Promise<void> => author.page.getByText(/^Saved \d\d:\d\d/).waitFor();
const day = (years = 0): string => {
  const date = new Date();
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString().slice(0, 10);
};

describe('an author at an empty page', () => {
  test('begins an activity, and what is missing leads to the fields where it is mended', async () => {
    const { page } = author;
    await author.signInTo('/admin/activities');
    await author.heading('Activities').waitFor();
    await expectUsable();
    await page.getByRole('link', { name: 'New activity' }).click();
    await page.getByLabel('Title').fill('Potassium at Night');
    await expectUsable();
    await page.getByRole('button', { name: 'Begin the draft' }).click();
    await author.heading('Details').waitFor();
    await goTo('Check and publish');
    await page.getByText(/things keep this from being published/).waitFor();
    await expectUsable();
    await page.getByRole('link', { name: /summary/i }).click();
    await author.heading('Details').waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'summary');
    await expectUsable();
  });

  test('writes its facts, each saved while the next is typed', async () => {
    const { page } = author;
    await page.keyboard.type('Which results need a call before morning.');
    await page.getByLabel('Format', { exact: true }).selectOption({ label: 'Enduring material' });
    await page.getByLabel('Minutes').fill('30');
    await page.getByLabel('Audience').fill('Physicians on night shifts');
    await page.getByLabel('Article').fill('A result of 6.0 mmol/L needs an ECG now.\n\nBelow that, look at the trend.');
    await saved();

    await goTo('Dates');
    await page.getByLabel('Time zone').fill('UTC');
    for (const [label, date] of [
      ['Opens on', day()],
      ['Closes on', day(1)],
      ['Last reviewed on', day()],
    ] as const)
      await page.getByLabel(label).fill(date);
    await expectUsable();

    await goTo('Faculty');
    await page.getByRole('button', { name: 'Add a person' }).click();
    await page.keyboard.type('Ondine Barrasford');
    await page.getByLabel('Credentials').fill('MD');
    await page.getByRole('button', { name: 'Nothing to disclose' }).click();
    await expectUsable();

    await goTo('Objectives');
    for (const objective of ['Choose what to do until then.', 'Recognize the results that need a call.']) {
      await page.getByRole('button', { name: 'Add an objective' }).click();
      await page.keyboard.type(objective);
    }
    await page.keyboard.press('Alt+ArrowUp');
    expect(await page.getByRole('textbox').first().inputValue()).toBe('Recognize the results that need a call.');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('objectives-0');
    await expectUsable();

    await goTo('Credit');
    await page.getByRole('button', { name: 'Add a kind of credit' }).click();
    await page.getByLabel('Kind of credit').selectOption('ama-pra-category-1');
    await page.getByLabel('Maximum').fill('0.5');
    await expectUsable();

    await goTo('Statements');
    await page.getByLabel('Accreditation').selectOption('accme');
    await page.getByRole('button', { name: 'Add a statement' }).click();
    await page.getByLabel('Wording').fill('This activity received no commercial support.');
    await page.getByText(/designates this enduring material for a maximum of 0.5/).waitFor();
    await expectUsable();
  });

  test('loses nothing when the line breaks, the window is closed, and the line is back', async () => {
    const { page } = author;
    await page.context().setOffline(true);
    await page.getByLabel('Joint provider').fill('Harbor Valley Alliance');
    await page.getByText('You are offline. What you typed is kept in this browser').waitFor();
    await page.context().setOffline(false);
    await page.reload();
    await author.heading('Statements').waitFor();
    expect(await page.getByLabel('Joint provider').inputValue()).toBe('Harbor Valley Alliance');
    // By this page, or by the one before while it was being closed.
    await page.getByText(/^(Saved \d\d:\d\d|Every change is saved)/).waitFor();
    await page.getByLabel('Joint provider').fill('');
    await saved();
  });

  test('asks a Post-Test, with its questions in order and its right answers marked', async () => {
    const { page } = author;
    await goTo('Assessments');
    await expectUsable();
    await page.getByRole('button', { name: 'Add a Post-Test' }).click();
    await page.getByRole('button', { name: 'Add a question', exact: true }).click();
    await page.getByRole('heading', { name: 'Question 1 of 1' }).waitFor();
    await page.keyboard.type('A trend matters more than one number below 6.0.');
    await page.getByLabel('Kind', { exact: true }).selectOption({ label: 'True or false' });
    await page.getByLabel('True', { exact: true }).check();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Question 2 of 2' }).waitFor();
    await page.keyboard.type('Which result needs an ECG now?');
    await page.getByLabel('Option 1', { exact: true }).fill('4.9 mmol/L');
    await page.keyboard.press('Enter');
    await page.keyboard.type('6.2 mmol/L');
    await page.getByLabel('Option 2 is right').check();
    await page.getByRole('button', { name: 'Remove Option 3' }).click();
    await page.getByLabel('Rationale').fill('From 6.0 on the heart may be affected.');
    await page.getByRole('button', { name: 'Move up Question 2' }).click();
    await page.getByRole('heading', { name: 'Question 1 of 2' }).waitFor();
    await expectUsable();
    await page.getByRole('link', { name: 'Rules and pools' }).click();
    await page.getByLabel('Shown after submission').selectOption('rationale');
    await expectUsable();
  });

  test('asks an evaluation, in which one question depends on the answer to another', async () => {
    const { page } = author;
    await goTo('Evaluation');
    for (const [number, wording] of [
      [1, 'Was the content free of commercial bias?'],
      [2, 'What was biased?'],
    ] as const) {
      await page.getByRole('button', { name: 'Add a question', exact: true }).click();
      await page.getByRole('heading', { name: `Question ${number} of ${number}` }).waitFor();
      await page.keyboard.type(wording);
      if (number === 1) {
        await page.getByLabel('Kind', { exact: true }).selectOption({ label: 'One of several' });
        await page.getByLabel('Option 1', { exact: true }).fill('Yes');
        await page.getByLabel('Option 2', { exact: true }).fill('No');
      }
    }
    await page.getByLabel('Kind', { exact: true }).selectOption({ label: 'Free text' });
    await page.getByLabel('Asked').selectOption({ index: 1 });
    await page.getByLabel('No', { exact: true }).check();
    await expectUsable();
    await saved();
  });

  test('sees the certificate as it would be issued, and the activity as learners would meet it', async () => {
    const { page } = author;
    await goTo('Certificate');
    await page.getByText('Preview – not a certificate').waitFor();
    await expectUsable();
    await goTo('Preview');
    await page.getByRole('heading', { name: 'Potassium at Night' }).waitFor();
    await expectUsable();
    const tabs = page.getByRole('navigation', { name: 'Preview' });
    await tabs.getByRole('link', { name: 'Post-Test' }).click();
    await page.getByLabel('6.2 mmol/L').check();
    await expectUsable();
    await tabs.getByRole('link', { name: 'Course Evaluation' }).click();
    expect(await page.getByText('What was biased?').count()).toBe(0);
    await page.getByLabel('No', { exact: true }).check();
    await page.getByText('What was biased?').waitFor();
    await expectUsable();
  });
});

describe('two windows on one draft', () => {
  test('join what both changed, and where both changed one field the author chooses', async () => {
    const { page } = author;
    await goTo('Details');
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByLabel('Summary').fill('The summary of the other window.');
    await other.getByLabel('Audience').fill('Everybody on night shifts');
    await other.getByText(/^Saved \d\d:\d\d/).waitFor();
    await other.close();
    await page.getByLabel('Summary').fill('The summary of this window.');
    await page.getByText('You both changed: Summary.').waitFor();
    expect(await page.getByLabel('Summary').inputValue()).toBe('The summary of this window.');
    await page.getByRole('button', { name: 'See both' }).click();
    await page.getByText('The summary of the other window.').waitFor();
    await expectUsable();
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await saved();
    await page.reload();
    await author.heading('Details').waitFor();
    expect(await page.getByLabel('Summary').inputValue()).toBe('The summary of this window.');
    expect(await page.getByLabel('Audience').inputValue()).toBe('Everybody on night shifts');
  });
});

describe('two windows on one provider, which all its activities share', () => {
  test('join what both changed, and where both changed one field nothing is lost before the author chooses', async () => {
    const { page } = author;
    const address = () => page.getByLabel('Address', { exact: true });
    await goTo('Certificate');
    await page.getByLabel('Name', { exact: true }).first().waitFor();
    const other = await page.context().newPage();
    await other.goto(page.url());
    const contact = other.getByLabel('E-mail address for learners’ questions');
    await expect.poll(() => contact.inputValue()).not.toBe('');
    await contact.fill('office@example.org');
    await other.getByLabel('Address', { exact: true }).fill('400 Harbor Row');
    await other.getByRole('button', { name: 'Save the provider' }).click();
    await other.getByRole('status').getByText('The provider is saved.').waitFor();
    await other.close();
    await address().fill('Pier 4');
    await page.getByRole('button', { name: 'Save the provider' }).click();
    await page.getByText('You both changed: Address.').waitFor();
    expect(await address().inputValue()).toBe('Pier 4');
    await page.getByRole('button', { name: 'See both' }).click();
    await page.getByText('400 Harbor Row').waitFor();
    await expectUsable();
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await page.getByRole('status').getByText('The provider is saved.').waitFor();
    await page.reload();
    await expect.poll(() => address().inputValue()).toBe('Pier 4');
    expect(await page.getByLabel('E-mail address for learners’ questions').inputValue()).toBe('office@example.org');
  });
});

describe('what is published', () => {
  test('is on the list of the console and of learners, and stays as it is', async () => {
    const { page } = author;
    await goTo('Check and publish');
    await page.getByText('Everything that the rules ask for is there.').waitFor();
    await page.getByRole('button', { name: 'Publish version 1' }).click();
    await expectUsable();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await author.heading('Versions').waitFor();
    await page.getByRole('link', { name: 'Version 1' }).click();
    await author.heading('Version 1').waitFor();
    await page.getByText('6.2 mmol/L (right)').waitFor();
    await expectUsable();
    await page.goto(`${system.admin}activities?q=potassium&state=open`);
    await page.getByRole('row', { name: /Potassium at Night.*Open/ }).waitFor();
    expect(await page.getByRole('row').count()).toBe(2);
  });

  test('is passed, evaluated and claimed by a learner', async () => {
    const context = await browser.newContext({ viewport: desk });
    const person = { givenName: 'Inés', familyName: 'Okafor', profession: /^physician \(/i, credentials: 'MD' };
    const learner = new PageLearner(await context.newPage(), { ...person, email: 'ines@example.org' }, system);
    const { page } = learner;
    await learner.open(`/sign-in?to=/a/${activityId}`);
    await learner.signIn();
    await page.waitForURL(/\/profile/);
    await learner.completeProfile();
    await learner.heading('Potassium at Night').waitFor();
    await learner.startAttempt(/post-test/i);
    const right = { 'Which result needs an ECG now?': '6.2 mmol/L' } as Readonly<Record<string, string>>;
    await learner.answerAll((question) => [right[question] ?? 'True']);
    await learner.submitFinalAnswer();
    await page
      .getByRole('link', { name: /course evaluation/i })
      .first()
      .click();
    await learner.heading('Course Evaluation').waitFor();
    await page.getByLabel('Yes', { exact: true }).check();
    await page.getByRole('button', { name: 'Submit evaluation' }).click();
    await page.getByRole('button', { name: /^Claim 0\.5/ }).click();
    await page
      .getByText(/Certificate of Credit|certificate/i)
      .first()
      .waitFor();
    await context.close();
  });

  test('is changed by a next version, which says what is otherwise, and can be withdrawn with a reason', async () => {
    const { page } = author;
    await page.getByRole('link', { name: 'Potassium at Night' }).click();
    await author.heading('Details').waitFor();
    await page.getByLabel('Title').fill('Potassium at Night: When to Call');
    await saved();
    await goTo('Check and publish');
    await page.getByRole('heading', { name: 'Changes since version 1' }).waitFor();
    await page.getByText('Potassium at Night: When to Call').last().waitFor();
    await expectUsable();
    await goTo('Versions');
    await page.getByRole('button', { name: 'Withdraw' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('The guideline changed.');
    await expectUsable();
    await dialog.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByText(/Withdrawn: nobody can start it/).waitFor();
    await expectUsable();
  });
});
