import { beforeEach, describe, expect, it } from 'vitest';
import { createAuthenticator } from '../../support/authenticator.ts';
import { createBrowser } from '../../support/browser.ts';
import { codeFor } from '../../support/learner.ts';
import '../../support/refusals.ts';
import { createService, type Service } from '../../support/service.ts';
import { createStaff } from '../../support/staff.ts';

const OWNER = 'owner@meridian.example';
let service: Service;
beforeEach(async () => {
  service = createService();
  await service.changeStaff({ does: 'add', email: OWNER, name: 'Odile Marchetti', role: 'owner' });
});

/** A browser that has proved its address by the mailed code. */
async function byCode(email = OWNER) {
  const browser = createBrowser(service);
  await browser.ask('startStaffSignIn', { body: { email } });
  const entered = await browser.ask('enterStaffCode', { body: { code: codeFor(service, email) } });
  return { ...browser, entered };
}
type Browser = ReturnType<typeof createBrowser>;

async function prove({ ask }: Pick<Browser, 'ask'>, authenticator = createAuthenticator(), body: object = {}) {
  const { ceremony, options } = (await ask('challengePasskey', { body })).body;
  return ask('provePasskey', { body: { response: authenticator[ceremony](options) } });
}

describe('staff sign in', () => {
  it('by the mailed code and then a passkey that they make the first time, and use from then on', async () => {
    const first = await byCode();
    expect(first.entered.body).toMatchObject({
      name: 'Odile Marchetti',
      role: 'owner',
      verified: false,
      hasPasskey: false,
    });
    expect(await first.ask('listStaff')).toBeRefusedFor('passkey-needed');
    const authenticator = createAuthenticator();
    expect((await prove(first, authenticator)).body).toMatchObject({ verified: true, hasPasskey: true });
    expect((await first.ask('listStaff')).body.staff).toHaveLength(1);

    const second = await byCode();
    expect(second.entered.body.hasPasskey).toBe(true);
    expect((await second.ask('challengePasskey', { body: {} })).body.ceremony).toBe('get');
    expect((await prove(second, authenticator)).body.verified).toBe(true);
    expect((await second.ask('listStaff')).status).toBe(200);
  });

  it('under a new id with each passkey, and whoever knew the one before is out', async () => {
    const browser = await byCode();
    const before = createBrowser(service);
    before.cookies.set('__Host-staff', browser.cookies.get('__Host-staff') ?? '');
    await prove(browser);
    expect((await browser.ask('listStaff')).status).toBe(200);
    expect(await before.ask('getStaffMe')).toBeRefusedFor('not-signed-in');
  });

  it('with no passkey that anybody made beside the first, once there is one', async () => {
    await prove(await byCode());
    const thief = await byCode();
    expect(await thief.ask('challengePasskey', { body: { purpose: 'add' } })).toBeRefusedFor('passkey-first');
    expect(await prove(thief, { ...createAuthenticator(), get: createAuthenticator().get })).toBeRefusedFor(
      'passkey-unproved',
    );
    // A new passkey in answer to the request for the old one is none either.
    const { options } = (await thief.ask('challengePasskey', { body: {} })).body;
    const made = createAuthenticator().create({ ...options, rp: { id: 'credit.example.org' } });
    expect(await thief.ask('provePasskey', { body: { response: made } })).toBeRefusedFor('passkey-unproved');
    expect(await thief.ask('listStaff')).toBeRefusedFor('passkey-needed');
  });

  it('with a further passkey, for another device, that an earlier one let them make', async () => {
    const browser = await byCode();
    await prove(browser);
    const phone = createAuthenticator();
    expect((await prove(browser, phone, { purpose: 'add' })).status).toBe(200);
    expect((await prove(await byCode(), phone)).body.verified).toBe(true);
    expect(service.held<{ type: string }>('audit').filter(({ type }) => type === 'staff.passkey-added')).toHaveLength(
      2,
    );
  });

  it.each([
    ['another site’s', { origin: 'https://credit.example.org.evil.example' }],
    ['one that did not ask for a finger, a face or a PIN', { verifies: false }],
  ])('with no passkey of %s', async (_, lie) => {
    const browser = await byCode();
    expect(await prove(browser, createAuthenticator(lie))).toBeRefusedFor('passkey-unproved');
    expect((await browser.ask('getStaffMe')).body.verified).toBe(false);
  });

  it('by an answer that is given once: a repeat proves nothing', async () => {
    const authenticator = createAuthenticator();
    const browser = await byCode();
    await prove(browser, authenticator);
    const { options } = (await browser.ask('challengePasskey', { body: {} })).body;
    const response = authenticator.get(options);
    expect((await browser.ask('provePasskey', { body: { response } })).status).toBe(200);
    expect(await browser.ask('provePasskey', { body: { response } })).toBeRefusedFor('passkey-unproved');
    const { ask } = await byCode();
    await ask('challengePasskey', { body: {} });
    expect(await ask('provePasskey', { body: { response } })).toBeRefusedFor('passkey-unproved');
  });

  it('with the same answer for every address, and a mail that tells its owner alone whether it is staff’s', async () => {
    const { ask } = createBrowser(service);
    const known = await ask('startStaffSignIn', { body: { email: OWNER } });
    const unknown = await ask('startStaffSignIn', { body: { email: 'stranger@example.org' } });
    expect(unknown.text).toBe(known.text);
    const [toStaff, toStranger] = service.inbox.delivered.slice(-2);
    expect(toStaff?.text).toMatch(/^Code: \S+$/m);
    expect(toStranger?.text).not.toContain('Code:');
    expect(toStranger?.text).toContain('ask an owner of the console to invite you');
  });

  it('apart from learners: the code of one opens nothing of the other', async () => {
    const { ask, cookies } = createBrowser(service);
    await ask('startSignIn', { body: { email: OWNER } });
    cookies.set('__Host-staff-sign-in', cookies.get('__Host-sign-in') ?? '');
    const entered = await ask('enterStaffCode', { body: { code: codeFor(service, OWNER) } });
    expect(entered.status).toBe(200);
    // Both codes prove the same address; what it is worth the console decides, by the passkey.
    expect(await ask('listStaff')).toBeRefusedFor('passkey-needed');
  });

  it('for twelve hours, or until they sign out', async () => {
    const browser = await createStaff(service, 'author');
    expect((await browser.ask('getStaffMe')).status).toBe(200);
    service.pass(12 * 3_600_000);
    expect(await browser.ask('getStaffMe')).toBeRefusedFor('not-signed-in');
    const other = await createStaff(service, 'author');
    await other.ask('signStaffOut', { body: {} });
    expect(await other.ask('getStaffMe')).toBeRefusedFor('not-signed-in');
  });
});

