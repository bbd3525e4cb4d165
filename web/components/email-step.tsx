import type { ComponentChildren } from 'preact';
import type { Result } from '../client.ts';
import { Button } from './button.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Field } from './field.tsx';
import { fieldErrors } from './field-errors.ts';
import { Page } from './page.tsx';
import { useSending } from './sending.ts';

interface EmailStepProps {
  readonly lead?: string | undefined;
  readonly hint: string;
  /** Has a code mailed. */
  readonly mail: (email: string) => Promise<Result<unknown>>;
  readonly sent: (email: string) => void;
  /** What is said before anything is asked. */
  readonly notice?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** The first step of a sign-in: the address that a code is mailed to. */
export function EmailStep({ lead, hint, mail, sent, notice, children }: EmailStepProps) {
  const { busy, problem, send } = useSending();
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const email = String(form.get('email')).trim();
    if (await send(() => mail(email))) sent(email);
  };
  return (
    <Page title="Sign in" lead={lead}>
      <form class="stack" onSubmit={submit} noValidate>
        {problem ? <ErrorSummary problem={problem} /> : notice}
        <Field label="E-mail address" hint={hint} name="email" error={fieldErrors(problem).email}>
          <input type="email" autocomplete="username" autocapitalize="none" spellcheck={false} required />
        </Field>
        <Button type="submit" busy={busy}>
          Send code
        </Button>
        {children}
      </form>
    </Page>
  );
}
