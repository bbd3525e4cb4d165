import { useEffect, useState } from 'preact/hooks';
import { api } from '../../client.ts';
import { useAskedAgain } from '../../components/asked-again.ts';
import { CodeStep } from '../../components/code-step.tsx';
import { EmailStep } from '../../components/email-step.tsx';
import { FirstWindow } from '../../components/first-window.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useLocation } from '../../components/router.tsx';
import { keepSentCode, sentCode } from '../../components/sent-code.ts';
import { hasProfile, useSession } from '../../components/session.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { afterSignIn } from './landing.ts';

const KEY = 'code-sent';
const mail = (email: string) => api('POST', '/api/sign-in', { body: { email } });
const enter = (code: string) => api('POST', '/api/sign-in/code', { body: { code } });

/** Signs in by a mailed code, in two steps on one page, and leads to where the learner was going. */
export function SignIn() {
  const { query, route } = useLocation();
  const session = useSession();
  const { me, problem, refresh } = session;
  const isAskedAgain = useAskedAgain(session);
  const [email, setEmail] = useState(() => sentCode(KEY));
  const { to } = query;
  const fromMail = 'mailed' in query;
  useEffect(() => {
    if (!isAskedAgain || !me || problem) return;
    keepSentCode(KEY, undefined);
    route(afterSignIn(hasProfile(me), to), true);
  }, [isAskedAgain, me, problem, to, route]);

  const sent = (address: string | undefined): void => {
    keepSentCode(KEY, address);
    setEmail(address);
  };
  if (problem) return <ProblemNotice problem={problem} retry={refresh} page />;
  if (me) return <Skeleton />;
  return email === undefined ? (
    <EmailStep
      lead={fromMail ? undefined : `${purpose(to)} We e-mail you a code; there is no password.`}
      notice={fromMail && <FirstWindow />}
      hint="A new address gets an account of its own. Use the one that your credit is under."
      {...{ mail, sent }}
    />
  ) : (
    <CodeStep
      {...{ email, mail, enter }}
      entered={refresh}
      startAnew={() => sent(undefined)}
      sentAgain={() => keepSentCode(KEY, email)}
    />
  );
}

const purpose = (to = ''): string =>
  to.startsWith('/c/')
    ? 'Sign in to open your certificate.'
    : to.startsWith('/a/')
      ? 'Sign in, and you come straight back to the activity.'
      : 'Sign in to your learner account.';
