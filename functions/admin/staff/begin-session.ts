import { later, SECOND } from '../../../shared/domain/kinds.ts';
import { STAFF_SESSION_LIFETIME_MS } from '../../../shared/domain/sign-in.ts';
import type { StaffId } from '../../../shared/domain/staff.ts';
import type { Write } from '../../../shared/ports.ts';
import type { Capabilities } from '../../capabilities.ts';
import { setCookie, staffCookie } from '../../middleware/cookies.ts';

/** The write and the cookie of a session whose address is proved, and whose passkey is not yet. */
export function beginSession(
  staffId: StaffId,
  { staff, ids, digests, clock }: Capabilities<object>,
): { readonly write: Write; readonly cookie: string } {
  const now = clock.now();
  const secret = ids.secret();
  const session = { staffId, startedAt: now, endsAt: later(now, STAFF_SESSION_LIFETIME_MS) };
  return {
    write: staff.putSession(digests.sha256(secret), session),
    cookie: setCookie(staffCookie, secret, STAFF_SESSION_LIFETIME_MS / SECOND),
  };
}
