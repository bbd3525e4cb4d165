import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../infra/cli/run.ts';
import { barriers, focusedWords, sidewaysScroll } from './support/accessibility.ts';
import { openBrowser, type Windows } from './support/chromium.ts';
import { HttpLearner } from './support/http-learner.ts';
import { awaitMail } from './support/mailbox.ts';
import { printedAs } from './support/one-page.ts';
import { PageLearner } from './support/page-learner.ts';
import { type RunningSystem, startRunningSystem } from './support/running-system.ts';
import { sweep } from './support/sweep.ts';
import { pressOn, walletOf } from './support/whole-journey.ts';

const phone = { width: 390, height: 844 };
const email = 'amelie@example.org';

let system: RunningSystem;
let browser: Windows;
let context: BrowserContext;
let learner: PageLearner;
/** The certificate that stands at the moment. */
let certificateId: string;
/** The one that it was corrected from. */
let replaced: string;

beforeAll(async () => {
  [system, browser] = await Promise.all([startRunningSystem(), openBrowser()]);
  const program = new HttpLearner(system, email);
  await program.signIn({ givenName: 'Amélie', familyName: 'Nguyen-Rot', profession: 'physician' });
  await pressOn(program, Date.now() + 60_000);
  certificateId = (await walletOf(program)).credits[0]?.certificateId ?? '';
  context = await browser.newContext({ viewport: phone });
  const person = { email, givenName: '', familyName: '', profession: /physician/i, credentials: '' };
  learner = new PageLearner(await context.newPage(), person, system);
  await learner.open('/sign-in');
  await learner.signIn();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await system?.remove();
});

/** What staff type, and what they are told. */
async function wallet(...args: readonly string[]): Promise<string> {
  const told: string[] = [];
  const say = (line: string): unknown => told.push(line);
  const code = await run([...args, '--data', system.dataDir], { print: say, complain: say });
  if (code !== 0) throw new Error(told.join('\n'));
  return told.join('\n');
}

/** Asks for a change as one person, and has another approve it. */
async function decided(...asked: readonly string[]): Promise<string> {
  const waits = await wallet(...asked, '--by', 'Asha Menon');
  const change = /wallet approve (\S+)/.exec(waits)?.[1] ?? '';
  return wallet('approve', change, '--by', 'Benno Adler');
}

async function expectUsable(): Promise<void> {
  expect(await barriers(learner.page)).toEqual([]);
  expect(await sidewaysScroll(learner.page)).toBe(0);
}

describe('a transcript', () => {
  test('is narrowed down to days by what stands in the address, and says when there is nothing in them', async () => {
    const { page } = learner;
    await learner.open('/wallet');
    await page.getByRole('link', { name: 'Transcript' }).click();
    await learner.heading('Transcript').waitFor();
    await page.getByRole('heading', { name: 'Credits by type and year' }).waitFor();
    await expectUsable();
    await page.getByLabel('First day').fill('2031-01-01');
    await page.getByText('No credit in this range.').waitFor();
    expect(page.url()).toContain('from=2031-01-01');
    await page.getByRole('link', { name: 'Show all credit' }).click();
    await page.getByRole('link', { name: /Acute Agitation/ }).waitFor();
  });

  test('is printed upright, and without what only a screen is good for; a certificate is printed across', async () => {
    const { page } = learner;
    expect(await printedAs(page)).toBe('upright');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Print transcript' }).isVisible()).toBe(false);
    expect(await page.getByRole('link', { name: /Acute Agitation/ }).isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
    await learner.open(`/c/${certificateId}`);
    await page.getByRole('button', { name: 'Print certificate' }).waitFor();
    expect(await printedAs(page)).toBe('across');
    await learner.open('/transcript');
    await page.getByRole('button', { name: 'Make a link' }).waitFor();
  });

  test('is shared by a link that anybody opens without sign-in, until the learner withdraws it', async () => {
    const { page } = learner;
    await page.getByRole('button', { name: 'Make a link' }).click();
    await page.getByText('Your link is ready').waitFor();
    await expectUsable();
    const link = (await page.locator('.notice-good a').getAttribute('href')) ?? '';
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Copied', { exact: true }).waitFor();
    expect(await copied()).toBe(link);
    const stranger = await browser.newContext({ viewport: phone });
    const theirs = await stranger.newPage();
    await theirs.goto(link);
    expect(await theirs.locator('main').innerText()).toMatch(/Shared by its holder on .+[\s\S]+Amélie Nguyen-Rot/);
    expect(await barriers(theirs)).toEqual([]);
    expect(await sidewaysScroll(theirs)).toBe(0);
    const pdf = await theirs.getByRole('link', { name: 'Download PDF' }).getAttribute('href');
    const file = await stranger.request.get(`${system.site}${pdf}`);
    expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf']);
    const text = (await file.body()).toString('latin1');
    expect(text).toMatch(/^%PDF-1\.4/);
    expect(text).toContain('/SubFilter/ETSI.CAdES.detached');

    await page.getByRole('button', { name: /^Withdraw/ }).click();
    const asked = page.getByRole('dialog', { name: 'Withdraw this link?' });
    await asked.getByText('Whoever has it can no longer open your transcript.').waitFor();
    await expectUsable();
    await asked.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => focusedWords(page)).toMatch(/^Withdraw the link made/);
    await theirs.reload();
    await theirs.getByText('Amélie Nguyen-Rot', { exact: true }).first().waitFor();
    await page.keyboard.press('Enter');
    await asked.getByRole('button', { name: 'Withdraw the link' }).click();
    await page.getByText('Withdrawn', { exact: true }).waitFor();
    await expect.poll(() => focusedWords(page)).toMatch(/^The link made .+ is withdrawn\.$/);
    await theirs.reload();
    await theirs.getByRole('heading', { name: 'No transcript here' }).waitFor();
    expect((await stranger.request.get(`${system.site}${pdf}`)).status()).toBe(404);
    await stranger.close();
  });
});

