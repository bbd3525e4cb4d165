import { useEffect, useState } from 'preact/hooks';
import { api } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { Field } from '../../components/field.tsx';
import { fieldErrors } from '../../components/field-errors.ts';
import { Page } from '../../components/page.tsx';
import { useLocation } from '../../components/router.tsx';
import { useSending } from '../../components/sending.ts';
import { hasProfile, useSession } from '../../components/session.tsx';
import { CodeStep } from './code-step.tsx';
import { afterSignIn } from './landing.ts';
import { keepSentCode, sentCode } from './sent-code.ts';

/** Signs in by a mailed code, in two steps on one page, and leads to where the learner was going. */
export function SignIn() {
  const { query, route } = useLocation();
  const { me } = useSession();
  const [email, setEmail] = useState(sentCode);
  const { to } = query;
  useEffect(() => {
    if (!me) return;
    keepSentCode(undefined);
    route(afterSignIn(hasProfile(me), to), true);
  }, [me, to, route]);

  const sent = (address: string | undefined): void => {
    keepSentCode(address);
    setEmail(address);
  };
  if (me) return null;
  return email === undefined ? (
    <EmailStep to={to} sent={sent} />
  ) : (
    <CodeStep email={email} startAnew={() => sent(undefined)} sentAgain={() => keepSentCode(email)} />
  );
}

interface EmailStepProps {
  readonly to: string | undefined;
  readonly sent: (email: string) => void;
}

const purpose = (to = ''): string =>
  to.startsWith('/c/')
    ? 'Sign in to open your certificate.'
    : to.startsWith('/a/')
      ? 'Sign in, and you come straight back to the activity.'
      : 'Sign in to your learner account.';

function EmailStep({ to, sent }: EmailStepProps) {
  const { busy, problem, send } = useSending();
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const email = String(form.get('email')).trim();
    if (await send(() => api('POST', '/api/sign-in', { body: { email } }))) sent(email);
  };
  return (
    <Page title="Sign in" lead={`${purpose(to)} We e-mail you a code; there is no password.`}>
      <form class="stack" onSubmit={submit} noValidate>
        {problem && <ErrorSummary problem={problem} />}
        <Field
          label="E-mail address"
          hint="A new address gets an account of its own. Use the one that your credit is under."
          name="email"
          error={fieldErrors(problem).email}
        >
          <input type="email" autocomplete="username" autocapitalize="none" spellcheck={false} required />
        </Field>
        <Button type="submit" busy={busy}>
          Send code
        </Button>
      </form>
    </Page>
  );
}
