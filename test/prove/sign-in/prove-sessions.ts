import { createAuthenticator } from '../../support/authenticator.ts';
import type { Browser } from '../../support/browser.ts';
import { createService } from '../../support/service.ts';
import type { Finding } from '../proof.ts';
import { createTally } from '../tally.ts';
import { byCode, type Door, doors, employ, isSignedIn, knowing, showPasskey } from './people.ts';

const HOUR_MS = 3_600_000;

/**
 * Whatever somebody knew of a session before it was signed in, or signed in more strongly, is worth nothing afterwards: each
 * sign-in and each passkey gives a new secret of 256 bits, and the one before it is dead (session fixation; OWASP ASVS 5.0, 7.2.4).
 */
export async function proveSessions(people: number): Promise<Finding> {
  const tally = createTally('sessions');
  const service = createService();
  const seen = new Set<string>();

  const judgeRenewed = async (what: string, door: Door, browser: Browser, before: string | undefined, who: string) => {
    const now = browser.cookies.get(door.cookie);
    const isNew = now !== undefined && now !== before && now.length === 43 && !seen.has(now);
    if (now) seen.add(now);
    const formerIsDead = !(await isSignedIn(knowing(service, door, before), door));
    const holds = isNew && formerIsDead && (await isSignedIn(browser, door));
    tally.judge(holds, what, () => `${who}: ${isNew ? 'the former id still works' : 'the id is the same'}`);
  };

  for (let number = 0; number < people; number++) {
    // Codes are counted by address and by network: each comes in a quarter of an hour of their own.
    service.pass(HOUR_MS / 4);
    const email = `person-${number}@example.org`;
    const planted = knowing(service, doors.learner, 'planted by somebody else');
    await byCode(service, doors.learner, email, planted);
    await judgeRenewed(
      'an id that was planted is not the session’s',
      doors.learner,
      planted,
      'planted by somebody else',
      email,
    );
    const first = planted.cookies.get(doors.learner.cookie);
    await byCode(service, doors.learner, email, planted);
    await judgeRenewed(
      'a learner who signs in again has a new id, and the old one is dead',
      doors.learner,
      planted,
      first,
      email,
    );

    await employ(service, email);
    const authenticator = createAuthenticator();
    const staff = await byCode(service, doors.staff, email, knowing(service, doors.staff, 'planted'));
    await judgeRenewed('an id that was planted is not the session’s', doors.staff, staff, 'planted', email);
    const proved = staff.cookies.get(doors.staff.cookie);
    await showPasskey(staff, authenticator);
    await judgeRenewed('a passkey gives a new id, and the old one is dead', doors.staff, staff, proved, email);
    const verified = staff.cookies.get(doors.staff.cookie);
    await showPasskey(staff, authenticator);
    await judgeRenewed(
      'a passkey for what is grave gives a new id, and the old one is dead',
      doors.staff,
      staff,
      verified,
      email,
    );
    const steppedUp = staff.cookies.get(doors.staff.cookie);
    await byCode(service, doors.staff, email, staff);
    await judgeRenewed(
      'staff who sign in again have a new id, and the old one is dead',
      doors.staff,
      staff,
      steppedUp,
      email,
    );
  }
  return tally.finding();
}