describe('the proof of a certificate', () => {
  test('is handed on by a link that is copied, and told aloud where it is not to be had by a press', async () => {
    const { page } = learner;
    await learner.open(`/c/${certificateId}`);
    const said = page.locator('.actions [role=status]');
    await said.waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Copy link to the verification page' }).click();
    await expect.poll(() => said.innerText()).toBe('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      await page.getByRole('link', { name: 'Verification page' }).getAttribute('href'),
    );
    await page.reload();
    await page.evaluate(() => {
      navigator.clipboard.writeText = async () => {
        throw new DOMException('Not allowed', 'NotAllowedError');
      };
    });
    await page.getByRole('button', { name: 'Copy link to the verification page' }).click();
    await expect
      .poll(() => said.innerText())
      .toBe('Your browser did not allow it. Select the address on this page to copy it.');
    await expectUsable();
  });
});

describe('the e-mail of an award', () => {
  test('is sent again when the learner asks, who is told so where the button was', async () => {
    const { page } = learner;
    await learner.open(`/c/${certificateId}`);
    await page.getByRole('button', { name: 'Send the e-mail again' }).click();
    await expect.poll(() => focusedWords(page)).toMatch(/^E-mail (to .+ is on its way|sent to)/);
    await awaitMail(system.mail, email, /^Your credit has been awarded/, 2);
  });
});

describe('the verification page of a certificate', () => {
  test('is turned off by its holder after they read what that means, and is there again when they turn it on', async () => {
    const { page } = learner;
    const stranger = await browser.newContext({ viewport: phone });
    const theirs = await stranger.newPage();
    const found = async (path = `/v/${certificateId}`) => {
      await theirs.goto(system.site + path);
      return theirs.getByRole('heading', { level: 1 }).innerText();
    };
    expect(await found()).toBe('This certificate is valid');
    await learner.open(`/c/${certificateId}`);
    await page.getByText('Anyone with the link or the QR code can check this certificate').waitFor();
    await page.getByRole('button', { name: 'Turn the verification page off' }).click();
    const asked = page.getByRole('dialog', { name: 'Turn the verification page off?' });
    await asked.getByText('a board or an employer cannot check it until you turn the page on again').waitFor();
    await expectUsable();
    await asked.getByRole('button', { name: 'Turn it off' }).click();
    await page.getByText('The verification page is off now.').waitFor();
    await expect.poll(() => focusedWords(page)).toBe('Turn the verification page on');
    expect(await page.getByRole('link', { name: 'Add to LinkedIn' }).count()).toBe(0);
    await expectUsable();
    for (const path of [`/v/${certificateId}`, `/v/${certificateId}/pdf`, '/v/none'])
      expect(await found(path)).toBe('No certificate found');
    await page.getByRole('button', { name: 'Turn the verification page on' }).click();
    await page.getByText('The verification page is on now.').waitFor();
    expect(await found()).toBe('This certificate is valid');
    await stranger.close();
  });
});

describe('a learner with colors of their own', () => {
  test('sees where they are, how far they came, what leads on, and a code that can be read', async () => {
    const { page } = learner;
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    const styleOf = (selector: string, name: 'backgroundColor' | 'borderTopWidth') =>
      page
        .locator(selector)
        .first()
        .evaluate((element, property) => getComputedStyle(element)[property], name);
    await learner.open(`/c/${certificateId}`);
    await page.getByRole('button', { name: 'Print certificate' }).waitFor();
    expect(await styleOf('.sheet-code', 'backgroundColor')).toBe('rgb(255, 255, 255)');
    const place = await styleOf('nav a[aria-current]', 'backgroundColor');
    expect(place).not.toBe(await styleOf('nav a:not([aria-current])', 'backgroundColor'));
    expect(await styleOf('.button-primary', 'backgroundColor')).not.toBe(
      await styleOf('.button-secondary', 'backgroundColor'),
    );
    await learner.open('/a/home-blood-pressure');
    await learner.startAttempt(/Post-Test/);
    await page.getByRole('group').first().waitFor();
    expect(await styleOf('.progress', 'borderTopWidth')).toBe('1px');
    await page.emulateMedia({ forcedColors: null, colorScheme: null });
  });
});

