import { useEffect } from 'preact/hooks';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useLocation } from '../../components/router.tsx';
import { useSession } from '../../components/session.tsx';
import { SignOutPage } from '../../components/sign-out-page.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { unsentOf } from '../unsent.ts';
import { landingOf } from './landing.ts';

/** Signing out, where something would be lost by it or it did not work at once. Leads where it was asked to, else home. */
export function SignOut() {
  const { query, route } = useLocation();
  const { me, known, problem, refresh, signOut } = useSession();
  const landing = query.to === undefined ? '/' : landingOf(query.to);
  const done = () => route(landing, true);
  useEffect(() => {
    if (known && !me) done();
  }, [known, me]);
  if (!me) return problem ? <ProblemNotice problem={problem} retry={refresh} page /> : <Skeleton />;
  return <SignOutPage unsent={unsentOf(me.learnerId)} signOut={signOut} done={done} stay="/wallet" />;
}
