import { useState } from 'preact/hooks';
import { type Answered, api } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { dayOf, longDate } from '../../components/dates.ts';
import { Field } from '../../components/field.tsx';
import { fieldErrors } from '../../components/field-errors.ts';
import { Outcome } from '../../components/outcome.tsx';
import { useSending } from '../../components/sending.ts';
import { Wrong } from '../../components/wrong.tsx';
import { SignInAgain } from './sign-in-again.tsx';

type Privacy = Answered<'GET', '/api/privacy'>;

interface ErasureProps {
  readonly privacy: Pick<Privacy, 'erasure' | 'signInIsFresh'>;
  readonly reload: () => unknown;
}

/** The way to erase the account: what it means, a fresh sign-in, a typed word; and within the days of grace, the way back. */
export function Erasure({ privacy, reload }: ErasureProps) {
  const { erasure, signInIsFresh } = privacy;
  const [decided, setDecided] = useState<object>();
  const waits = erasure.status === 'asked';
  const decide = async (decision: object): Promise<void> => {
    await reload();
    setDecided(decision);
  };
  return (
    <>
      {!waits && <Offer signInIsFresh={signInIsFresh} asked={decide} />}
      <Outcome after={decided}>
        {waits ? (
          <Waiting dueAt={erasure.dueAt} by={erasure.by} kept={decide} />
        ) : (
          decided && 'Your account is kept, as it was.'
        )}
      </Outcome>
    </>
  );
}

interface OfferProps {
  readonly signInIsFresh: boolean;
  /** Told once the erasure is asked for. */
  readonly asked: (answer: object) => unknown;
}

function Offer({ signInIsFresh, asked }: OfferProps) {
  return (
    <>
      <p>After seven days, in which you can still change your mind:</p>
      <ul>
        <li>your address, profile, answers, results and board IDs are erased, in every copy and backup;</li>
        <li>you cannot sign in to this account any more, nor open or download your certificates here;</li>
        <li>links to your transcript stop working.</li>
      </ul>
      <p>
        <strong>What stays:</strong> certificates that were issued, with your name as printed, and the record of your
        credit. Accreditors demand that they can be verified, so their verification pages stay as you left them, on or
        off. Download your certificates and your data first.
      </p>
      {signInIsFresh ? (
        <Confirm asked={asked} />
      ) : (
        <SignInAgain to="erase my account">
          To erase your account, sign in again with a new code, so that nobody does it at a browser that you left open.
        </SignInAgain>
      )}
    </>
  );
}

function Confirm({ asked }: Pick<OfferProps, 'asked'>) {
  const { busy, problem, send } = useSending();
  const [confirmation, setConfirmation] = useState('');
  const erase = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const done = await send(() => api('POST', '/api/privacy/erasure', { body: { confirmation } }));
    if (done) await asked(done);
  };
  return (
    <form class="stack" onSubmit={erase} noValidate>
      <Wrong problem={problem} />
      <Field
        label="Confirmation"
        hint="Type ERASE to confirm."
        name="confirmation"
        error={fieldErrors(problem).confirmation}
      >
        <input
          value={confirmation}
          onInput={({ currentTarget }) => setConfirmation(currentTarget.value)}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
        />
      </Field>
      <div class="actions">
        <Button type="submit" kind="secondary" busy={busy}>
          Erase my account
        </Button>
      </div>
    </form>
  );
}

interface WaitingProps {
  readonly dueAt?: string | undefined;
  readonly by?: 'learner' | 'staff' | undefined;
  /** Told once the account is kept after all. */
  readonly kept: (answer: object) => unknown;
}

function Waiting({ dueAt = '', by, kept }: WaitingProps) {
  const { busy, problem, send } = useSending();
  const keep = async (): Promise<void> => {
    const done = await send(() => api('POST', '/api/privacy/erasure/withdrawal'));
    if (done) await kept(done);
  };
  return (
    <div class="notice notice-wait">
      <p class="notice-title">Your account will be erased on {longDate(dayOf(dueAt))}</p>
      <p>
        {by === 'staff' ? 'The provider asked for it. ' : ''}Until then nothing changes, and you can keep your account.
        You also get an e-mail that says so.
      </p>
      <Wrong problem={problem} />
      <div class="actions">
        <Button busy={busy} onClick={keep}>
          Keep my account
        </Button>
      </div>
    </div>
  );
}
