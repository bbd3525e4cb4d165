import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../infra/cli/run.ts';
import { credentialIn, outsideOnline } from '../external/outside-online.ts';
import { judge } from '../external/verifiers.ts';
import { barriers, sidewaysScroll } from './support/accessibility.ts';
import { openBrowser, type Windows } from './support/chromium.ts';
import { HttpLearner } from './support/http-learner.ts';
import { PageLearner } from './support/page-learner.ts';
import { type RunningSystem, startRunningSystem } from './support/running-system.ts';
import { pressOn, walletOf } from './support/whole-journey.ts';

const email = 'amelie@example.org';

let system: RunningSystem;
let browser: Windows;
let page: Page;
let program: HttpLearner;
let certificateId: string;
let issuer: string;

beforeAll(async () => {
  [system, browser] = await Promise.all([startRunningSystem(), openBrowser()]);
  issuer = `did:web:localhost%3A${new URL(system.site).port}`;
  program = new HttpLearner(system, email);
  await program.signIn({ givenName: 'Amélie', familyName: 'Nguyễn', profession: 'physician' });
  await pressOn(program, Date.now() + 60_000);
  certificateId = (await walletOf(program)).credits[0]?.certificateId ?? '';
  page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  const learner = new PageLearner(
    page,
    { email, givenName: '', familyName: '', profession: /physician/i, credentials: '' },
    system,
  );
  await learner.open('/sign-in');
  await learner.signIn();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await system?.remove();
});

const holds = { accepted: ['Digital Bazaar', 'by hand'], flaws: {} };
const judged = (credential: string) => judge(credential, outsideOnline(issuer));

async function downloaded(format: string): Promise<string> {
  const { body } = await program.call('GET', `/api/certificates/${certificateId}/credentials/${format}`);
  return credentialIn(String(body.text));
}

const staff = async (...args: readonly string[]): Promise<void> => {
  const quiet = () => undefined;
  const asked = [...args, certificateId, '--reason', 'A question', '--by', 'Asha Menon', '--data', system.dataDir];
  expect(await run(asked, { print: quiet, complain: quiet })).toBe(0);
};

describe('the credential of an award, on the running system', { timeout: 120_000 }, () => {
  test('holds in every form before two verifiers that find keys and lists at the site alone', async () => {
    for (const format of ['jsonld', 'jwt', 'svg'])
      expect(await judged(await downloaded(format)), format).toEqual(holds);
  });

  test('is refused while it is suspended, and holds again when it is restored', async () => {
    const credential = await downloaded('jsonld');
    await staff('suspend');
    expect((await judged(credential)).accepted).toEqual([]);
    await staff('restore');
    expect(await judged(credential)).toEqual(holds);
  });

  test('gets into a wallet that follows the link of the certificate’s page', async () => {
    await page.goto(`${system.site}/c/${certificateId}`);
    await page.getByRole('button', { name: 'Add to a wallet' }).click();
    await page.getByRole('heading', { name: 'Add your credential to a wallet' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    const link = await page.getByRole('link', { name: 'Open in the wallet on this device' }).getAttribute('href');

    // What a wallet does with it (VCALM v1.0), with none of the learner's cookies.
    const url = link?.replace(/^interaction:/, '') ?? '';
    const told = await fetch(url, { headers: { accept: 'application/json' } });
    const { protocols } = (await told.json()) as { readonly protocols: { readonly vcapi: string } };
    const json = { 'content-type': 'application/json' };
    const given = await fetch(protocols.vcapi, { method: 'POST', headers: json, body: '{}' });
    const { verifiablePresentation } = (await given.json()) as {
      readonly verifiablePresentation: { readonly verifiableCredential: readonly unknown[] };
    };
    expect(await judged(JSON.stringify(verifiablePresentation.verifiableCredential[0]))).toEqual(holds);
  });
});
