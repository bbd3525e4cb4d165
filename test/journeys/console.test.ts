import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectUsable } from './support/accessibility.ts';
import { openBrowser, type Windows } from './support/chromium.ts';
import { PageStaff } from './support/page-staff.ts';
import { type RunningSystem, startRunningSystem } from './support/running-system.ts';

let system: RunningSystem;
let browser: Windows;
let owner: PageStaff;

beforeAll(async () => {
  [system, browser] = await Promise.all([startRunningSystem(), openBrowser()]);
  owner = await PageStaff.atDesk(browser, system);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await system?.remove();
});

const stepUpNeeded = {
  status: 403,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    ...{ type: '/problems/step-up-needed', title: 'Not allowed', status: 403, detail: '', requestId: 'r1' },
    reasons: [{ code: 'step-up-needed', message: '', remedy: '' }],
  }),
};

describe('the first owner of a new console', () => {
  test('is told where it is when the system starts, before it says that it is ready', () => {
    const printed = system.printed();
    expect(system.admin).toBe(`${system.site}/admin/`);
    expect(printed.indexOf(`admin ${system.admin}`)).toBeGreaterThan(printed.indexOf(`mail ${system.mail}`));
    expect(printed.indexOf(`admin ${system.admin}`)).toBeLessThan(printed.indexOf('ready'));
  });

  test('proves their address, makes a passkey, and comes to the page that they asked for, with its filters', async () => {
    await owner.open('/admin/staff?role=owner');
    await owner.heading('Sign in').waitFor();
    await expectUsable(owner);
    await owner.enterCode();
    await owner.heading('Make your passkey').waitFor();
    await expectUsable(owner);
    await owner.showPasskey();
    await owner.heading('Staff').waitFor();
    expect(new URL(owner.page.url()).search).toBe('?role=owner');
    await owner.page.getByRole('rowheader', { name: 'First Owner' }).waitFor();
    await expectUsable(owner);
  });

  test('comes by their employer to the list that they had opened, whom they looked for included', async () => {
    const { page } = owner;
    const list = '/admin/learners?activity=home-blood-pressure#search=nguyen';
    await page.context().clearCookies();
    await page.route('**/api/admin/sign-in/ways', (route) => route.fulfill({ json: { employer: 'Harbour Hospital' } }));
    // The employer’s own pages, up to where they lead back to.
    await page.route('**/api/admin/employer', (route) =>
      route.fulfill({ status: 303, headers: { location: '/admin/' } }),
    );
    await owner.open(list);
    await page.getByRole('link', { name: 'sign in with Harbour Hospital' }).click();
    await page.waitForURL(/sign-in\?to=%2Fadmin%2F$/);
    await owner.enterCode();
    await owner.showPasskey();
    await owner.heading('Learners').waitFor();
    expect(page.url()).toBe(system.site + list);
    await page.unrouteAll();
    await owner.open('/admin/staff');
  });

  test('is told when the service cannot say who they are, and goes on when it can', async () => {
    const { page } = owner;
    await page.route('**/api/admin/me', (route) => route.fulfill({ status: 500 }));
    await owner.open('/admin/staff');
    await owner.heading('Something broke on our side').waitFor();
    await page.unroute('**/api/admin/me');
    await page.getByRole('button', { name: 'Retry' }).click();
    await owner.heading('Staff').waitFor();
  });

  test('invites a coordinator, who is on the list then', async () => {
    const { page } = owner;
    await page.getByRole('link', { name: 'Invite somebody' }).click();
    await owner.heading('Invite somebody').waitFor();
    await page.getByRole('button', { name: 'Invite' }).click();
    await page.getByRole('link', { name: 'Give the name of the person.' }).waitFor();
    await expectUsable(owner);
    await page.getByLabel('Name').fill('Ottoline Vance');
    await page.getByLabel('E-mail address').fill('ottoline@example.org');
    await page.getByRole('radio', { name: /^Coordinator/ }).check();
    await page.getByRole('button', { name: 'Invite' }).click();
    await page.getByRole('status').getByText('Ottoline Vance may sign in now.').waitFor();
    await page.getByRole('link', { name: 'Ottoline Vance' }).waitFor();
  });

  test('finds nobody in a role that nobody has, takes the filter back, and Back brings it again', async () => {
    const { page } = owner;
    await page.getByLabel('Role', { exact: true }).selectOption({ label: 'Auditor' });
    await page.getByText('Nothing matches these filters.').waitFor();
    await expectUsable(owner);
    await page.getByRole('button', { name: 'Clear filters' }).first().click();
    await page.getByRole('link', { name: 'Ottoline Vance' }).waitFor();
    await page.goBack();
    await page.getByText('Nothing matches these filters.').waitFor();
    await page.goForward();
  });
});

describe('a coordinator', () => {
  test('signs in with a passkey of their own, and is offered nothing that only owners may do', async () => {
    const coordinator = await PageStaff.atDesk(browser, system, {
      ...{ email: 'ottoline@example.org', viewport: { width: 390, height: 844 } },
    });
    const { page } = coordinator;
    await coordinator.signInTo();
    await coordinator.heading('Start').waitFor();
    await expectUsable(coordinator);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Staff' }).click();
    await page.getByRole('rowheader', { name: 'First Owner' }).waitFor();
    expect(await page.getByRole('link', { name: 'Invite somebody' }).count()).toBe(0);
    expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false);

    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await coordinator.heading('Sign in').waitFor();
    await coordinator.signInTo('/admin/account');
    await coordinator.heading('Your account').waitFor();
    await expectUsable(coordinator);

    // A second session of the same person, as on another device; the first is that of a console that was left open.
    const left = await page.context().cookies();
    await page.context().clearCookies();
    await coordinator.signInTo('/admin/account');
    await page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await coordinator.heading('Sign in').waitFor();
    await page.context().addCookies(left);
    await coordinator.open('/admin/account');
    await coordinator.heading('Sign in').waitFor();
  });

  test('has no access from the moment at which the owner ends it, and what they did stays', async () => {
    const { page } = owner;
    await page.getByRole('link', { name: 'Ottoline Vance' }).click();
    await owner.heading('Ottoline Vance').waitFor();
    await expectUsable(owner);
    const opener = page.getByRole('button', { name: 'End access' });
    await opener.click();
    const dialog = page.getByRole('dialog', { name: 'End the access of Ottoline Vance?' });
    await dialog.getByRole('button', { name: 'End access' }).click();
    await dialog.getByRole('link', { name: 'Type END to confirm.' }).waitFor();
    await expectUsable(owner);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
    await opener.click();
    await dialog.getByLabel('Type END to confirm').fill('END');
    // As the service answers when the passkey was shown more than five minutes ago.
    await page.route('**/end', (route) => route.fulfill(stepUpNeeded), { times: 1 });
    await dialog.getByRole('button', { name: 'End access' }).click();
    const passkey = page.getByRole('dialog', { name: 'Show your passkey again' });
    await passkey.waitFor();
    await expectUsable(owner);
    await passkey.getByRole('button', { name: 'Use passkey' }).click();
    await page.getByText('Access ended', { exact: true }).waitFor();
    await page.goto(`${system.admin}staff?access=all`);
    await page.getByRole('row', { name: /Ottoline Vance.*Ended/ }).waitFor();
  });
});
