import { employerAt } from '../../../functions/adapters/openid-employer.ts';
import { staffRoutes } from '../../../shared/api/admin/staff-routes.ts';
import { type Browser, createBrowser } from '../../support/browser.ts';
import { startHospital } from '../../support/hospital.ts';
import { createService, type Service } from '../../support/service.ts';
import type { Finding } from '../proof.ts';
import { createTally } from '../tally.ts';
import { doors, employ, isSignedIn } from './people.ts';

const EMAIL = 'aino@hospital.example';
type Hospital = Awaited<ReturnType<typeof startHospital>>;

interface Scene {
  readonly service: Service;
  readonly hospital: Hospital;
  /** Another provider of the same kind, where the attacker is somebody, under the victim's address. */
  readonly mallorys: Hospital;
}

const begin = async ({ ask }: Browser): Promise<string> => (await ask('startEmployerSignIn')).headers.location ?? '';
const arrive = async ({ ask }: Browser, at: string): Promise<void> =>
  void (await ask('finishEmployerSignIn', { query: Object.fromEntries(new URL(at).searchParams) }));

/** Comes back with something changed in the address. */
const changed =
  (change: (query: URLSearchParams) => void) =>
  async ({ service, hospital }: Scene) => {
    const browser = createBrowser(service);
    const at = new URL(await hospital.signIn(await begin(browser), 'aino'));
    change(at.searchParams);
    await arrive(browser, at.href);
    return browser;
  };

/** Each gives back the browser that would be signed in. */
const attacks: Readonly<Record<string, (scene: Scene) => Promise<Browser>>> = {
  'without a state': changed((query) => query.delete('state')),
  'with another state': changed((query) => query.set('state', 'A'.repeat(43))),
  'without a code': changed((query) => query.delete('code')),
  'with a code that was made up': changed((query) => query.set('code', 'made up')),
  'with another issuer': changed((query) => query.set('iss', 'https://evil.example')),
  'with an error beside the code': changed((query) => query.set('error', 'access_denied')),
  'with what came back for another browser': async ({ service, hospital }) => {
    const at = await hospital.signIn(await begin(createBrowser(service)), 'aino');
    const other = createBrowser(service);
    await begin(other);
    await arrive(other, at);
    return other;
  },
  'with another’s code under a state of its own': async ({ service, hospital }) => {
    const theirs = new URL(await hospital.signIn(await begin(createBrowser(service)), 'aino'));
    const mine = createBrowser(service);
    const at = new URL(await hospital.signIn(await begin(mine), 'stranger'));
    at.searchParams.set('code', theirs.searchParams.get('code') ?? '');
    await arrive(mine, at.href);
    return mine;
  },
  'a second time': async ({ service, hospital }) => {
    const browser = createBrowser(service);
    const at = await hospital.signIn(await begin(browser), 'aino');
    const cookie = browser.cookies.get('__Host-employer') ?? '';
    await arrive(browser, at);
    const again = createBrowser(service);
    again.cookies.set('__Host-employer', cookie);
    await arrive(again, at);
    return again;
  },
  'after ten minutes': async ({ service, hospital }) => {
    const browser = createBrowser(service);
    const at = await hospital.signIn(await begin(browser), 'aino');
    service.pass(600_000);
    await arrive(browser, at);
    return browser;
  },
  'for an address that nobody verified': async ({ service, hospital }) => {
    const browser = createBrowser(service);
    await arrive(browser, await hospital.signIn(await begin(browser), 'mallory'));
    return browser;
  },
  // Issuer mix-up: the honest provider's state and the other's code (RFC 9207).
  'with a code of another provider': async ({ service, mallorys }) => {
    const browser = createBrowser(service);
    const honest = new URL(await begin(browser));
    const elsewhere = new URL(`${mallorys.issuer}${honest.pathname}${honest.search}`);
    const at = await mallorys.signIn(elsewhere.href, 'aino');
    await arrive(browser, at);
    return browser;
  },
};

/** Only what the employer answered to this very browser, now, signs in, and no further than to the question for the passkey. */
export async function proveEmployer(times: number): Promise<Finding> {
  const tally = createTally('employer');
  const service = createService();
  const callback = service.config.siteUrl + staffRoutes.finishEmployerSignIn.path;
  const people = {
    aino: { email: EMAIL, emailVerified: true },
    mallory: { email: EMAIL, emailVerified: false },
    stranger: { email: 'stranger@hospital.example', emailVerified: true },
  };
  const [hospital, mallorys] = await Promise.all([startHospital(people, callback), startHospital(people, callback)]);
  try {
    service.state.employer = employerAt(hospital);
    await employ(service, EMAIL);
    for (let time = 0; time < times; time++) {
      service.pass(900_000);
      const honest = createBrowser(service);
      await arrive(honest, await hospital.signIn(await begin(honest), 'aino'));
      const isIn = await isSignedIn(honest, doors.staff);
      const isPassed = (await honest.ask('listStaff')).status === 200;
      tally.judge(
        isIn && !isPassed,
        'honest sign-ins that led to the question for the passkey',
        () => `signed in: ${isIn}`,
      );
      for (const [what, attack] of Object.entries(attacks)) {
        const browser = await attack({ service, hospital, mallorys });
        tally.judge(!(await isSignedIn(browser, doors.staff)), `${what}: refused`, () => 'is signed in');
      }
    }
  } finally {
    await Promise.all([hospital.stop(), mallorys.stop()]);
  }
  return tally.finding();
}
