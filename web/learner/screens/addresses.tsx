import { useEffect, useRef, useState } from 'preact/hooks';
import { api, type Result } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { Field } from '../../components/field.tsx';
import { fieldErrors } from '../../components/field-errors.ts';
import { Outcome } from '../../components/outcome.tsx';
import { useSending } from '../../components/sending.ts';
import { type Me, useSession } from '../../components/session.tsx';

/** By which addresses the learner signs in: who changes employer keeps their credit. */
export function Addresses({ me }: { readonly me: Me }) {
  const { refresh } = useSession();
  const { busy, problem, refuse, send } = useSending();
  const [email, setEmail] = useState('');
  const [sentTo, setSentTo] = useState('');
  const [done, setDone] = useState<{ readonly said: string }>();
  const code = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // The field for the code comes in the place of the one for the address, which the learner was in.
  useEffect(() => code.current?.focus(), [sentTo]);
  const errors = fieldErrors(problem);
  const others = me.otherEmails ?? [];

  const ask = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setDone(undefined);
    if (sentTo === '') {
      if (await send(() => api('POST', '/api/me/addresses', { body: { email } }))) setSentTo(email.trim());
      return;
    }
    const body = { code: code.current?.value ?? '' };
    if (!(await send(() => api('POST', '/api/me/addresses/code', { body })))) return;
    setSentTo('');
    setEmail('');
    await refresh();
    setDone({ said: `You can now also sign in with ${sentTo}.` });
  };
  const startAnew = (): void => {
    refuse(undefined);
    // The button that was pressed is gone with the code's field.
    heading.current?.focus();
    setSentTo('');
  };
  const change = async (call: () => Promise<Result<unknown>>, said: string): Promise<void> => {
    setDone(undefined);
    if (!(await send(call))) return;
    await refresh();
    setDone({ said });
  };
  return (
    <section class="stack" aria-labelledby="addresses">
      <h2 id="addresses" ref={heading} tabIndex={-1}>
        E-mail addresses
      </h2>
      <p>
        Mail goes to <strong class="address">{me.email}</strong>. Add another address, such as that of a new employer,
        and sign in with either.
      </p>
      {problem && <ErrorSummary problem={problem} />}
      {others.length > 0 && (
        <ul class="plain stack">
          {others.map((other) => (
            <li key={other} class="actions">
              <span class="address">{other}</span>
              <Button
                kind="secondary"
                busy={busy}
                onClick={() =>
                  change(
                    () => api('PUT', '/api/me/addresses/primary', { body: { email: other } }),
                    `Mail now goes to ${other}.`,
                  )
                }
              >
                Send mail here<span class="visually-hidden">: {other}</span>
              </Button>
              <Button
                kind="quiet"
                busy={busy}
                onClick={() =>
                  change(
                    () => api('POST', '/api/me/addresses/removal', { body: { email: other } }),
                    `${other} was removed.`,
                  )
                }
              >
                Remove<span class="visually-hidden"> {other}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form class="stack" onSubmit={ask} noValidate>
        {sentTo === '' ? (
          <Field label="Another e-mail address" name="email" error={errors.email}>
            <input
              type="email"
              value={email}
              onInput={({ currentTarget }) => setEmail(currentTarget.value)}
              autocomplete="email"
              autocapitalize="none"
              spellcheck={false}
              required
            />
          </Field>
        ) : (
          <Field
            label={`Code that was sent to ${sentTo}`}
            hint="It works for 10 minutes. Not there? Look in the spam or junk folder."
            name="code"
            error={errors.code}
          >
            <input
              ref={code}
              class="code-input"
              autocomplete="one-time-code"
              autocapitalize="characters"
              autocorrect="off"
              spellcheck={false}
              maxLength={64}
              required
            />
          </Field>
        )}
        <div class="actions">
          <Button type="submit" kind="secondary" busy={busy}>
            {sentTo === '' ? 'Send a code' : 'Add this address'}
          </Button>
          {sentTo !== '' && (
            <Button kind="quiet" onClick={startAnew}>
              Use another address
            </Button>
          )}
          <Outcome after={done}>{done?.said}</Outcome>
        </div>
      </form>
      {done && (
        <p>
          <a href="/privacy">See where you are signed in</a>, and sign out where you should not be.
        </p>
      )}
    </section>
  );
}
