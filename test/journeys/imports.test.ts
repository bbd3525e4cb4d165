import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bankOf200, faultsOf200 } from '../support/bank.ts';
import { expectUsable } from './support/accessibility.ts';
import { openBrowser, type Windows } from './support/chromium.ts';
import { PageStaff } from './support/page-staff.ts';
import { type RunningSystem, startRunningSystem } from './support/running-system.ts';

let system: RunningSystem;
let browser: Windows;
let owner: PageStaff;

beforeAll(async () => {
  [system, browser] = await Promise.all([startRunningSystem(), openBrowser()]);
  owner = await PageStaff.atDesk(browser, system);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await system?.remove();
});

const bank = (text: string) => ({ name: 'hygiene.gift.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });

describe('a bank of 200 questions, five of which cannot be asked', () => {
  test('is checked before anything is written, each bad question with its line, why and what to do', async () => {
    const { page } = owner;
    await owner.signInTo('/admin/questions');
    await owner.heading('Imports and exports').waitFor();
    await page.getByText('Nothing has been imported yet.').waitFor();
    await expectUsable(owner);
    // A draft that somebody writes: a copy of a sample.
    const status = await page.evaluate(async () => {
      const body = JSON.stringify({ activityId: 'hygiene', copyOf: { activityId: 'home-blood-pressure' } });
      const headers = { 'content-type': 'application/json' };
      return (await fetch('/api/admin/activities', { method: 'POST', headers, body })).status;
    });
    expect(status).toBe(201);

    await page.getByRole('link', { name: 'Import a file' }).click();
    await owner.heading('Import a file').waitFor();
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByRole('link', { name: 'Choose a file.' }).waitFor();
    await expectUsable(owner);
    const activities = page.getByLabel('Activity', { exact: true });
    await activities.locator('option[value="hygiene"]').waitFor({ state: 'attached' });
    await activities.selectOption('hygiene');
    await page.getByLabel('Assessment', { exact: true }).locator('option').nth(1).waitFor({ state: 'attached' });
    await page.getByLabel('Assessment', { exact: true }).selectOption({ index: 1 });
    expect(new URL(page.url()).searchParams.get('activity')).toBe('hygiene');
    await page.getByLabel('File', { exact: true }).setInputFiles(bank(bankOf200));
    await page.getByRole('button', { name: 'Check the file' }).click();

    await page.getByText('195 of 200 are good').waitFor();
    for (const [line, , message] of faultsOf200) {
      const row = page
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: String(line), exact: true }) });
      await row.getByText(message).waitFor();
    }
    await expectUsable(owner);
  });

  test('is brought in without them by one decision, and its result file says what became of each row', async () => {
    const { page } = owner;
    await page.getByRole('button', { name: 'Import 195 and leave 5 out' }).click();
    await page.getByText('195 rows added').waitFor();
    await expectUsable(owner);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /Export results/ }).click();
    const lines = readFileSync(await (await download).path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(201);
    expect(lines.filter((line) => line.includes('"left out"'))).toHaveLength(5);
    expect(lines.filter((line) => line.includes('"added"'))).toHaveLength(195);
    await page.getByRole('link', { name: 'Imports and exports' }).first().click();
    await page.getByRole('link', { name: 'hygiene.gift.txt' }).waitFor();
    await expectUsable(owner);
  });

  test('comes out of the draft again, for another system', async () => {
    const { page } = owner;
    await page.getByRole('link', { name: 'Export questions' }).click();
    await owner.heading('Export questions').waitFor();
    await page
      .getByLabel('Activity', { exact: true })
      .locator('option[value="hygiene"]')
      .waitFor({ state: 'attached' });
    await page.getByLabel('Activity', { exact: true }).selectOption('hygiene');
    await page.getByLabel('Assessment', { exact: true }).locator('option').nth(1).waitFor({ state: 'attached' });
    await page.getByLabel('Assessment', { exact: true }).selectOption({ index: 1 });
    await page.getByLabel('Format').selectOption('moodle-xml');
    await expectUsable(owner);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /Export questions as/ }).click();
    const xml = readFileSync(await (await download).path(), 'utf8');
    expect(xml.match(/<question type=/g)).toHaveLength(205);
  });
});
