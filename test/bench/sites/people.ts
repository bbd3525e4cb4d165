import type { Windows } from '../../journeys/support/chromium.ts';
import { HttpLearner } from '../../journeys/support/http-learner.ts';
import { PageStaff } from '../../journeys/support/page-staff.ts';
import type { RunningSystem } from '../../journeys/support/running-system.ts';
import { pressOn, walletOf } from '../../journeys/support/whole-journey.ts';
import type { Cookies } from './phone.ts';

/** Somebody who has a certificate, and is in the midst of another Post-Test. */
export async function learnerInTheMidst(system: RunningSystem): Promise<{
  readonly cookies: Cookies;
  readonly certificate: string;
  readonly attempt: string;
}> {
  const learner = new HttpLearner(system, 'amelie@example.org');
  await learner.signIn({ givenName: 'Amélie', familyName: 'Nguyễn', profession: 'physician', credentials: 'MD' });
  await pressOn(learner, Date.now() + 60_000);
  const [credit] = (await walletOf(learner)).credits;
  const course = '/api/activities/anticoagulant-safety/attempts';
  const { body } = await learner.call('POST', course, { assessmentId: 'post-test' });
  return {
    cookies: [...learner.cookies].map(([name, value]) => ({
      ...{ name, value, domain: 'localhost', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' },
    })),
    certificate: `/c/${credit?.certificateId}`,
    attempt: `/a/anticoagulant-safety/attempts/${String(body.attemptId)}`,
  };
}

/** The first owner of the console, signed in. */
export async function ownerAtDesk(browser: Windows, system: RunningSystem): Promise<Cookies> {
  const owner = await PageStaff.atDesk(browser, system);
  await owner.signInTo();
  const cookies = await owner.page.context().cookies();
  await owner.page.context().close();
  return cookies;
}
