import { createAuthenticator } from '../../support/authenticator.ts';
import { type Browser, createBrowser } from '../../support/browser.ts';
import { codeFor } from '../../support/learner.ts';
import { createService, type Service } from '../../support/service.ts';
import type { Finding } from '../proof.ts';
import { createTally } from '../tally.ts';
import { asked, byCode, doors, employ, enter, isSignedIn, knowing, showPasskey } from './people.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const twinOf = (service: Service, { cookies }: Browser): Browser => {
  const twin = createBrowser(service);
  for (const [name, value] of cookies) twin.cookies.set(name, value);
  return twin;
};

/** Somebody of the staff, with a passkey, signed in. */
async function atWork(service: Service, email: string) {
  await employ(service, email);
  const authenticator = createAuthenticator();
  const browser = await byCode(service, doors.staff, email);
  await showPasskey(browser, authenticator);
  return { browser, authenticator };
}

/** Whether the console is open to a browser: the list of staff wants a passkey. */
const isOpen = async ({ ask }: Browser): Promise<boolean> => (await ask('listStaff')).status === 200;

/** Each a way to use again what was good once: gives back the browser that would be let in, and the door that it tries. */
const codes: Readonly<
  Record<string, (service: Service, email: string, door: 'learner' | 'staff') => Promise<Browser>>
> = {
  'a code that was used, again in its own window': async (service, email, door) => {
    const { browser, code } = await asked(service, doors[door], email);
    const twin = twinOf(service, browser);
    await enter(browser, doors[door], code);
    await enter(twin, doors[door], code);
    return twin;
  },
  'a code in another window': async (service, email, door) => {
    const { code } = await asked(service, doors[door], email);
    const other = createBrowser(service);
    await enter(other, doors[door], code);
    return other;
  },
  'a code in a window that asked for one of its own': async (service, email, door) => {
    const { code } = await asked(service, doors[door], email);
    const { browser } = await asked(service, doors[door], `other-${email}`);
    await enter(browser, doors[door], code);
    return browser;
  },
  'a code after ten minutes': async (service, email, door) => {
    const { browser, code } = await asked(service, doors[door], email);
    service.pass(10 * MINUTE_MS);
    await enter(browser, doors[door], code);
    return browser;
  },
  'a code after five wrong ones': async (service, email, door) => {
    const { browser, code } = await asked(service, doors[door], email);
    for (let time = 0; time < 5; time++) await enter(browser, doors[door], 'AAAA-AAAA');
    await enter(browser, doors[door], code);
    return browser;
  },
  'a code that adds an address, to sign in with': async (service, email) => {
    const learner = await byCode(service, doors.learner, email);
    const added = `added-${email}`;
    await learner.ask('startAddress', { body: { email: added } });
    const stranger = createBrowser(service);
    stranger.cookies.set('__Host-sign-in', learner.cookies.get('__Host-sign-in') ?? '');
    await enter(stranger, doors.learner, codeFor(service, added));
    return stranger;
  },
  'a code at the door of the other site': async (service, email, door) => {
    const other = door === 'learner' ? 'staff' : 'learner';
    const { browser, code } = await asked(service, doors[door], email);
    await enter(browser, doors[other], code);
    return browser;
  },
};

/** A session after its end. */
const sessions: Readonly<
  Record<string, (service: Service, email: string, door: 'learner' | 'staff') => Promise<Browser>>
> = {
  'a session that was signed out': async (service, email, door) => {
    const browser = await byCode(service, doors[door], email);
    const twin = twinOf(service, browser);
    await browser.ask(door === 'staff' ? 'signStaffOut' : 'signOut');
    return twin;
  },
  'a session after its time': async (service, email, door) => {
    const browser = await byCode(service, doors[door], email);
    service.pass(door === 'staff' ? DAY_MS / 2 : 30 * DAY_MS);
    return browser;
  },
  'a session’s cookie at the door of the other site': async (service, email, door) => {
    const other = door === 'learner' ? 'staff' : 'learner';
    const browser = await byCode(service, doors[door], email);
    return knowing(service, doors[other], browser.cookies.get(doors[door].cookie));
  },
};

