import { later, SECOND } from '../../../shared/domain/kinds.ts';
import { STAFF_SESSION_LIFETIME_MS } from '../../../shared/domain/sign-in.ts';
import type { StaffId } from '../../../shared/domain/staff.ts';
import type { Write } from '../../../shared/ports.ts';
import type { Capabilities } from '../../capabilities.ts';
import { setCookie, staffCookie } from '../../middleware/cookies.ts';
import type { Stored } from '../../records/rows.ts';
import type { StaffSession } from '../../records/staff.ts';

/** A session that begins: what is written, and what the browser keeps of it. */
interface Begun {
  readonly writes: readonly Write[];
  readonly cookie: string;
}

const secondsUntil = (endsAt: string, now: string): number =>
  Math.max(0, Math.round((Date.parse(endsAt) - Date.parse(now)) / SECOND));

/**
 * The session goes on under a new secret, and the former is worth nothing from now on: whoever came to know it earlier has no
 * part in what is proved now (session fixation; OWASP ASVS 5.0, 7.2.4).
 */
export function renewSession(
  former: Stored<StaffSession>,
  formerHash: string,
  session: StaffSession,
  { staff, ids, digests, clock }: Capabilities<object>,
): Begun {
  const now = clock.now();
  const secret = ids.secret();
  return {
    writes: [
      staff.putSession(digests.sha256(secret), session),
      staff.putSession(formerHash, { ...former.value, endsAt: now }, former),
    ],
    cookie: setCookie(staffCookie, secret, secondsUntil(session.endsAt, now)),
  };
}

/**
 * Begins a session whose address is proved, and whose passkey is not yet; ends the one that the browser had.
 * @param formerSecret out of the browser's cookie
 */
export async function beginSession(
  staffId: StaffId,
  formerSecret: string | undefined,
  capabilities: Capabilities<object>,
): Promise<Begun> {
  const { staff, ids, digests, clock } = capabilities;
  const now = clock.now();
  const session = { staffId, startedAt: now, endsAt: later(now, STAFF_SESSION_LIFETIME_MS) };
  const formerHash = formerSecret === undefined ? undefined : digests.sha256(formerSecret);
  const former = formerHash === undefined ? undefined : await staff.session(formerHash);
  if (former && formerHash !== undefined) return renewSession(former, formerHash, session, capabilities);
  const secret = ids.secret();
  return {
    writes: [staff.putSession(digests.sha256(secret), session)],
    cookie: setCookie(staffCookie, secret, STAFF_SESSION_LIFETIME_MS / SECOND),
  };
}
