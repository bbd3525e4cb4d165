import { offline, type Result, readAnswer } from '../client.ts';
import { sessionOf } from '../components/session-of.tsx';

export type Role = 'author' | 'coordinator' | 'auditor' | 'owner';

export interface StaffMe {
  readonly name: string;
  readonly role: Role;
  readonly verified: boolean;
}

const call = (method: 'GET' | 'POST', path: string): Promise<Result<StaffMe>> =>
  fetch(path, { method, headers: { accept: 'application/json' } }).then(
    (response) => readAnswer<StaffMe>(response),
    () => ({ ok: false, problem: offline }),
  );

/** The session of a member of staff. Whoever has not shown a passkey in it is only half in: `verified` is false. */
export const { Provider: StaffSession, useSession: useStaffSession } = sessionOf<StaffMe>({
  ask: () => call('GET', '/api/admin/me'),
  leave: () => call('POST', '/api/admin/sign-out'),
});

/** Who is at work: screens are shown to nobody else, so there is always somebody. */
export function useStaff(): StaffMe {
  const { me } = useStaffSession();
  if (!me) throw new Error('useStaff is used on a screen that is shown before sign-in.');
  return me;
}
