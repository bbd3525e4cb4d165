import * as z from 'zod/mini';
import { isRefusal, type Refusal } from '../../shared/domain/refusal.ts';
import { roles, type Staff } from '../../shared/domain/staff.ts';
import { handlerOver } from '../capabilities.ts';
import { changeMember, forgetPasskeysOf, inviteMember } from '../staff/change-member.ts';

const role = z.enum(roles);
const input = z.discriminatedUnion('does', [
  z.object({ does: z.literal('add'), email: z.string(), name: z.string(), role }),
  z.object({ does: z.literal('role'), email: z.string(), role }),
  z.object({ does: z.literal('end'), email: z.string() }),
  z.object({ does: z.literal('forget-passkeys'), email: z.string() }),
]);

/** What became of somebody's access. */
export type StaffChange =
  | { readonly outcome: 'done'; readonly member: Staff }
  | { readonly outcome: 'refused'; readonly reasons: Refusal['reasons'] }
  | { readonly outcome: 'unknown' };

const BY = 'command line';

/**
 * Says who is staff from outside of the console: how the first owner comes to be, and how an owner who lost their passkey
 * comes back. Who may invoke it is the deployment's to say.
 */
export const handler = handlerOver({}, (capabilities) => async (event: unknown): Promise<StaffChange> => {
  const asked = z.parse(input, event);
  const answer = (result: Staff | Refusal | undefined): StaffChange =>
    result === undefined
      ? { outcome: 'unknown' }
      : isRefusal(result)
        ? { outcome: 'refused', reasons: result.reasons }
        : { outcome: 'done', member: result };
  if (asked.does === 'add') return answer(await inviteMember(asked, BY, capabilities));
  const known = await capabilities.staff.ofAddress(asked.email);
  if (!known) return { outcome: 'unknown' };
  const { staffId } = known.value;
  if (asked.does === 'forget-passkeys') return answer(await forgetPasskeysOf(staffId, BY, capabilities));
  const change = asked.does === 'role' ? { role: asked.role } : { ended: true as const };
  return answer(await changeMember(staffId, change, BY, capabilities));
});
