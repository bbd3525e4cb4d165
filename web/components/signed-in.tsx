import type { ComponentChildren } from 'preact';
import { ProblemNotice } from './problem-notice.tsx';
import { type Me, useSession } from './session.tsx';
import { SignInFirst } from './sign-in-first.tsx';
import { Skeleton } from './skeleton.tsx';

/** What is shown to the learner alone, once it is known who that is; whoever is nobody yet signs in first. */
export function SignedIn({ children }: { readonly children: (me: Me) => ComponentChildren }) {
  const { me, known, problem, refresh } = useSession();
  if (me) return <>{children(me)}</>;
  if (known) return <SignInFirst />;
  return problem ? <ProblemNotice problem={problem} retry={refresh} page /> : <Skeleton lines={6} />;
}
