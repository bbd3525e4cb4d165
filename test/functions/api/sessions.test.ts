import { beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from '../../support/browser.ts';
import { codeFor, createLearner, type Learner, signIn } from '../../support/learner.ts';
import '../../support/refusals.ts';
import { createBrowser } from '../../support/browser.ts';
import { createService, type Service } from '../../support/service.ts';
import { createStaff } from '../../support/staff.ts';

const email = 'amelie@example.org';
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0';
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';

let service: Service;
let learner: Learner;
beforeEach(async () => {
  service = createService();
  learner = await createLearner(service, { email });
});

async function signInWith(userAgent: string, address = email): Promise<Browser> {
  const browser = createBrowser(service);
  await browser.ask('startSignIn', { body: { email: address } });
  await browser.ask('enterCode', { body: { code: codeFor(service, address) }, headers: { 'user-agent': userAgent } });
  return browser;
}
const sessionsOf = async ({ ask }: Pick<Browser, 'ask'>) => (await ask('getPrivacy')).body.sessions;
const isSignedIn = async ({ ask }: Pick<Browser, 'ask'>) => (await ask('getMe')).status === 200;
const audited = () =>
  service
    .held<{ type: string; by: string; data: object }>('audit')
    .filter(({ type }) => type === 'learner.sessions-ended');

describe('where a learner is signed in', () => {
  it('is shown with the browser in a few words and when, the latest first, and says which one is looked at', async () => {
    service.pass(60_000);
    const desk = await signInWith(firefox);
    service.pass(60_000);
    await signInWith(iphone);
    expect(await sessionsOf(desk)).toMatchObject([
      { device: 'Safari on an iPhone', startedAt: '2026-03-09T04:32:00.000Z', isThis: false },
      { device: 'Firefox on Windows', startedAt: '2026-03-09T04:31:00.000Z', isThis: true },
      { device: 'A browser', isThis: false },
    ]);
  });

  it('keeps of what a browser says of itself those words alone, and hands them out with the learner’s data', async () => {
    const phone = await signInWith(iphone);
    expect(JSON.stringify(service.table.rows())).not.toContain('AppleWebKit');
    expect((await phone.ask('exportData')).text).toContain('Safari on an iPhone');
  });

  it('shows nobody else’s, and no browser in which they signed out', async () => {
    const other = await signIn(service, 'lukasz@example.org');
    const phone = await signInWith(iphone);
    await phone.ask('signOut', { body: {} });
    expect(await sessionsOf(learner)).toHaveLength(1);
    expect(await sessionsOf(other)).toHaveLength(1);
  });
});

describe('signing out elsewhere', () => {
  it('ends one session and no other, at once', async () => {
    const [phone, desk] = [await signInWith(iphone), await signInWith(firefox)];
    const wanted = (await sessionsOf(desk)).find(({ device }) => device === 'Safari on an iPhone');
    const ended = await desk.ask('endSessions', { body: { sessionId: wanted?.sessionId } });
    expect(ended.body).toEqual({ ended: 1 });
    expect([await isSignedIn(phone), await isSignedIn(desk), await isSignedIn(learner)]).toEqual([false, true, true]);
    expect(audited()).toMatchObject([{ by: 'learner', data: { ended: 1 } }]);
  });

  it('ends every other session, and stays signed in itself; a repeat ends nothing more', async () => {
    const others = [learner, await signInWith(iphone), await signInWith(firefox)];
    const here = await signInWith(firefox);
    expect((await here.ask('endSessions', { body: { others: true } })).body).toEqual({ ended: 3 });
    expect(await Promise.all(others.map(isSignedIn))).toEqual([false, false, false]);
    expect(await sessionsOf(here)).toMatchObject([{ isThis: true }]);
    expect((await here.ask('endSessions', { body: { others: true } })).body).toEqual({ ended: 0 });
    expect(audited()).toHaveLength(1);
  });

  it('reaches nobody else’s session, nor one that there is not', async () => {
    const other = await signIn(service, 'lukasz@example.org');
    const [theirs] = await sessionsOf(other);
    for (const sessionId of [theirs?.sessionId, 'none'])
      expect((await learner.ask('endSessions', { body: { sessionId } })).body).toEqual({ ended: 0 });
    expect(await isSignedIn(other)).toBe(true);
    expect(audited()).toEqual([]);
  });

  it('takes a sign-in of the last quarter of an hour, so that nobody shuts a learner out at a browser that was left open', async () => {
    const phone = await signInWith(iphone);
    service.pass(16 * 60_000);
    expect(await learner.ask('endSessions', { body: { others: true } })).toBeRefusedFor('sign-in-again');
    expect(await isSignedIn(phone)).toBe(true);
  });

  it('ends as many as there are, by more than one transaction', async () => {
    for (let number = 0; number < 60; number++) {
      service.pass(5 * 60_000);
      await signInWith(firefox);
    }
    const here = await signInWith(iphone);
    expect((await here.ask('endSessions', { body: { others: true } })).body).toEqual({ ended: 61 });
    expect(await sessionsOf(here)).toHaveLength(1);
    const counts = audited().map(({ data }) => (data as { ended: number }).ended);
    expect(counts.toSorted()).toEqual([11, 50]);
  });
});

describe('a learner whose device was stolen', () => {
  it('is signed out everywhere by staff, which is in the audit trail, and signs in anew', async () => {
    const phone = await signInWith(iphone);
    const office = await createStaff(service, 'coordinator');
    const { learnerId } = (await learner.ask('getMe')).body;
    const params = { learnerId };
    expect((await office.ask('endLearnerSessions', { params, body: {} })).body).toEqual({ ended: 2 });
    expect([await isSignedIn(phone), await isSignedIn(learner)]).toEqual([false, false]);
    expect(audited()).toMatchObject([{ by: office.staffId, data: { learnerId, ended: 2 } }]);
    expect((await office.ask('endLearnerSessions', { params, body: {} })).body).toEqual({ ended: 0 });
    expect(await isSignedIn(await signInWith(iphone))).toBe(true);
    expect((await office.ask('endLearnerSessions', { params: { learnerId: 'none' }, body: {} })).status).toBe(404);
  });

  it('is signed out by nobody whose work it is not, nor by whoever’s passkey was not asked lately', async () => {
    const { learnerId } = (await learner.ask('getMe')).body;
    const params = { learnerId };
    const reader = await createStaff(service, 'auditor');
    expect((await reader.ask('endLearnerSessions', { params, body: {} })).status).toBe(403);
    const office = await createStaff(service, 'coordinator');
    service.pass(6 * 60_000);
    expect((await office.ask('endLearnerSessions', { params, body: {} })).reasons[0]?.code).toBe('step-up-needed');
    expect(await isSignedIn(learner)).toBe(true);
  });
});
