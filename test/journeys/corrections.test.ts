import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectUsable } from './support/accessibility.ts';
import { openBrowser, type Windows } from './support/chromium.ts';
import { HttpLearner } from './support/http-learner.ts';
import { PageStaff } from './support/page-staff.ts';
import { type RunningSystem, startRunningSystem } from './support/running-system.ts';
import { pressOn, walletOf } from './support/whole-journey.ts';

let system: RunningSystem;
let browser: Windows;
/** The first owner, and a coordinator whom they invited: two people at two desks. */
let owner: PageStaff;
let coordinator: PageStaff;
let learner: HttpLearner;
let certificateId: string;

beforeAll(async () => {
  [system, browser] = await Promise.all([startRunningSystem(), openBrowser()]);
  learner = new HttpLearner(system, 'amelie@example.org');
  await learner.signIn({ givenName: 'Amélie', familyName: 'Nguyen-Rot', profession: 'physician' });
  await pressOn(learner, Date.now() + 60_000);
  certificateId = (await walletOf(learner)).credits[0]?.certificateId ?? '';
  owner = await PageStaff.atDesk(browser, system);
  await owner.signInTo('/admin/staff/invite');
  await owner.page.getByLabel('Name').fill('Asha Menon');
  await owner.page.getByLabel('E-mail address').fill('asha@example.org');
  await owner.page.getByRole('radio', { name: /^Coordinator/ }).check();
  await owner.page.getByRole('button', { name: 'Invite' }).click();
  await owner.page.getByRole('link', { name: 'Asha Menon' }).waitFor();
  coordinator = await PageStaff.atDesk(browser, system, { email: 'asha@example.org' });
  await coordinator.signInTo('/admin/changes');
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await system?.remove();
});

describe('a coordinator who finds a misspelt name on a certificate', () => {
  test('opens it by the address under its code, and sees before and after as they correct it', async () => {
    const { page } = coordinator;
    await page.getByText('Nothing waits for a second person.').waitFor();
    await expectUsable(coordinator);
    await page.getByLabel('Open a certificate').fill(`${system.site}/v/${certificateId}`);
    await page.getByRole('button', { name: 'Open' }).click();
    await coordinator.heading(/^Certificate CW-/).waitFor();
    await expectUsable(coordinator);
    await page.getByRole('button', { name: 'Correct', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Amélie Nguyen-Roth');
    await dialog.getByRole('row', { name: 'Name Amélie Nguyen-Rot Amélie Nguyen-Roth' }).waitFor();
    await dialog.getByRole('button', { name: 'Ask for it' }).click();
    await dialog.getByRole('link', { name: 'The reason is missing.' }).waitFor();
    await expectUsable(coordinator);
    await dialog.getByLabel('Reason').fill('Misspelt at registration');
    await dialog.getByRole('button', { name: 'Ask for it' }).click();
    await coordinator.heading('Correction: Amélie Nguyen-Rot').waitFor();
  });

  test('cannot approve it themselves: a colleague decides', async () => {
    const { page } = coordinator;
    await page.getByRole('heading', { name: 'A colleague decides' }).waitFor();
    expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    await expectUsable(coordinator);
  });
});

describe('the second person', () => {
  test('finds it among what waits, compares, and approves it with their passkey; the new certificate stands at once', async () => {
    const { page } = owner;
    await owner.open('/admin/changes');
    await page.getByRole('link', { name: 'Correction', exact: true }).click();
    await owner.heading('Correction: Amélie Nguyen-Rot').waitFor();
    await page.getByText('Misspelt at registration').waitFor();
    await expectUsable(owner);
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('status').getByText('Approved and made.').waitFor();
    await page.getByRole('link', { name: 'The one that stands in its place' }).click();
    await owner.heading(/^Certificate CW-/).waitFor();
    await page.getByRole('link', { name: 'Amélie Nguyen-Roth' }).waitFor();
    const [credit] = (await walletOf(learner)).credits;
    expect(credit?.certificateId).not.toBe(certificateId);
    certificateId = credit?.certificateId ?? '';
  });

  test('leaves it on the list of what was decided, with who asked and who approved', async () => {
    const { page } = coordinator;
    await coordinator.open('/admin/changes/decided');
    await page.getByRole('row', { name: /Correction.*Amélie Nguyen-Rot.*First Owner.*Done/ }).waitFor();
    await expectUsable(coordinator);
  });
});

describe('an award by hand', () => {
  test('is asked for with day, amount and reason, approved by a second person, and is in the learner’s wallet', async () => {
    const other = new HttpLearner(system, 'lukas@example.org');
    await other.signIn({ givenName: 'Łukasz', familyName: 'Brzęczyszczykiewicz', profession: 'physician' });
    const { page } = coordinator;
    await coordinator.open('/admin/awards/new');
    await coordinator.heading('Award by hand').waitFor();
    await expectUsable(coordinator);
    await page.getByLabel('Learners').fill('lukas@example.org');
    await page.getByLabel('Activity').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: /Łukasz/ }).waitFor();
    const day = page.getByLabel('Day of participation');
    await day.fill((await day.getAttribute('min')) ?? '');
    await page.getByRole('spinbutton').first().fill('0.25');
    await page.getByLabel('Reason').fill('Attended to the end; the hall lost its network');
    await expectUsable(coordinator);
    await page.getByRole('button', { name: 'Ask a second person' }).click();
    await coordinator.heading(/^Award by hand: Łukasz/).waitFor();
    await owner.open(new URL(page.url()).pathname);
    await owner.page.getByRole('button', { name: 'Approve' }).click();
    await owner.page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await owner.page.getByRole('status').getByText('Approved and made.').waitFor();
    expect((await walletOf(other)).credits).toHaveLength(1);
  });
});

describe('a batch', () => {
  test('of revocations waits for the second person, runs before their eyes, and says what became of each row', async () => {
    const { page } = coordinator;
    await coordinator.open('/admin/batches/new');
    await coordinator.heading('Change many certificates').waitFor();
    await expectUsable(coordinator);
    await page.getByLabel('Certificates').fill(`${certificateId}\nnothing`);
    await page.getByLabel('Reason').fill('Attendance could not be shown');
    await page.getByLabel('Type REVOKE to confirm').fill('REVOKE');
    await page.getByRole('button', { name: 'Ask for it' }).click();
    await page.getByText('Row 2: There is no such certificate.').waitFor();
    await page.getByLabel('Certificates').fill(certificateId);
    await page.getByRole('button', { name: 'Ask for it' }).click();
    await coordinator.heading('Revocation: 1 certificate').waitFor();
    await owner.open(new URL(page.url()).pathname);
    await owner.page.getByRole('button', { name: 'Approve' }).click();
    const dialog = owner.page.getByRole('dialog');
    await dialog.getByLabel('Type REVOKE to confirm').fill('REVOKE');
    await dialog.getByRole('button', { name: 'Approve' }).click();
    await owner.page.getByText('Made: 1 of 1').waitFor();
    await expectUsable(owner);
  });
});

describe('merging two accounts', () => {
  test('shows what would happen before it is asked for', async () => {
    const { page } = coordinator;
    await coordinator.open('/admin/merges/new');
    await page.getByLabel('The account that goes').fill('lukas@example.org');
    await page.getByLabel('The account that stays').fill('amelie@example.org');
    await page.getByRole('button', { name: 'Show what would happen' }).click();
    await page.getByRole('heading', { name: 'What would happen' }).waitFor();
    await page.getByText('lukas@example.org will sign in to the account that stays.').waitFor();
    await expectUsable(coordinator);
  });
});
