import { useState } from 'preact/hooks';
import { Button, LinkButton } from './button.tsx';
import { Page } from './page.tsx';
import { forget, type Unsent } from './unsent.ts';

interface SignOutPageProps {
  readonly unsent: readonly Unsent[];
  /** Signs out; whether that was possible. */
  readonly signOut: () => Promise<boolean>;
  readonly done: () => void;
  /** Where whoever stays signed in goes on. */
  readonly stay: string;
}

/**
 * Asks before signing out takes away what was not sent, and says so when the line is down. Whoever signs out leaves nothing of theirs in this
 * browser (ASVS 14.3.1); a session that merely ends keeps it, so that no work is lost.
 */
export function SignOutPage({ unsent, signOut, done, stay }: SignOutPageProps) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const leave = async (): Promise<void> => {
    setBusy(true);
    // First, since whoever confirms wants it gone whether the service can be reached or not.
    forget(unsent);
    const left = await signOut();
    setBusy(false);
    setFailed(!left);
    if (left) done();
  };
  return (
    <Page title="Sign out">
      <div class="stack">
        {failed ? (
          <div class="notice notice-bad" role="alert">
            <p>
              You are still signed in: the service could not be reached. What you had not sent is removed from this
              browser. Try again once you are online; until then leave this computer to nobody else.
            </p>
          </div>
        ) : (
          unsent.length > 0 && (
            <>
              <p>This browser still holds what you typed and did not send:</p>
              <ul>
                {unsent.map(({ what }) => (
                  <li key={what}>{what}</li>
                ))}
              </ul>
              <p>
                Signing out removes it for good, so that nobody who uses this computer after you can read it. To keep
                it, stay signed in and send it first.
              </p>
            </>
          )
        )}
        <div class="actions">
          <Button busy={busy} onClick={leave}>
            {unsent.length > 0 && !failed ? 'Sign out and remove it' : 'Sign out'}
          </Button>
          <LinkButton kind="secondary" href={stay}>
            Stay signed in
          </LinkButton>
        </div>
      </div>
    </Page>
  );
}
