import { beforeEach, describe, expect, it } from 'vitest';
import { outsideOf } from '../../external/outside-of-service.ts';
import { judge } from '../../external/verifiers.ts';
import { createBrowser } from '../../support/browser.ts';
import { createCertified } from '../../support/certified.ts';
import type { Learner } from '../../support/learner.ts';
import '../../support/refusals.ts';
import type { Service } from '../../support/service.ts';

const MINUTE = 60_000;

let service: Service;
let learner: Learner;
let certificateId: string;

beforeEach(async () => {
  ({ service, learner, certificateId } = await createCertified());
});

const offered = async (): Promise<string> =>
  (await learner.ask('offerToWallet', { params: { certificateId } })).body.url;

/** Asks by the address alone, without the learner's session, as a wallet or another browser does. */
const asker = () => createBrowser(service);
const tokenOf = (url: string): string => /\/credentials\/offers\/([\w-]{43})/.exec(url)?.[1] ?? '';

/** A wallet that follows an interaction URL as VCALM says: fetches the protocols, posts `{}`, keeps what it is given. */
async function walletTakes(url: string) {
  expect(new URL(url).searchParams.get('iuv')).toBe('1');
  const { ask } = asker();
  const told = await ask('getWalletOffer', {
    params: { offerToken: tokenOf(url) },
    headers: { accept: 'application/json' },
  });
  if (told.status !== 200) return { status: told.status, credentials: [] };
  const { vcapi } = JSON.parse(told.text).protocols;
  expect(vcapi).toBe(`${url.split('?')[0]}/exchange`);
  const given = await ask('giveToWallet', { params: { offerToken: tokenOf(vcapi) }, body: {} });
  const credentials = given.status === 200 ? given.body.verifiablePresentation.verifiableCredential : [];
  return { status: given.status, credentials };
}

describe('adding a credential to a wallet', () => {
  it('gives a wallet that follows the link a credential that holds before two verifiers', async () => {
    const { credentials } = await walletTakes(await offered());
    expect(credentials).toHaveLength(1);
    expect(await judge(JSON.stringify(credentials[0]), outsideOf(service))).toMatchObject({ flaws: {} });
  });

  it('gives it again when the answer was lost, until the offer expires', async () => {
    const url = await offered();
    expect((await walletTakes(url)).status).toBe(200);
    service.pass(14 * MINUTE);
    expect((await walletTakes(url)).status).toBe(200);
    service.pass(1 * MINUTE);
    expect((await walletTakes(url)).status).toBe(404);
    const late = await asker().ask('giveToWallet', { params: { offerToken: tokenOf(url) }, body: {} });
    expect(late).toBeRefusedFor('not-found');
  });

  it('shows a person what to do: a link that opens the wallet, a code to scan, and no script', async () => {
    const url = await offered();
    const page = await asker().ask('getWalletOffer', { params: { offerToken: tokenOf(url) } });
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.text).toContain(`href="interaction:${url}"`);
    expect(page.text).toContain('QR code');
    expect(page.text).not.toMatch(/<script|Nguyễn|example\.org"/);
  });

  it('says the same of an offer that expired and of one that never was', async () => {
    const url = await offered();
    service.pass(20 * MINUTE);
    const expired = await asker().ask('getWalletOffer', { params: { offerToken: tokenOf(url) } });
    const never = await asker().ask('getWalletOffer', { params: { offerToken: 'x'.repeat(43) } });
    expect([expired.status, expired.text]).toEqual([404, never.text]);
  });

  it('gives nothing of a certificate that was suspended meanwhile, and offers none', async () => {
    const url = await offered();
    await service.proposeChange({ certificateId, kind: 'suspend', reason: 'A question', by: 'Asha' });
    expect((await walletTakes(url)).status).toBe(409);
    const again = await learner.ask('offerToWallet', { params: { certificateId } });
    expect(again).toBeRefusedFor('certificate-suspended');
  });

  it('keeps no token: whoever reads the table cannot take a credential', async () => {
    const token = tokenOf(await offered());
    expect(JSON.stringify(service.table.rows().filter(({ kind }) => kind === 'walletOffer'))).not.toContain(token);
    expect(JSON.stringify(service.logged)).not.toContain(token);
  });

  it('is offered some thirty times an hour, no more', async () => {
    for (let made = 0; made < 30; made++) await offered();
    const refused = await learner.ask('offerToWallet', { params: { certificateId } });
    expect(refused.status).toBe(429);
  });
});