describe('an owner decides who is staff', () => {
  it('by inviting, changing a role and ending access, each with its line in the audit trail', async () => {
    const owner = await createStaff(service, 'owner', { email: OWNER });
    const invited = await owner.ask('inviteStaff', {
      body: { email: ' New@Meridian.example ', name: 'Nils Ferreira-Holt', role: 'author' },
    });
    expect(invited.status).toBe(201);
    expect(invited.body).toMatchObject({ email: 'new@meridian.example', role: 'author' });
    const params = { staffId: invited.body.staffId };
    expect((await owner.ask('changeStaffRole', { params, body: { role: 'auditor' } })).body.role).toBe('auditor');
    expect((await owner.ask('endStaffAccess', { params, body: {} })).body.endedAt).toBe(service.now());
    expect(await owner.ask('changeStaffRole', { params, body: { role: 'owner' } })).toBeRefusedFor('not-found');
    const trail = service.held<{ type: string; by: string }>('audit').filter(({ by }) => by === owner.staffId);
    expect(trail.map(({ type }) => type).sort()).toEqual(['staff.ended', 'staff.invited', 'staff.role-changed']);
  });

  it('of an address once, and again when its access has ended', async () => {
    const owner = await createStaff(service, 'owner', { email: OWNER });
    const body = { email: 'new@meridian.example', name: 'Nils Ferreira-Holt', role: 'author' };
    const first = (await owner.ask('inviteStaff', { body })).body;
    expect(await owner.ask('inviteStaff', { body })).toBeRefusedFor('is-staff-already');
    await owner.ask('endStaffAccess', { params: { staffId: first.staffId }, body: {} });
    const again = await owner.ask('inviteStaff', { body });
    expect(again.status).toBe(201);
    expect(again.body.staffId).not.toBe(first.staffId);
  });

  it('but never leaves the console without an owner', async () => {
    const owner = await createStaff(service, 'owner', { email: OWNER });
    const params = { staffId: owner.staffId };
    expect(await owner.ask('changeStaffRole', { params, body: { role: 'author' } })).toBeRefusedFor('last-owner');
    expect(await owner.ask('endStaffAccess', { params, body: {} })).toBeRefusedFor('last-owner');
    await createStaff(service, 'owner', { email: 'second@meridian.example' });
    expect((await owner.ask('endStaffAccess', { params, body: {} })).status).toBe(200);
    expect(await owner.ask('listStaff')).toBeRefusedFor('not-signed-in');
  });

  it('and has the passkeys of somebody who lost them forgotten, who then makes a new one', async () => {
    const lost = createAuthenticator();
    await prove(await byCode(), lost);
    const other = await createStaff(service, 'owner', { email: 'second@meridian.example' });
    const { staff } = (await other.ask('listStaff')).body;
    const { staffId = '' } = staff.find(({ email }) => email === OWNER) ?? {};
    expect((await other.ask('forgetPasskeys', { params: { staffId }, body: {} })).status).toBe(200);
    service.pass(1);
    const browser = await byCode();
    expect(browser.entered.body.hasPasskey).toBe(false);
    expect((await prove(browser)).body.verified).toBe(true);
    expect(await prove(await byCode(), lost)).toBeRefusedFor('passkey-unproved');
  });
});

