import type { Staff } from '../../../shared/domain/staff.ts';
import type { StaffRecords } from '../../records/staff.ts';

/** Who is signed in, and how far, as the console is told. */
export async function staffMeOf(member: Staff, verified: boolean, { staff }: { readonly staff: StaffRecords }) {
  const { staffId, name, email, role } = member;
  const hasPasskey = (await staff.passkeysOf(staffId)).length > 0;
  return { staffId, name, email, role, verified, hasPasskey };
}
