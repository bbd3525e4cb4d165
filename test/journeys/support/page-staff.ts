import type { Page } from 'playwright-core';
import type { Windows } from './chromium.ts';
import { awaitMail, codeIn, mailTo } from './mailbox.ts';
import type { RunningSystem } from './running-system.ts';

/** The first owner of a console that was just started. */
export const FIRST_OWNER = 'owner@example.org';
const subject = /sign-in code for the console/i;

/** What somebody of the staff does in the console, found as a person finds it; their device holds their passkey. */
export class PageStaff {
  readonly page: Page;
  readonly email: string;
  readonly #system: Pick<RunningSystem, 'site' | 'mail'>;

  private constructor(page: Page, email: string, system: Pick<RunningSystem, 'site' | 'mail'>) {
    this.page = page;
    this.email = email;
    this.#system = system;
  }

  /** A browser of somebody's own, on a device that keeps passkeys and knows its owner (WebAuthn's virtual authenticator). */
  static async atDesk(
    browser: Windows,
    system: Pick<RunningSystem, 'site' | 'mail'>,
    { email = FIRST_OWNER, viewport = { width: 1280, height: 800 } } = {},
  ): Promise<PageStaff> {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    const devTools = await context.newCDPSession(page);
    await devTools.send('WebAuthn.enable');
    await devTools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
        ...{ isUserVerified: true, automaticPresenceSimulation: true },
      },
    });
    return new PageStaff(page, email, system);
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.#system.site + path);
  }

  heading(name: string | RegExp) {
    return this.page.getByRole('heading', { name, level: 1 });
  }

  /** Proves the address by the code that is mailed, from the sign-in page on. */
  async enterCode(): Promise<void> {
    const { page, email } = this;
    const before = (await mailTo(this.#system.mail, email)).filter((mail) => subject.test(mail.subject)).length;
    await page.getByLabel('E-mail address').fill(email);
    await page.getByRole('button', { name: 'Send code' }).click();
    await page.getByLabel('Code').fill(codeIn(await awaitMail(this.#system.mail, email, subject, before + 1)));
    await page.getByRole('button', { name: 'Sign in' }).click();
  }

  /** Makes a first passkey, or shows the one that there is. */
  async showPasskey(): Promise<void> {
    await this.heading(/your passkey$/).waitFor();
    await this.page.getByRole('button', { name: /^(Make a|Use) passkey$/ }).click();
  }

  /** Opens a page of the console, and signs in on the way to it. */
  async signInTo(path = '/admin/'): Promise<void> {
    await this.open(path);
    await this.enterCode();
    await this.showPasskey();
    await this.heading(/your passkey$/).waitFor({ state: 'detached' });
  }
}
