import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useSending } from '../../components/sending.ts';
import { type StaffMe, useStaffSession } from '../session.ts';
import { showPasskey } from './passkey.ts';

interface PasskeyStepProps {
  readonly me: StaffMe;
  readonly startAnew: () => void;
}

/** The second proof: a first passkey is made, or the one that there is shown. */
export function PasskeyStep({ me, startAnew }: PasskeyStepProps) {
  const { refresh, signOut } = useStaffSession();
  const { busy, problem, send } = useSending();
  const show = async (): Promise<void> => {
    if (await send(() => showPasskey())) await refresh();
  };
  const leave = async (): Promise<void> => {
    startAnew();
    await signOut();
  };
  const { hasPasskey } = me;
  return (
    <Page
      title={hasPasskey ? 'Show your passkey' : 'Make your passkey'}
      lead={
        hasPasskey
          ? 'Your address is proved. The console also asks for the passkey that you made.'
          : 'Your address is proved. From now on the console also asks for a passkey, so that nobody gets in with your mail alone.'
      }
      place={hasPasskey ? 'show-passkey' : 'make-passkey'}
    >
      <div class="stack">
        {problem && <ProblemNotice problem={problem} />}
        {!hasPasskey && (
          <p>
            A passkey is kept by your device or your password manager, and is used with your fingerprint, your face or
            the device’s PIN. There is nothing to remember, and a forged page cannot get it out of you.
          </p>
        )}
        {typeof PublicKeyCredential === 'undefined' ? (
          <p class="notice notice-wait">
            This browser cannot use passkeys. Open the console in a current browser, or on another device.
          </p>
        ) : (
          <div class="actions">
            <Button busy={busy} onClick={show}>
              {hasPasskey ? 'Use passkey' : 'Make a passkey'}
            </Button>
          </div>
        )}
        <p class="quiet small">
          Signed in so far as <strong class="address">{me.email}</strong>.{' '}
          {hasPasskey && 'If you lost your passkey, ask an owner of the console to have it forgotten. '}
          <button type="button" class="link" onClick={leave}>
            Use another e-mail address
          </button>
        </p>
      </div>
    </Page>
  );
}
