import { cleanName, normalizeEmail } from '../../shared/domain/learner.ts';
import { type Refusal, refuse } from '../../shared/domain/refusal.ts';
import type { Role, Staff, StaffId } from '../../shared/domain/staff.ts';
import { type Clock, type Ids, LostRaceError, type Table } from '../../shared/ports.ts';
import { againAfterLostRaces } from '../races.ts';
import type { Ledger } from '../records/ledger.ts';
import type { StaffRecords } from '../records/staff.ts';

interface Needed {
  readonly staff: StaffRecords;
  readonly ledger: Ledger;
  readonly table: Table;
  readonly clock: Clock;
  readonly ids: Ids;
}

const isStaffAlready = refuse({
  code: 'is-staff-already',
  message: 'This address is of somebody who is staff.',
  remedy: 'Change their role, or give another address.',
  field: '/email',
});

const lastOwner = refuse({
  code: 'last-owner',
  message: 'Somebody must own the console, and nobody else does.',
  remedy: 'Make somebody else an owner first.',
});

/** Makes somebody staff, or says why not. @param by who decides it: the id of staff, or `command line` */
export async function inviteMember(
  { email, name, role }: { readonly email: string; readonly name: string; readonly role: Role },
  by: string,
  { staff, ledger, table, clock, ids }: Needed,
): Promise<Staff | Refusal> {
  if (await staff.ofAddress(email)) return isStaffAlready;
  const member: Staff = {
    ...{ staffId: ids.id(), email: normalizeEmail(email), name: cleanName(name), role, createdAt: clock.now() },
  };
  const { staffId } = member;
  try {
    await table.write([...(await staff.add(member)), ledger.audit(by, 'staff.invited', { staffId, role })]);
  } catch (error) {
    if (error instanceof LostRaceError) return isStaffAlready;
    throw error;
  }
  return member;
}

/** Gives somebody another role or ends their access, or says why not; nothing where there is no such person. */
export const changeMember = (
  staffId: StaffId,
  change: { readonly role: Role } | { readonly ended: true },
  by: string,
  { staff, ledger, table, clock }: Needed,
): Promise<Staff | Refusal | undefined> =>
  againAfterLostRaces(async () => {
    const before = await staff.byId(staffId);
    if (!before || before.value.endedAt !== undefined) return undefined;
    const after = 'role' in change ? { ...before.value, role: change.role } : { ...before.value, endedAt: clock.now() };
    const everybody = await staff.list();
    const othersOwn = everybody.some((one) => one.staffId !== staffId && one.role === 'owner' && !one.endedAt);
    const stillOwns = after.role === 'owner' && after.endedAt === undefined;
    if (before.value.role === 'owner' && !stillOwns && !othersOwn) return lastOwner;
    const event = 'role' in change ? 'staff.role-changed' : 'staff.ended';
    await table.write([staff.put(after, before), ledger.audit(by, event, { staffId, role: after.role })]);
    return after;
  });

/** Ends all sessions of somebody, who signs in anew; nothing where there is no such person. */
export const endSessionsOf = (
  staffId: StaffId,
  by: string,
  { staff, ledger, table, clock }: Needed,
): Promise<Staff | undefined> =>
  againAfterLostRaces(async () => {
    const before = await staff.byId(staffId);
    if (!before || before.value.endedAt !== undefined) return undefined;
    const after = { ...before.value, sessionsEndedAt: clock.now() };
    await table.write([staff.put(after, before), ledger.audit(by, 'staff.sessions-ended', { staffId })]);
    return after;
  });

/**
 * Forgets somebody's passkeys, who lost them, and ends their sessions, because whoever has the passkey may have signed in with it;
 * nothing where there is no such person.
 */
export const forgetPasskeysOf = (
  staffId: StaffId,
  by: string,
  { staff, ledger, table, clock }: Needed,
): Promise<Staff | undefined> =>
  againAfterLostRaces(async () => {
    const member = await staff.byId(staffId);
    if (!member) return undefined;
    const known = await staff.passkeysOf(staffId);
    await table.write([
      staff.put({ ...member.value, sessionsEndedAt: clock.now() }, member),
      ...known.map((passkey) => staff.putPasskey({ ...passkey.value, forgottenAt: clock.now() }, passkey)),
      ledger.audit(by, 'staff.passkeys-forgotten', { staffId }),
    ]);
    return member.value;
  });
