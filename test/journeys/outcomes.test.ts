import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleAnswers } from '../../infra/cli/samples.ts';
import { expectUsable } from './support/accessibility.ts';
import { openBrowser, type Windows } from './support/chromium.ts';
import { HttpLearner } from './support/http-learner.ts';
import { PageStaff } from './support/page-staff.ts';
import { type RunningSystem, startRunningSystem } from './support/running-system.ts';

const activityId = 'home-blood-pressure';
const profile = { givenName: 'Ada', familyName: 'Lindqvist', profession: 'physician', credentials: 'MD' };
interface Asked {
  readonly questionId: string;
  readonly kind: string;
  readonly options?: readonly { readonly optionId: string }[];
}

/** One learner passes the post-test, with so many answers wrong, and says what they think. */
async function takePart(system: RunningSystem, number: number): Promise<void> {
  const learner = new HttpLearner(system, `learner-${number}@example.org`);
  await learner.signIn(profile);
  const right = (await sampleAnswers())[activityId]?.['post-test'] ?? {};
  const attempts = `/api/activities/${activityId}/attempts`;
  const { body: attempt } = await learner.call('POST', attempts, { assessmentId: 'post-test' });
  const asked = attempt.questions as unknown as readonly Asked[];
  const answers = asked.map(({ questionId, options = [] }, index) => {
    const wrong = options.find(({ optionId }) => !right[questionId]?.includes(optionId))?.optionId;
    return [questionId, index < number % 3 ? [wrong] : right[questionId]];
  });
  const { attemptId } = attempt as unknown as { readonly attemptId: string };
  const submitted = await learner.call('POST', `/api/attempts/${attemptId}/submission`, {
    answers: Object.fromEntries(answers),
  });
  expect(submitted.body.status).toBe('passed');
  const { body } = await learner.call('GET', `/api/activities/${activityId}/evaluation`);
  const said = (body.questions as unknown as readonly Asked[]).map(({ questionId, kind, options = [] }) => [
    questionId,
    kind === 'text' ? `Check the cuff, ${number}` : [options.at(questionId.endsWith('before') ? 0 : -1)?.optionId],
  ]);
  await learner.call('POST', `/api/activities/${activityId}/evaluation`, { answers: Object.fromEntries(said) });
}

const dataDir = mkdtempSync(join(tmpdir(), 'credit-wallet-outcomes-'));
let system: RunningSystem;
let browser: Windows;
let owner: PageStaff;

beforeAll(async () => {
  [system, browser] = await Promise.all([startRunningSystem({ dataDir }), openBrowser()]);
  for (const number of [1, 2, 3, 4, 5, 6]) await takePart(system, number);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await system?.remove();
});

describe('what an activity achieved', () => {
  test('is told to nobody on the day itself', async () => {
    owner = await PageStaff.atDesk(browser, system);
    await owner.signInTo(`/admin/outcomes/${activityId}`);
    await owner.page.getByText('Fewer than five learners took this yet, or their days are not over.').waitFor();
    await expectUsable(owner);
  });

  test('is told when the day is over: who passed, how questions did, what changed', async () => {
    await system.end('SIGINT');
    system = await startRunningSystem({ dataDir, port: Number(new URL(system.site).port), twoDaysLater: true });
    const { page } = owner;
    await owner.signInTo('/admin/outcomes');
    await page.getByRole('link', { name: /^Home Blood Pressure/ }).click();
    const postTest = page.getByRole('region', { name: 'Post-Test' });
    await postTest.getByText('Passed at the first attempt').waitFor();
    expect(await postTest.locator('.key-figure').allInnerTexts()).toEqual(
      expect.arrayContaining(['6', '100 %', '90 %']),
    );
    await page.getByRole('region', { name: 'Change' }).getByText('+4.00').waitFor();
    await page.locator('summary').first().click();
    await expectUsable(owner);
  });

  test('is searched in what learners wrote, and leads back', async () => {
    const { page } = owner;
    await page.getByRole('region', { name: 'Course Evaluation' }).getByRole('link').first().click();
    await page.getByText('6 answers').waitFor();
    await page.getByLabel('Contains').fill('cuff, 3');
    await page.getByText('1 of 6 answers contain “cuff, 3”').waitFor();
    await expectUsable(owner);
    await page.getByRole('link', { name: 'Outcomes of the activity' }).click();
    await page.getByRole('region', { name: 'Post-Test' }).waitFor();
  });

  test('is taken along as a file', async () => {
    const { page } = owner;
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export questions as CSV' }).click();
    expect((await download).suggestedFilename()).toBe(`${activityId}-questions.csv`);
  });
});
