import type { Page } from 'playwright-core';
import { DAY } from '../../../../shared/domain/kinds.ts';
import type { MailKind } from '../../../../shared/domain/work.ts';
import type { Windows } from '../../../journeys/support/chromium.ts';
import { content } from '../../../support/activity.ts';
import type { Browser } from '../../../support/browser.ts';
import { codeFor, createLearner, physician } from '../../../support/learner.ts';
import { cookiesOf } from '../../../support/served.ts';
import type { Service } from '../../../support/service.ts';
import { createStaff } from '../../../support/staff.ts';
import { employ } from '../people.ts';

/** Where a mail is made: a service with nothing in it, at an address that real browsers find. */
export interface Stage {
  readonly service: Service;
  readonly site: string;
  readonly browser: Windows;
}

/** A mail that was delivered to somebody, and what they do with it after the robots were there. */
export interface Delivered {
  readonly email: string;
  /** Goes as its person goes, in their own browser. @throws when it does not work */
  readonly visit: () => Promise<void>;
  /** By which that browser is signed in, where it is. */
  readonly cookies?: ReturnType<typeof cookiesOf>;
}

const EMAIL = 'amelie@example.org';
const OTHER = 'amelie@hospital.example';
const OWNER = 'odile@meridian.example';

const heading = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('heading', { name, level: 1 }).waitFor();

async function pageOf({ browser, site }: Stage, ...who: readonly Browser[]): Promise<Page> {
  const context = await browser.newContext();
  await context.addCookies(cookiesOf(site, ...who));
  context.setDefaultTimeout(10_000);
  return context.newPage();
}

/** Asks for a code in a window that stays open, as people do while they look into their mail; then types it there. */
async function codeAsked(stage: Stage, path: string, email: string, lands: string | RegExp): Promise<Delivered> {
  const page = await pageOf(stage);
  await page.goto(stage.site + path);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send code' }).click();
  await page.getByLabel('Code').waitFor();
  const code = codeFor(stage.service, email);
  return {
    email,
    visit: async () => {
      await page.getByLabel('Code').fill(code);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await heading(page, lands);
    },
  };
}

async function learnerWithCertificate({ service }: Stage) {
  await service.publish(content());
  const learner = await createLearner(service, { email: EMAIL });
  const certificateId = await learner.complete();
  await service.sweep();
  return { learner, certificateId };
}

/** Opens the link of the last mail in the person’s browser, who is signed in there. */
const opens =
  (stage: Stage, learner: Browser, path: string, name: string | RegExp, then?: (page: Page) => Promise<void>) =>
  async (): Promise<void> => {
    const page = await pageOf(stage, learner);
    await page.goto(stage.site + path);
    await heading(page, name);
    await then?.(page);
  };

/** Has two of the staff change a certificate, one way after the other. */
async function changed(
  stage: Stage,
  ...kinds: readonly ('correct' | 'suspend' | 'restore' | 'revoke')[]
): Promise<Delivered> {
  const { service } = stage;
  const { learner, certificateId } = await learnerWithCertificate(stage);
  const office = await createStaff(service, 'owner', { email: OWNER });
  const second = await createStaff(service, 'coordinator');
  let opened = certificateId;
  for (const kind of kinds) {
    const about = { certificateId, reason: 'The register of the hospital says so' };
    const asked =
      kind === 'revoke'
        ? await office.ask('askRevocation', { body: about })
        : await office.ask('askChange', {
            body: kind === 'correct' ? { ...about, kind, correction: { name: 'Amélie Roth' } } : { ...about, kind },
          });
    const { changeId } = asked.body.change;
    const params = { changeId };
    const { change } =
      asked.body.change.status === 'proposed' ? (await second.ask('approveChange', { params })).body : asked.body;
    opened = change.replacement ?? opened;
  }
  await service.sweep();
  return { email: EMAIL, visit: opens(stage, learner, `/c/${opened}`, /./) };
}