const passkeys: Readonly<Record<string, (service: Service, email: string) => Promise<Browser>>> = {
  'an answer to a passkey’s challenge, again': async (service, email) => {
    const { authenticator } = await atWork(service, email);
    const browser = await byCode(service, doors.staff, email);
    const { options } = (await browser.ask('challengePasskey', { body: {} })).body;
    const response = authenticator.get(options);
    await browser.ask('provePasskey', { body: { response } });
    const again = await byCode(service, doors.staff, email);
    await again.ask('challengePasskey', { body: {} });
    await again.ask('provePasskey', { body: { response } });
    return again;
  },
  'an answer without a challenge': async (service, email) => {
    const { authenticator } = await atWork(service, email);
    const browser = await byCode(service, doors.staff, email);
    const response = authenticator.get({ challenge: 'AAAA', rpId: 'credit.example.org' });
    await browser.ask('provePasskey', { body: { response } });
    return browser;
  },
  'an answer to another session’s challenge': async (service, email) => {
    const { authenticator } = await atWork(service, email);
    const [one, two] = [await byCode(service, doors.staff, email), await byCode(service, doors.staff, email)];
    const { options } = (await one.ask('challengePasskey', { body: {} })).body;
    await two.ask('challengePasskey', { body: {} });
    await two.ask('provePasskey', { body: { response: authenticator.get(options) } });
    return two;
  },
  'a passkey of somebody else': async (service, email) => {
    const { authenticator } = await atWork(service, email);
    await atWork(service, `other-${email}`);
    const browser = await byCode(service, doors.staff, `other-${email}`);
    await showPasskey(browser, authenticator);
    return browser;
  },
  'a session whose passkeys were forgotten, by the passkey that was lost': async (service, email) => {
    const { authenticator } = await atWork(service, email);
    await service.changeStaff({ does: 'forget-passkeys', email });
    // With them every session of before was ended, this moment's too.
    service.pass(1);
    const browser = await byCode(service, doors.staff, email);
    const { options } = (await browser.ask('challengePasskey', { body: {} })).body;
    await browser.ask('provePasskey', {
      body: { response: authenticator.get({ ...options, rpId: 'credit.example.org' }) },
    });
    return browser;
  },
  'a session of somebody whose access has ended': async (service, email) => {
    const { browser } = await atWork(service, email);
    await service.changeStaff({ does: 'end', email });
    return browser;
  },
};
for (const [what, lie] of Object.entries({
  'a passkey that was asked for by another site': { origin: 'https://credit.example.org.evil.example' },
  'a passkey without its holder’s finger, face or PIN': { verifies: false },
}))
  Object.assign(passkeys, {
    [what]: async (service: Service, email: string) => {
      await employ(service, email);
      const browser = await byCode(service, doors.staff, email);
      await showPasskey(browser, createAuthenticator(lie));
      return browser;
    },
  });

/** What was good once lets nobody in again, nor elsewhere, nor later. */
export async function proveReplays(people: number): Promise<Finding> {
  const tally = createTally('replays');
  const service = createService();
  for (let number = 0; number < people; number++)
    for (const [index, [what, attempt]] of [...Object.entries(codes), ...Object.entries(sessions)].entries())
      for (const door of ['learner', 'staff'] as const) {
        service.pass(60 * MINUTE_MS);
        const email = `${door}-${number}-${index}@example.org`;
        await employ(service, email);
        const browser = await attempt(service, email, door);
        const isIn = (await isSignedIn(browser, doors.learner)) || (await isSignedIn(browser, doors.staff));
        tally.judge(!isIn, `${what}: refused`, () => `${email} is signed in`);
      }
  for (let number = 0; number < people; number++)
    for (const [index, [what, attempt]] of Object.entries(passkeys).entries()) {
      service.pass(60 * MINUTE_MS);
      const email = `passkey-${number}-${index}@example.org`;
      const browser = await attempt(service, email);
      tally.judge(!(await isOpen(browser)), `${what}: refused`, () => `the console is open to ${email}`);
    }
  return tally.finding();
}
