import { capabilitiesOver } from '../../functions/capabilities.ts';
import { later } from '../../shared/domain/kinds.ts';
import type { Role, Staff } from '../../shared/domain/staff.ts';
import { createBrowser } from './browser.ts';
import type { Service } from './service.ts';

/**
 * A browser that somebody of the staff is signed in with by their passkey, in a role. Their session is written as the real
 * sign-in writes it (`test/functions/admin/staff.test.ts` goes that way with an authenticator).
 */
export async function createStaff(
  service: Service,
  role: Role,
  { email = `${role}@meridian.example`, name = `The ${role}`, verified = true } = {},
) {
  // A function that may write what sign-in writes.
  const { staff, table, ids, digests } = capabilitiesOver(service.portsOf('admin-staff'));
  const now = service.now();
  const known = (await staff.ofAddress(email))?.value;
  const member: Staff = known ?? { staffId: ids.id(), email, name, role, createdAt: now };
  const secret = ids.secret();
  const session = { staffId: member.staffId, startedAt: now, endsAt: later(now, 12 * 3_600_000) };
  await table.write([
    ...(known ? [] : await staff.add(member)),
    staff.putSession(digests.sha256(secret), verified ? { ...session, verifiedAt: now } : session),
  ]);
  const browser = createBrowser(service);
  browser.cookies.set('__Host-staff', secret);
  return { ...browser, staffId: member.staffId, name: member.name };
}
export type StaffBrowser = Awaited<ReturnType<typeof createStaff>>;
