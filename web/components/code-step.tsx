import { useEffect, useRef, useState } from 'preact/hooks';
import type { Result } from '../client.ts';
import { Button } from './button.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Field } from './field.tsx';
import { Page } from './page.tsx';
import { useSending } from './sending.ts';

interface CodeStepProps {
  readonly email: string;
  /** Has another code mailed there. */
  readonly mail: (email: string) => Promise<Result<unknown>>;
  readonly enter: (code: string) => Promise<Result<unknown>>;
  /** What follows a right code. */
  readonly entered: () => Promise<unknown>;
  readonly startAnew: () => void;
  readonly sentAgain: () => void;
}

/** The second step: the mailed code. Once it is right the session is known, and the page leads on. */
export function CodeStep({ email, mail, enter, entered, startAnew, sentAgain }: CodeStepProps) {
  const { busy, problem, send } = useSending();
  const [again, setAgain] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const code = input.current?.value ?? '';
    if (await send(() => enter(code))) await entered();
  };
  const sendAgain = async (): Promise<void> => {
    setAgain(false);
    if (!(await send(() => mail(email)))) return;
    setAgain(true);
    sentAgain();
    if (!input.current) return;
    input.current.value = '';
    input.current.focus();
  };
  const wrong = problem?.reasons.find(({ field }) => field === '/code');
  // A code that is only mistyped can be corrected; one that is spent cannot, and a new one is the way on.
  const spent = problem?.status === 401 && !wrong;
  return (
    <Page title="Enter the code from your e-mail" place="enter-code">
      <form class="stack" onSubmit={submit} noValidate>
        {problem && <ErrorSummary problem={problem} />}
        {/* Of a code that is spent there is nothing left to say but what the summary says. */}
        <p role="status">
          {!spent && (
            <>
              We sent a {again && 'new '}code to <strong class="address">{email}</strong>; it works for 10 minutes and
              only in this window.
              {again && ' Earlier codes no longer work.'}
            </>
          )}
        </p>
        <Field
          label="Code"
          hint="Like 7KQ2-M9XA; the hyphen may be left out."
          name="code"
          error={wrong && `${wrong.message} ${wrong.remedy}`}
        >
          <input
            ref={input}
            class="code-input"
            autocomplete="one-time-code"
            autocapitalize="characters"
            autocorrect="off"
            spellcheck={false}
            enterkeyhint="go"
            maxLength={64}
            required
          />
        </Field>
        <div class="actions">
          <Button type="submit" kind={spent ? 'secondary' : 'primary'} busy={busy}>
            Sign in
          </Button>
          <Button kind={spent ? 'primary' : 'secondary'} busy={busy} onClick={sendAgain}>
            Send a new code
          </Button>
        </div>
        <p class="quiet small">
          No e-mail after a minute? Look in the spam or junk folder, then send a new code.{' '}
          <button type="button" class="link" onClick={startAnew}>
            Use another e-mail address
          </button>
        </p>
      </form>
    </Page>
  );
}