describe('a certificate with a misspelt name', () => {
  test('is corrected by two people; the old one leads to the new one, on the learner’s page and in public', async () => {
    const { page } = learner;
    replaced = certificateId;
    const said = await decided('correct', replaced, '--name', 'Amélie Nguyen-Roth', '--reason', 'Misspelt');
    certificateId = /(\S+) stands in its place/.exec(said)?.[1] ?? '';
    await awaitMail(system.mail, email, /Your certificate was corrected/);

    await learner.open(`/c/${replaced}`);
    await page.getByText('This certificate was replaced').waitFor();
    await expectUsable();
    await page.getByRole('link', { name: 'Open the certificate that replaced it' }).click();
    await page.getByRole('button', { name: 'Print certificate' }).waitFor();
    expect(await page.locator('#main').innerText()).toContain('Amélie Nguyen-Roth');

    await learner.open(`/v/${replaced}`);
    await learner.heading('This certificate was replaced').waitFor();
    await page.getByRole('link', { name: 'See the certificate that replaces it.' }).click();
    await learner.heading('This certificate is valid').waitFor();
  });

  test('has an old PDF that is told from the new one', async () => {
    const { page } = learner;
    const [old, next] = [replaced, certificateId].map(async (id) =>
      (await context.request.get(`${system.site}/api/certificates/${id}/pdf`)).body(),
    );
    await learner.open(`/v/${certificateId}/pdf`);
    const box = page.getByLabel('Choose the PDF, or drop it here');
    for (const [pdf, verdict] of [
      [old, 'An earlier version'],
      [next, 'Genuine'],
    ] as const) {
      const buffer = await pdf;
      await box.setInputFiles({ name: 'given.pdf', mimeType: 'application/pdf', buffer: buffer ?? Buffer.alloc(0) });
      await page.getByRole('heading', { name: verdict }).waitFor();
    }
    await expectUsable();
  });
});

describe('a certificate that should not have been issued', () => {
  test('is suspended by one person, and says so where it is listed', async () => {
    await wallet('suspend', certificateId, '--reason', 'Attendance is unclear', '--by', 'Asha Menon');
    await learner.open('/certificates');
    await learner.page.getByText('Suspended', { exact: true }).waitFor();
    await learner.open(`/c/${certificateId}`);
    await learner.page.getByText(/This certificate is suspended since/).waitFor();
    await expectUsable();
    await sweep(system);
    await awaitMail(system.mail, email, /Your certificate is suspended/);
  });

  test('is revoked by two, for good, and everybody who looks is told', async () => {
    const { page } = learner;
    await decided('revoke', certificateId, '--reason', 'Attendance could not be shown');
    await learner.open('/wallet');
    await page.getByText('Revoked', { exact: true }).waitFor();
    expect(await page.getByText('Credits by type and year').count()).toBe(0);
    await learner.open(`/v/${certificateId}`);
    await learner.heading('This certificate was revoked').waitFor();
    await expectUsable();
    await sweep(system);
    await awaitMail(system.mail, email, /Your certificate was revoked/);
    expect(await wallet('audit')).toContain('agree');
  });
});

describe('an auditor', () => {
  test('is given everything about an activity, and finds by the pack’s own program that all of it holds', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'journey-pack-'));
    try {
      const file = join(folder, 'pack.zip');
      const asked = ['--activity', 'acute-agitation', '--by', 'Asha Menon', '--reason', 'Audit of the activity'];
      expect(await wallet('pack', ...asked, '--out', file)).toContain('certificates: 2');
      for (const [name, bytes] of Object.entries(unzipSync(readFileSync(file)))) {
        mkdirSync(join(folder, dirname(name)), { recursive: true });
        writeFileSync(join(folder, name), bytes);
      }
      const copy = join(folder, 'copy.json');
      writeFileSync(copy, await (await context.request.get(`${system.site}/credentials/heads/latest`)).body());
      const { stdout, stderr } = spawnSync(process.execPath, [join(folder, 'verify.mjs'), copy], { encoding: 'utf8' });
      expect(`${stdout}${stderr}`).toMatch(/^OK learners: 1, .+ PDFs: 2, changes: 3, .+ copies compared: 1$/m);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
