import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectUsable, focusedWords } from './support/accessibility.ts';
import { openBrowser, type Windows } from './support/chromium.ts';
import { HttpLearner } from './support/http-learner.ts';
import { awaitMail } from './support/mailbox.ts';
import { PageStaff } from './support/page-staff.ts';
import { type RefusingMail, startRefusingMail } from './support/refusing-mail.ts';
import { type RunningSystem, startRunningSystem } from './support/running-system.ts';
import { sweep } from './support/sweep.ts';
import { pressOn } from './support/whole-journey.ts';

const profile = { givenName: 'Ana 🦄', familyName: 'Luz', profession: 'physician' };

let system: RunningSystem;
let browser: Windows;
let owner: PageStaff;
let receiver: Server;
let mailService: RefusingMail;
const received: { readonly headers: Record<string, string>; readonly body: string }[] = [];
let answers = 500;

beforeAll(async () => {
  // The receiver is on this machine, which is asked for in so many words.
  process.env.WEBHOOKS_TO_LOOPBACK = 'yes';
  receiver = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    received.push({ headers, body });
    response.writeHead(answers).end();
  });
  await new Promise<void>((listening) => receiver.listen(0, '127.0.0.1', listening));
  mailService = await startRefusingMail();
  process.env.AWS_ENDPOINT_URL_SES = mailService.endpoint;
  [system, browser] = await Promise.all([startRunningSystem(), openBrowser()]);
  mailService.mailbox = system.mail;
  owner = await PageStaff.atDesk(browser, system);
  await owner.signInTo();
}, 240_000);

afterAll(async () => {
  delete process.env.WEBHOOKS_TO_LOOPBACK;
  delete process.env.AWS_ENDPOINT_URL_SES;
  receiver?.close();
  mailService?.stop();
  await browser?.close();
  await system?.remove();
});

