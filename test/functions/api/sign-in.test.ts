import { beforeEach, describe, expect, it } from 'vitest';
import { routes } from '../../../shared/api/routes.ts';
import { DAY, MINUTE } from '../../../shared/domain/kinds.ts';
import { createBrowser, eventOf } from '../../support/browser.ts';
import { codeFor, createLearner, signIn } from '../../support/learner.ts';
import '../../support/refusals.ts';
import { createService, type Service } from '../../support/service.ts';

const email = 'amelie@example.org';
let service: Service;
beforeEach(() => {
  service = createService();
});

/** A browser that has asked for a code, and the code that was mailed. */
async function asked(address = email) {
  const browser = createBrowser(service);
  const answer = await browser.ask('startSignIn', { body: { email: address } });
  return { browser, answer, code: codeFor(service, address) };
}
const enter = (browser: ReturnType<typeof createBrowser>, code: string) => browser.ask('enterCode', { body: { code } });
const isSignedIn = async (browser: ReturnType<typeof createBrowser>) => (await browser.ask('getMe')).status === 200;

describe('signing in by a mailed code', () => {
  it('signs in the browser that asked, makes the account on the way, and knows it the next time', async () => {
    const { browser, answer, code } = await asked();
    expect(answer.status).toBe(202);
    expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
    const first = await enter(browser, code);
    expect(first.body.profileComplete).toBe(false);
    expect((await browser.ask('getMe')).body).toEqual({ learnerId: first.body.learnerId, email });

    const again = await asked(' Amelie@EXAMPLE.org '.trim());
    const second = await enter(again.browser, codeFor(service, email));
    expect(second.body.learnerId).toBe(first.body.learnerId);
  });

  it('takes the code in small letters and without its hyphen', async () => {
    const { browser, code } = await asked();
    expect((await enter(browser, ` ${code.toLowerCase().replace('-', ' ')}`)).status).toBe(200);
  });

  it('keeps the session and the code’s browser in cookies that scripts and other hosts cannot touch', async () => {
    const { browser, code } = await asked();
    expect([...browser.cookies.keys()]).toEqual(['__Host-sign-in']);
    await enter(browser, code);
    expect([...browser.cookies.keys()]).toEqual(['__Host-session']);
    const stored = JSON.stringify(service.table.rows());
    for (const secret of browser.cookies.values()) expect(stored).not.toContain(secret);
    expect(stored).not.toContain(code);
  });

  it('begins another session each time, so that none can be planted beforehand', async () => {
    const browser = createBrowser(service);
    browser.cookies.set('__Host-session', 'planted');
    await signIn(service, email, browser);
    const first = browser.cookies.get('__Host-session');
    expect(first).not.toBe('planted');
    await signIn(service, email, browser);
    expect(browser.cookies.get('__Host-session')).not.toBe(first);
    const former = createBrowser(service);
    former.cookies.set('__Host-session', first ?? '');
    expect(await isSignedIn(former)).toBe(false);
  });

  it('does not work in any other browser, with or without a code of its own', async () => {
    const { browser, code } = await asked();
    const stranger = createBrowser(service);
    expect(await enter(stranger, code)).toBeRefusedFor('other-browser');
    const other = await asked('eve@example.org');
    expect(await enter(other.browser, code)).toBeRefusedFor('code-wrong');
    stranger.cookies.set('__Host-sign-in', 'guessed');
    expect(await enter(stranger, code)).toBeRefusedFor('other-browser');
    expect(await isSignedIn(stranger)).toBe(false);
    expect((await enter(browser, code)).status).toBe(200);
  });

  it('lets nobody guess: after five wrong codes even the right one is worth nothing', async () => {
    const { browser, code } = await asked();
    for (const left of [4, 3, 2, 1, 0]) {
      const answer = await enter(browser, '2222-2222');
      expect(answer).toBeRefusedFor('code-wrong');
      expect(answer.status).toBe(401);
      if (left > 0)
        expect(answer.reasons[0]?.remedy).toContain(left === 1 ? 'one try is left' : `${left} tries are left`);
    }
    expect(await enter(browser, code)).toBeRefusedFor('code-used-up');
    expect(await isSignedIn(browser)).toBe(false);
  });

  it('judges no more than five of many codes that are entered at once', async () => {
    const { browser } = await asked();
    const answers = await Promise.all(Array.from({ length: 40 }, () => enter(browser, '2222-2222')));
    const codes = answers.flatMap(({ reasons }) => reasons.map(({ code }) => code));
    expect(codes.filter((code) => code === 'code-wrong')).toHaveLength(5);
  });

  it('begins one session when the right code is entered twice at once', async () => {
    const { browser, code } = await asked();
    const cookies = new Map(browser.cookies);
    const twin = createBrowser(service);
    for (const [name, value] of cookies) twin.cookies.set(name, value);
    const answers = await Promise.all([enter(browser, code), enter(twin, code)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401]);
    expect(service.held('session')).toHaveLength(1);
  });

  it('ends the code after ten minutes, and after its use', async () => {
    const late = await asked();
    service.pass(10 * MINUTE);
    expect(await enter(late.browser, late.code)).toBeRefusedFor('code-expired');
    const { browser, code } = await asked();
    const cookies = new Map(browser.cookies);
    await enter(browser, code);
    for (const [name, value] of cookies) browser.cookies.set(name, value);
    expect(await enter(browser, code)).toBeRefusedFor('code-expired');
  });

  it('leaves the browser knowing that it asked when the code has ended, so that whoever is late is told that', async () => {
    const sent = eventOf(routes.startSignIn, { body: { email: 'late@example.org' } }, new Map());
    const { cookies = [] } = await service.handle('startSignIn', sent);
    const [, seconds] = /Max-Age=(\d+)/.exec(cookies.join()) ?? [];
    expect(Number(seconds)).toBeGreaterThan((10 * MINUTE) / 1_000);
  });

  it('is untouched by a mail scanner that opens the link, posts the form and tries the code', async () => {
    const { browser, code } = await asked();
    const scanner = createBrowser(service);
    await scanner.ask('listActivities');
    for (let tries = 0; tries < 7; tries++) expect((await enter(scanner, code)).status).toBe(401);
    await scanner.ask('signOut');
    expect((await enter(browser, code)).status).toBe(200);
  });

  it('gives a known and an unknown address the same answer and the same mail', async () => {
    await signIn(service, email);
    const known = await asked(email);
    const unknown = await asked('nobody@example.org');
    expect({ ...known.answer.body, status: known.answer.status }).toEqual({
      ...{ ...unknown.answer.body, status: unknown.answer.status },
    });
    const [one, other] = service.inbox.delivered.slice(-2);
    expect(one?.subject).toBe(other?.subject);
    expect(one?.text.replace(known.code, '')).toBe(other?.text.replace(unknown.code, ''));
    expect(one?.messageKey).not.toContain(email);
  });

  it('keeps the code out of the subject and out of every link of the mail', async () => {
    const { code } = await asked();
    const mail = service.inbox.delivered.at(-1);
    expect(mail?.subject).not.toContain(code);
    for (const [link] of `${mail?.text} ${mail?.html}`.matchAll(/https?:[^\s"<]+/g))
      expect(link).not.toContain(code.slice(0, 4));
  });

  it('mails one address five codes in a quarter of an hour, and then says how long to wait', async () => {
    for (let count = 0; count < 5; count++) expect((await asked()).answer.status).toBe(202);
    const refused = (await asked(' AMELIE@example.org'.trim())).answer;
    expect(refused.status).toBe(429);
    expect(refused).toBeRefusedFor('too-many-requests');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(service.inbox.delivered).toHaveLength(5);
    expect((await asked('other@example.org')).answer.status).toBe(202);
    service.pass(15 * MINUTE);
    expect((await asked()).answer.status).toBe(202);
  });

  it('says 503 while no mail can be sent, and signs in when it can be again', async () => {
    service.state.mailIsDown = true;
    const { answer } = await asked();
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBeDefined();
    service.state.mailIsDown = false;
    expect(await isSignedIn(await signIn(service, email))).toBe(true);
  });
});

describe('a session', () => {
  it('ends when the learner signs out, on the server too', async () => {
    const browser = await signIn(service, email);
    const cookies = new Map(browser.cookies);
    const left = await browser.ask('signOut');
    expect(left.body).toEqual({ status: 'done' });
    // Neither the cookies nor the storage: those are of both sites, and of others who use this browser.
    expect(left.headers['clear-site-data']).toBe('"cache"');
    expect(browser.cookies.size).toBe(0);
    for (const [name, value] of cookies) browser.cookies.set(name, value);
    expect(await browser.ask('getMe')).toBeRefusedFor('not-signed-in');
    expect((await browser.ask('signOut')).status).toBe(200);
  });

  it('ends by itself after 30 days', async () => {
    const browser = await signIn(service, email);
    service.pass(30 * DAY - 1);
    expect(await isSignedIn(browser)).toBe(true);
    service.pass(1);
    expect(await isSignedIn(browser)).toBe(false);
  });

  it('leaves the sessions of other browsers alone', async () => {
    const [one, other] = [await signIn(service, email), await signIn(service, email)];
    await one.ask('signOut');
    expect(await isSignedIn(other)).toBe(true);
  });
});

describe('the profile', () => {
  it('is stored as it will be printed, and shows it', async () => {
    const { ask } = await createLearner(service, { profile: null });
    const { body } = await ask('putMe', {
      body: { givenName: ' Ame\u0301lie\u202e ', familyName: 'Nguyễn\n\nTran', profession: 'nurse', credentials: 'RN' },
    });
    expect(body).toMatchObject({
      givenName: 'Amélie',
      familyName: 'Nguyễn Tran',
      nameOnCertificate: 'Amélie Nguyễn Tran, RN',
    });
    expect((await ask('getMe')).body).toEqual(body);
    const without = await ask('putMe', {
      body: { givenName: 'A', familyName: 'B', profession: 'other', credentials: '' },
    });
    expect(without.body.nameOnCertificate).toBe('A B');
  });

  it('is refused with every fault at once, at its field', async () => {
    const { ask } = await createLearner(service, { profile: null });
    const answer = await ask('putMe', { body: { givenName: ' ', familyName: 'x'.repeat(101), profession: 'wizard' } });
    expect(answer.status).toBe(422);
    expect(answer.reasons.map(({ field }) => field)).toEqual(['/givenName', '/familyName', '/profession']);
    expect((await ask('getMe')).body.givenName).toBeUndefined();
  });

  it('can never carry another’s account in its body', async () => {
    const eve = await createLearner(service, { email: 'eve@example.org' });
    const { learnerId } = (await (await createLearner(service)).ask('getMe')).body;
    const sent = { givenName: 'Eve', familyName: 'X', profession: 'nurse', learnerId, email };
    const { body } = await eve.ask('putMe', { body: sent });
    expect(body.email).toBe('eve@example.org');
    expect(body.learnerId).not.toBe(learnerId);
  });
});
