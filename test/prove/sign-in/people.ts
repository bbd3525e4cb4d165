import { createAuthenticator } from '../../support/authenticator.ts';
import { type Browser, createBrowser } from '../../support/browser.ts';
import { codeFor } from '../../support/learner.ts';
import type { Service } from '../../support/service.ts';

export type Authenticator = Pick<ReturnType<typeof createAuthenticator>, 'create' | 'get'>;

/** What a site calls its routes of signing in, and its cookie. */
export const doors = {
  learner: { start: 'startSignIn', enter: 'enterCode', me: 'getMe', cookie: '__Host-session' },
  staff: { start: 'startStaffSignIn', enter: 'enterStaffCode', me: 'getStaffMe', cookie: '__Host-staff' },
} as const;
export type Door = (typeof doors)[keyof typeof doors];

/** Somebody of the staff, by the command that makes them. */
export const employ = (service: Service, email: string) =>
  service.changeStaff({ does: 'add', email, name: 'Odile Marchetti', role: 'owner' });

/** A browser that asked for a code, and the code out of the mail. */
export async function asked(service: Service, door: Door, email: string, browser = createBrowser(service)) {
  await browser.ask(door.start, { body: { email } });
  return { browser, code: codeFor(service, email) };
}

export const enter = (browser: Browser, door: Door, code: string) => browser.ask(door.enter, { body: { code } });

/** A browser that has proved its address by the mailed code. */
export async function byCode(service: Service, door: Door, email: string, before?: Browser): Promise<Browser> {
  const { browser, code } = await asked(service, door, email, before);
  await enter(browser, door, code);
  return browser;
}

/** Makes a first passkey, or shows the one that there is. */
export async function showPasskey({ ask }: Browser, authenticator: Authenticator = createAuthenticator()) {
  const { ceremony, options } = (await ask('challengePasskey', { body: {} })).body;
  return ask('provePasskey', { body: { response: authenticator[ceremony](options) } });
}

export const isSignedIn = async ({ ask }: Browser, door: Door): Promise<boolean> => (await ask(door.me)).status === 200;

/** A browser that knows a secret out of another's cookie. */
export function knowing(service: Service, door: Door, secret: string | undefined): Browser {
  const browser = createBrowser(service);
  if (secret !== undefined) browser.cookies.set(door.cookie, secret);
  return browser;
}
