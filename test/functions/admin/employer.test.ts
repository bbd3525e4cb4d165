import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { employerAt } from '../../../functions/adapters/openid-employer.ts';
import { createBrowser } from '../../support/browser.ts';
import { startHospital } from '../../support/hospital.ts';
import '../../support/refusals.ts';
import { createService, type Service } from '../../support/service.ts';

const CALLBACK = 'https://credit.example.org/api/admin/employer/callback';
const people = {
  aino: { email: 'Aino@hospital.example', emailVerified: true },
  mallory: { email: 'aino@hospital.example', emailVerified: false },
  stranger: { email: 'stranger@hospital.example', emailVerified: true },
};

let hospital: Awaited<ReturnType<typeof startHospital>>;
let service: Service;
beforeAll(async () => {
  hospital = await startHospital(people, CALLBACK);
}, 30_000);
afterAll(() => hospital.stop());
beforeEach(async () => {
  service = createService();
  service.state.employer = employerAt(hospital);
  await service.changeStaff({ does: 'add', email: 'aino@hospital.example', name: 'Aino Vasquez-Lind', role: 'author' });
});

type Browser = ReturnType<typeof createBrowser>;
const begin = async ({ ask }: Browser): Promise<string> => (await ask('startEmployerSignIn')).headers.location ?? '';
const arrive = async ({ ask }: Browser, at: string) =>
  (await ask('finishEmployerSignIn', { query: Object.fromEntries(new URL(at).searchParams) })).headers.location;
const signInAs = async (login: string, browser = createBrowser(service)) => {
  const at = await hospital.signIn(await begin(browser), login);
  return { browser, at, location: await arrive(browser, at) };
};

describe('a hospital vouches for its staff', () => {
  it('by their address, and the passkey is asked for next', async () => {
    expect((await createBrowser(service).ask('getSignInWays')).body).toEqual({ employer: 'Harbour Hospital' });
    const { browser, location } = await signInAs('aino');
    expect(location).toBe('/admin/');
    const { body } = await browser.ask('getStaffMe');
    expect(body).toMatchObject({ name: 'Aino Vasquez-Lind', role: 'author', verified: false });
    expect(await browser.ask('listStaff')).toBeRefusedFor('passkey-needed');
  });

  it('but makes nobody staff', async () => {
    const { browser, location } = await signInAs('stranger');
    expect(location).toBe('/admin/sign-in?problem=employer-not-staff');
    expect(await browser.ask('getStaffMe')).toBeRefusedFor('not-signed-in');
  });

  it('and is not believed for an address that it has not verified', async () => {
    const { browser, location } = await signInAs('mallory');
    expect(location).toBe('/admin/sign-in?problem=employer-refused');
    expect(await browser.ask('getStaffMe')).toBeRefusedFor('not-signed-in');
  });

  it('in the browser that began, once: not in another, not again, not after ten minutes', async () => {
    const mine = createBrowser(service);
    const at = await hospital.signIn(await begin(mine), 'aino');
    const other = createBrowser(service);
    expect(await arrive(other, at)).toBe('/admin/sign-in?problem=employer-other-browser');
    // Another's own beginning does not fit what came back for the first: state, nonce and verifier are its own.
    await begin(other);
    expect(await arrive(other, at)).toBe('/admin/sign-in?problem=employer-refused');
    expect(await arrive(mine, at)).toBe('/admin/');
    expect(await arrive(mine, at)).toBe('/admin/sign-in?problem=employer-other-browser');
    const late = createBrowser(service);
    const old = await hospital.signIn(await begin(late), 'aino');
    service.pass(10 * 60_000);
    expect(await arrive(late, old)).toBe('/admin/sign-in?problem=employer-other-browser');
  });

  it.each([
    ['nothing', ''],
    ['a refusal', '?error=access_denied&state=x'],
    ['a made-up code', '?code=made-up&state=made-up&iss=https://evil.example'],
    ['another issuer', '?code=made-up&state=made-up'],
  ])('and %s in the address proves nothing', async (_, query) => {
    const browser = createBrowser(service);
    await begin(browser);
    expect(await arrive(browser, CALLBACK + query)).toBe('/admin/sign-in?problem=employer-refused');
  });

  it('and where it does not answer, the service says so and the mailed code works', async () => {
    service.state.employer = employerAt({ issuer: 'http://127.0.0.1:9', clientId: 'credit-wallet' });
    expect((await createBrowser(service).ask('startEmployerSignIn')).status).toBe(503);
  });

  it('and where there is none, there is no such way', async () => {
    delete service.state.employer;
    expect((await createBrowser(service).ask('getSignInWays')).body).toEqual({});
    expect((await createBrowser(service).ask('startEmployerSignIn')).status).toBe(404);
    expect((await createBrowser(service).ask('finishEmployerSignIn')).status).toBe(404);
  });
});
