import { useEffect, useState } from 'preact/hooks';
import { api } from '../../client.ts';
import { useAskedAgain } from '../../components/asked-again.ts';
import { CodeStep } from '../../components/code-step.tsx';
import { EmailStep } from '../../components/email-step.tsx';
import { FirstWindow } from '../../components/first-window.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useLocation } from '../../components/router.tsx';
import { keepSentCode, sentCode } from '../../components/sent-code.ts';
import { Skeleton } from '../../components/skeleton.tsx';
import { useStaffSession } from '../session.ts';
import { arrived, EmployerRefusal, EmployerWay, goingTo } from './employer.tsx';
import { PasskeyStep } from './passkey-step.tsx';

const KEY = 'staff-code-sent';
const mail = (email: string) => api('POST', '/api/admin/sign-in', { body: { email } });
const enter = (code: string) => api('POST', '/api/admin/sign-in/code', { body: { code } });

/** Signs staff in by a mailed code and then their passkey, and leads to where they were going. */
export function SignIn() {
  const { query, hash, route } = useLocation();
  const session = useStaffSession();
  const { me, known, problem, refresh } = session;
  const isAskedAgain = useAskedAgain(session);
  const [email, setEmail] = useState(() => sentCode(KEY));
  const { to } = query;
  const fromMail = 'mailed' in query;
  useEffect(() => {
    if (!isAskedAgain || !me?.verified || problem) return;
    keepSentCode(KEY, undefined);
    const landing = goingTo({ to, hash });
    arrived();
    route(landing, true);
  }, [isAskedAgain, me, problem, to]);

  const sent = (address: string | undefined): void => {
    keepSentCode(KEY, address);
    setEmail(address);
  };
  if (problem) return <ProblemNotice problem={problem} retry={refresh} page />;
  if (!known || !isAskedAgain || me?.verified) return <Skeleton />;
  if (me) return <PasskeyStep me={me} startAnew={() => sent(undefined)} />;
  return email === undefined ? (
    <EmailStep
      lead={
        fromMail ? undefined : 'The console is for the provider’s staff. We e-mail you a code; your passkey comes next.'
      }
      hint="The address that you were invited with."
      notice={fromMail ? <FirstWindow /> : <EmployerRefusal problem={query.problem} />}
      {...{ mail, sent }}
    >
      <EmployerWay {...{ to, hash }} />
      <p class="quiet small">
        Here for your credit or a certificate? <a href="/wallet">Go to the learners’ site</a>
      </p>
    </EmailStep>
  ) : (
    <CodeStep
      {...{ email, mail, enter }}
      entered={refresh}
      startAnew={() => sent(undefined)}
      sentAgain={() => keepSentCode(KEY, email)}
    />
  );
}
