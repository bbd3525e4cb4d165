import { api, newKey } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useSending } from '../../components/sending.ts';
import { say } from '../components/status-line.tsx';
import { withStepUp } from '../components/with-step-up.ts';
import { roleNames, roleWords } from '../frame/role-names.ts';
import { useStaff, useStaffSession } from '../session.ts';
import { showPasskey } from '../sign-in/passkey.ts';

/** Who one is in the console, and a passkey for another device. */
export function Account() {
  const { name, email, role } = useStaff();
  const { busy, problem, send } = useSending();
  const leaving = useSending();
  const { refresh } = useStaffSession();
  const leave = async (): Promise<void> => {
    const path = '/api/admin/sign-out/everywhere';
    if (await leaving.send(() => api('POST', path, { key: newKey() }))) await refresh();
  };
  const add = async (): Promise<void> => {
    if (await send(() => withStepUp(() => showPasskey('add')))) say('The passkey is yours from now on.');
  };
  return (
    <Page title="Your account">
      <dl class="facts">
        <dt>Name</dt>
        <dd>{name}</dd>
        <dt>E-mail address</dt>
        <dd class="address">{email}</dd>
        <dt>Role</dt>
        <dd>
          {roleNames[role]}: {roleWords[role].replace(/^./, (first) => first.toLowerCase())}
        </dd>
      </dl>
      <section class="card stack" aria-labelledby="passkeys-title">
        <h2 id="passkeys-title">Passkeys</h2>
        <p>
          Make a second one for another device or on a security key, so that you are not locked out when you lose the
          first.
        </p>
        {problem && <ProblemNotice problem={problem} />}
        <div class="actions">
          <Button kind="secondary" busy={busy} onClick={add}>
            Make another passkey
          </Button>
        </div>
      </section>
      <section class="card stack" aria-labelledby="sessions-title">
        <h2 id="sessions-title">Sessions</h2>
        <p>
          If you left the console open somewhere, lost a device, or see something that you did not do: end every session
          of yours, this one too. Then sign in anew.
        </p>
        {leaving.problem && <ProblemNotice problem={leaving.problem} />}
        <div class="actions">
          <Button kind="secondary" busy={leaving.busy} onClick={leave}>
            Sign out everywhere
          </Button>
        </div>
      </section>
    </Page>
  );
}