async function merged(stage: Stage, ...kinds: readonly ('merge' | 'separate')[]): Promise<Delivered> {
  const { service } = stage;
  const { learner } = await learnerWithCertificate(stage);
  const old = await createLearner(service, { email: OTHER, profile: physician });
  const into = (await learner.ask('getMe')).body.learnerId;
  const { learnerId } = (await old.ask('getMe')).body;
  const office = await createStaff(service, 'owner', { email: OWNER });
  const second = await createStaff(service, 'coordinator');
  for (const kind of kinds) {
    const { change } = (await office.ask('askMerge', { body: { kind, learnerId, into, reason: 'The same person' } }))
      .body;
    await second.ask('approveChange', { params: { changeId: change.changeId } });
  }
  await service.sweep();
  return { email: EMAIL, visit: opens(stage, learner, '/profile', 'Profile') };
}

/** Every kind of mail that is sent, by what has it sent; a kind that the product gains does not compile until it is here. */
export const mails: Readonly<
  Record<MailKind | 'sign-in' | 'staff-sign-in' | 'address', (stage: Stage) => Promise<Delivered>>
> = {
  'sign-in': (stage) => codeAsked(stage, '/sign-in?to=/profile', EMAIL, /certificates|Profile/),
  'staff-sign-in': async (stage) => {
    await employ(stage.service, OWNER);
    return codeAsked(stage, '/admin/sign-in', OWNER, /your passkey$/);
  },
  address: async (stage) => {
    const learner = await createLearner(stage.service, { email: EMAIL });
    const page = await pageOf(stage, learner);
    await page.goto(`${stage.site}/profile`);
    await page.getByLabel('Another e-mail address').fill(OTHER);
    await page.getByRole('button', { name: 'Send a code' }).click();
    await page.getByLabel(/^Code/).waitFor();
    const code = codeFor(stage.service, OTHER);
    return {
      email: OTHER,
      visit: async () => {
        await page.getByLabel(/^Code/).fill(code);
        await page.getByRole('button', { name: 'Add this address' }).click();
        await page.getByText(`You can now also sign in with ${OTHER}.`).waitFor();
      },
    };
  },
  'credit-award': async (stage) => {
    const { learner, certificateId } = await learnerWithCertificate(stage);
    return { email: EMAIL, visit: opens(stage, learner, `/c/${certificateId}`, /./) };
  },
  'credit.waits': async (stage) => {
    const { service } = stage;
    await service.publish(content());
    const learner = await createLearner(service, { email: EMAIL });
    await learner.pass();
    service.pass(3 * DAY);
    await service.remindLearners();
    await service.sweep();
    return { email: EMAIL, visit: opens(stage, learner, '/a/hand-hygiene', /Hand Hygiene/) };
  },
  'certificate.corrected': (stage) => changed(stage, 'correct'),
  'certificate.suspended': (stage) => changed(stage, 'suspend'),
  'certificate.restored': (stage) => changed(stage, 'suspend', 'restore'),
  'certificate.revoked': (stage) => changed(stage, 'revoke'),
  'erasure.asked': async (stage) => {
    const learner = await createLearner(stage.service, { email: EMAIL });
    await learner.ask('askErasure', { body: { confirmation: 'ERASE' } });
    await stage.service.sweep();
    const keeps = async (page: Page): Promise<void> => {
      await page.getByRole('button', { name: 'Keep my account' }).click();
      await page.getByLabel('Confirmation').waitFor();
    };
    const visit = opens(stage, learner, '/privacy', 'Privacy', keeps);
    return { email: EMAIL, visit, cookies: cookiesOf(stage.site, learner) };
  },
  'account.merged': (stage) => merged(stage, 'merge'),
  'account.separated': (stage) => merged(stage, 'merge', 'separate'),
  'address.added': async (stage) => {
    const learner = await createLearner(stage.service, { email: EMAIL });
    await learner.ask('startAddress', { body: { email: OTHER } });
    await learner.ask('enterAddressCode', { body: { code: codeFor(stage.service, OTHER) } });
    await stage.service.sweep();
    return { email: EMAIL, visit: opens(stage, learner, '/profile', 'Profile') };
  },
};
export type Mailed = keyof typeof mails;