describe('who runs the office', () => {
  let secret = '';
  test('has one of their systems told of credit, and keeps the secret that is shown once', async () => {
    const { page } = owner;
    await owner.open('/admin/integrations');
    await page.getByText('Nobody is told of anything.').waitFor();
    await expectUsable(owner);
    await page.getByRole('link', { name: 'Add a webhook' }).click();
    await owner.heading('Add a webhook').waitFor();
    const { port } = receiver.address() as AddressInfo;
    await page.getByLabel('Address').fill('http://register.example.org/');
    await page.getByLabel('Credit was awarded').check();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('Messages are sent over HTTPS alone.').first().waitFor();
    await expectUsable(owner);
    await page.getByLabel('Address').fill(`http://127.0.0.1:${port}/credits`);
    await page.getByLabel('What it is for').fill('Register of the hospital');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await owner.heading('The webhook is added').waitFor();
    secret = await page.locator('code').innerText();
    expect(secret).toMatch(/^whsec_/);
    await expectUsable(owner);
    await page.getByRole('link', { name: 'I have copied it' }).click();
    await owner.heading('Register of the hospital').waitFor();
    await page.getByText('No message yet.').waitFor();
  });

  test('sees a certificate that is parked, and has it issued and mailed once its name is mended', async () => {
    const { page } = owner;
    const learner = new HttpLearner(system, 'ana@example.org');
    await learner.signIn(profile);
    await pressOn(learner, Date.now() + 60_000, ['claimed', 'awarded']);
    await owner.open('/admin/operations');
    await owner.heading('System health').waitFor();
    // What no figure of the screen counts is not passed over: where it lies, and which page says what to do.
    await page.getByRole('heading', { name: 'What AWS itself gave up on' }).waitFor();
    await page.getByText('Runbook: docs/runbooks/dead-letters.md').waitFor();
    await expect
      .poll(
        async () => {
          await page.getByRole('button', { name: 'Check again' }).click();
          return page.getByText(/1 grading, award or certificate waits for you/).count();
        },
        { timeout: 60_000, interval: 1_000 },
      )
      .toBe(1);
    await expectUsable(owner);
    await owner.open('/admin/operations/parked');
    await page.getByText(/no certificate font covers: U\+1F984/).waitFor();
    expect(await page.content()).not.toContain('Luz');
    await expectUsable(owner);
    await learner.call('PUT', '/api/me', { ...profile, givenName: 'Ana' });
    await page.getByRole('button', { name: /^Redrive/ }).click();
    await page.getByText('Nothing waits for you.').waitFor();
    // The button that was pressed is gone with its row.
    await expect.poll(() => focusedWords(page)).toBe('Parked work');
    await sweep(system);
    await awaitMail(system.mail, 'ana@example.org', /credit has been awarded/i);
  });

  test('finds the mail, and sends it again', async () => {
    const { page } = owner;
    await owner.open('/admin/operations/mail');
    await page.getByRole('rowheader', { name: /Award of credit/ }).waitFor();
    await expectUsable(owner);
    await page.getByRole('button', { name: /^Send again award-/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Send again' }).click();
    await page.getByText('It waits to be sent').waitFor();
    await sweep(system);
    await awaitMail(system.mail, 'ana@example.org', /credit has been awarded/i, 2);
  });

  test('sees that the register did not take the message, and has it sent again when that is mended', async () => {
    const { page } = owner;
    await sweep(system, 'deliver-webhooks');
    await owner.open('/admin/integrations');
    await page.getByRole('link', { name: /127\.0\.0\.1/ }).click();
    await page.getByText(/^\d+ tr(y|ies)$/).click();
    await page
      .getByText(/Answered 500/)
      .first()
      .waitFor();
    await expectUsable(owner);
    answers = 204;
    await page.getByRole('button', { name: /^Send again/ }).click();
    await page.getByText('It is sent again within a minute or two.').waitFor();
    await sweep(system, 'deliver-webhooks');
    await page.reload();
    await page.getByText('Delivered', { exact: true }).waitFor();
    const { headers, body } = received.at(-1) ?? { headers: {}, body: '' };
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({
      type: 'credit.awarded',
      data: { activityId: 'acute-agitation', credits: [{ creditType: 'ama-pra-category-1', amount: 75 }] },
    });
    expect(new Set(received.map((one) => one.headers['webhook-id'])).size).toBe(1);
    expect(body).not.toContain('Luz');
  });

  test('lets a system read credit by a key that is shown once, and takes the key from it again', async () => {
    const { page } = owner;
    const read = async (key: string, path: string) => {
      const headers = { authorization: `Bearer ${key}` };
      const answer = await fetch(`${system.site}/api/provider/${path}`, { headers });
      return { status: answer.status, challenge: answer.headers.get('www-authenticate'), text: await answer.text() };
    };
    await owner.open('/admin/integrations');
    await page.getByRole('navigation', { name: 'Your own systems' }).getByRole('link', { name: 'API keys' }).click();
    await page.getByText('No system of yours has a key.').waitFor();
    await expectUsable(owner);
    await page.getByRole('link', { name: 'Make a key' }).click();
    await page.getByRole('button', { name: 'Make the key' }).click();
    await page.getByText('Say which system it is for.').first().waitFor();
    await expectUsable(owner);
    await page.getByLabel('Which system it is for').fill('Register of the hospital');
    await page.getByLabel('Credits and certificates, without names').check();
    await page.getByLabel('Last day').fill('2099-12-31');
    await page.getByRole('button', { name: 'Make the key' }).click();
    await owner.heading('The key is made').waitFor();
    const key = await page.locator('code.address').innerText();
    await expectUsable(owner);
    await page.getByRole('link', { name: 'I have copied it' }).click();
    await owner.heading('API keys').waitFor();

    const credits = await read(key, 'credits');
    expect(JSON.parse(credits.text)).toMatchObject({
      credits: [{ activityId: 'acute-agitation', standing: 'valid', credits: [{ amount: 75 }] }],
    });
    expect(credits.text).not.toContain('Luz');
    expect(await read(key, 'activities')).toMatchObject({ status: 403 });

    await page.reload();
    await page.getByRole('row', { name: /Register of the hospital/ }).waitFor();
    expect(await page.content()).not.toContain(key);
    await expectUsable(owner);
    await page.getByRole('button', { name: 'Revoke Register of the hospital' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Revoke' }).click();
    await dialog.getByText('Type Register of the hospital to confirm.').first().waitFor();
    await expectUsable(owner);
    await dialog.getByLabel('Type Register of the hospital to confirm').fill('Register of the hospital');
    await dialog.getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('Revoked', { exact: true }).waitFor();
    const refused = await read(key, 'credits');
    expect(refused).toMatchObject({ status: 401, challenge: expect.stringContaining('invalid_token') });
    expect(JSON.parse(refused.text).reasons[0].code).toBe('key-revoked');
  });

  test('reads in the audit log who did all this, and takes it along', async () => {
    const { page } = owner;
    await owner.open('/admin/operations/audit?type=work.redriven');
    await page
      .getByRole('row', { name: /First Owner/ })
      .first()
      .waitFor();
    await expectUsable(owner);
    await page.getByLabel('Who').selectOption({ label: 'The mail service' });
    await page.getByText('Nothing matches these filters.').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).first().click();
    await page.getByRole('row', { name: /Webhook added/ }).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /CSV/ }).click();
    expect((await download).suggestedFilename()).toMatch(/^audit-.*\.csv$/);
  });

  test('sees a mail that the mail service rejected, and redrives it once the account may send', async () => {
    const { page } = owner;
    const learner = new HttpLearner(system, 'bea@example.org');
    await learner.signIn({ ...profile, givenName: 'Bea' });
    mailService.refused.add('bea@example.org');
    await pressOn(learner, Date.now() + 60_000);
    await expect
      .poll(
        async () => {
          await owner.open('/admin/operations/parked?kind=mail');
          await owner.heading('Parked work').waitFor();
          const row = page.getByText(/mail service rejected it/);
          // A list that was read before the mail was given up on does not show it: then it is opened again.
          await row.waitFor({ timeout: 2_000 }).catch(() => undefined);
          return row.count();
        },
        { timeout: 60_000 },
      )
      .toBe(1);
    expect(await page.content()).not.toContain('bea@example.org');
    await expectUsable(owner);
    mailService.refused.clear();
    await page
      .getByRole('button', { name: /^Redrive/ })
      .first()
      .click();
    await page.getByText('Nothing waits for you.').waitFor();
    await sweep(system);
    await awaitMail(system.mail, 'bea@example.org', /credit has been awarded/i);
  });
});