describe('all sessions of somebody are ended', () => {
  const thief = async () => {
    const authenticator = createAuthenticator();
    const [own, stolen] = [await byCode(), await byCode()];
    await prove(own, authenticator);
    await prove(stolen, authenticator);
    service.pass(1);
    return { own, stolen, authenticator };
  };
  const ended = () => service.held<{ type: string }>('audit').filter(({ type }) => type === 'staff.sessions-ended');

  it('with their passkeys, so that whoever signed in with a stolen one does not make another', async () => {
    const { stolen } = await thief();
    await service.changeStaff({ does: 'forget-passkeys', email: OWNER });
    expect(await stolen.ask('listStaff')).toBeRefusedFor('not-signed-in');
    expect(await stolen.ask('challengePasskey', { body: {} })).toBeRefusedFor('not-signed-in');
  });

  it('by themselves, and a sign-in afterwards holds', async () => {
    const { own, stolen, authenticator } = await thief();
    expect((await own.ask('signStaffOutEverywhere')).status).toBe(200);
    for (const browser of [own, stolen]) expect(await browser.ask('listStaff')).toBeRefusedFor('not-signed-in');
    expect(ended()).toHaveLength(1);
    service.pass(1);
    const again = await byCode();
    expect((await prove(again, authenticator)).body.verified).toBe(true);
    expect((await again.ask('listStaff')).status).toBe(200);
  });

  it('by an owner, and they keep their access', async () => {
    const { own } = await thief();
    const other = await createStaff(service, 'owner', { email: 'second@meridian.example' });
    const { staff } = (await other.ask('listStaff')).body;
    const { staffId = '' } = staff.find(({ email }) => email === OWNER) ?? {};
    expect((await other.ask('endStaffSessions', { params: { staffId }, body: {} })).status).toBe(200);
    expect(await own.ask('listStaff')).toBeRefusedFor('not-signed-in');
    expect((await other.ask('listStaff')).status).toBe(200);
    expect((await other.ask('endStaffSessions', { params: { staffId: 'none' }, body: {} })).status).toBe(404);
  });
});

describe('a further passkey', () => {
  it('takes one that was proved in the last five minutes, so that an unlocked desk gives nobody one of their own', async () => {
    const browser = await byCode();
    const own = createAuthenticator();
    await prove(browser, own);
    service.pass(5 * 60_000);
    expect(await browser.ask('challengePasskey', { body: { purpose: 'add' } })).toBeRefusedFor('step-up-needed');
    // Nor in answer to the request for the one that there is.
    const { options } = (await browser.ask('challengePasskey', { body: {} })).body;
    const made = createAuthenticator().create({ ...options, rp: { id: 'credit.example.org' } });
    expect(await browser.ask('provePasskey', { body: { response: made } })).toBeRefusedFor('passkey-unproved');
    await prove(browser, own);
    expect((await prove(browser, createAuthenticator(), { purpose: 'add' })).status).toBe(200);
  });
});

describe('the command line', () => {
  it('makes the first owner and changes what staff are, by their address', async () => {
    const email = 'aide@meridian.example';
    expect(await service.changeStaff({ does: 'add', email, name: 'Aino Vasquez-Lind', role: 'author' })).toMatchObject({
      outcome: 'done',
    });
    expect(await service.changeStaff({ does: 'add', email, name: 'Aino', role: 'author' })).toMatchObject({
      outcome: 'refused',
    });
    expect(await service.changeStaff({ does: 'role', email, role: 'auditor' })).toMatchObject({
      member: { role: 'auditor' },
    });
    expect(await service.changeStaff({ does: 'forget-passkeys', email })).toMatchObject({ outcome: 'done' });
    expect(await service.changeStaff({ does: 'end', email })).toMatchObject({ outcome: 'done' });
    expect(await service.changeStaff({ does: 'end', email })).toEqual({ outcome: 'unknown' });
    expect(await service.changeStaff({ does: 'end', email: OWNER })).toMatchObject({ outcome: 'refused' });
  });
});
