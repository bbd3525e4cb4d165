import { useLocation } from '../../components/router.tsx';
import { SignOutPage } from '../../components/sign-out-page.tsx';
import { unsentOf } from '../activities/kept-parts.ts';
import { useStaff, useStaffSession } from '../session.ts';

/** Signing out, where something would be lost by it or it did not work at once. */
export function SignOut() {
  const { route } = useLocation();
  const { staffId } = useStaff();
  const { signOut } = useStaffSession();
  return (
    <SignOutPage
      unsent={unsentOf(staffId)}
      signOut={signOut}
      done={() => route('/admin/sign-in', true)}
      stay="/admin/"
    />
  );
}
