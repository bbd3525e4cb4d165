import { type Answered, api, newKey } from '../client.ts';
import { sessionOf } from '../components/session-of.tsx';

export type StaffMe = Answered<'GET', '/api/admin/me'>;

/** The session of a member of staff. Whoever has not shown a passkey in it is only half in: `verified` is false. */
export const { Provider: StaffSession, useSession: useStaffSession } = sessionOf<StaffMe>({
  ask: () => api('GET', '/api/admin/me'),
  leave: () => api('POST', '/api/admin/sign-out', { key: newKey() }),
});

/** Who is at work: screens are shown to nobody else, so there is always somebody. */
export function useStaff(): StaffMe {
  const { me } = useStaffSession();
  if (!me) throw new Error('useStaff is used on a screen that is shown before sign-in.');
  return me;
}
