import { useState } from 'preact/hooks';
import { api } from '../../client.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Loaded, useResource } from '../../components/resource.tsx';
import { useLocation } from '../../components/router.tsx';
import { useSending } from '../../components/sending.ts';
import { Confirm } from '../components/confirm.tsx';
import { Form } from '../components/form.tsx';
import { say } from '../components/status-line.tsx';
import { Time } from '../components/time.tsx';
import { withStepUp } from '../components/with-step-up.ts';
import { roleNames } from '../frame/role-names.ts';
import { useStaff } from '../session.ts';
import type { Member } from './list.tsx';
import { RoleChoice } from './role-choice.tsx';

/** One of the staff: what an owner may change about them. */
export function StaffMember() {
  const { params } = useLocation();
  const resource = useResource(() => api('GET', '/api/admin/staff'), []);
  return (
    <Loaded resource={resource}>
      {({ staff }) => {
        const member = staff.find(({ staffId }) => staffId === params.staffId);
        return member ? <Shown member={member} changed={resource.reload} /> : <Unknown />;
      }}
    </Loaded>
  );
}

const Unknown = () => (
  <Page title="Nobody on the staff has this address" above={<a href="/admin/staff">Staff</a>}>
    <LinkButton href="/admin/staff">Show who is staff</LinkButton>
  </Page>
);

interface ShownProps {
  readonly member: Member;
  readonly changed: () => Promise<unknown>;
}

function Shown({ member, changed }: ShownProps) {
  const owns = useStaff().role === 'owner';
  const { name, email, role, createdAt, endedAt } = member;
  return (
    <Page title={name} above={<a href="/admin/staff">Staff</a>}>
      <dl class="facts">
        <dt>E-mail address</dt>
        <dd class="address">{email}</dd>
        <dt>Role</dt>
        <dd>{roleNames[role]}</dd>
        <dt>Staff since</dt>
        <dd>
          <Time of={createdAt} />
        </dd>
        {endedAt && (
          <>
            <dt>Access ended</dt>
            <dd>
              <Time of={endedAt} />
            </dd>
          </>
        )}
      </dl>
      {owns && !endedAt && (
        <>
          <RoleForm {...{ member, changed }} />
          <Endings {...{ member, changed }} />
        </>
      )}
    </Page>
  );
}

function RoleForm({ member, changed }: ShownProps) {
  const [role, setRole] = useState(member.role);
  const sending = useSending();
  const { send } = sending;
  const { staffId, name } = member;
  const submit = async (): Promise<void> => {
    const path = '/api/admin/staff/{staffId}/role';
    if (!(await send(() => withStepUp(() => api('PUT', path, { params: { staffId }, body: { role } }))))) return;
    say(`${name} is ${roleNames[role].toLowerCase()} now.`);
    await changed();
  };
  return (
    <section class="card stack" aria-labelledby="role-title">
      <h2 id="role-title">Change the role</h2>
      <Form sending={sending} submit={submit} does="Save role" kind="secondary">
        <RoleChoice value={role} set={setRole} />
      </Form>
    </section>
  );
}

function Endings({ member, changed }: ShownProps) {
  const [asking, setAsking] = useState<'passkeys' | 'sessions' | 'end'>();
  const { staffId, name } = member;
  const close = () => setAsking(undefined);
  const done = (words: string) => async (): Promise<void> => {
    close();
    say(words);
    await changed();
  };
  const params = { staffId };
  return (
    <section class="card stack" aria-labelledby="access-title">
      <h2 id="access-title">Passkeys and access</h2>
      <p>
        Somebody who lost their passkey makes a new one at their next sign-in, once theirs are forgotten. Make sure that
        it is really they who ask. Signing somebody out everywhere leaves them their access: they sign in anew. Access
        that is ended is ended at once; what they did stays in the records.
      </p>
      <div class="actions">
        <Button kind="secondary" onClick={() => setAsking('passkeys')}>
          Forget passkeys
        </Button>
        <Button kind="secondary" onClick={() => setAsking('sessions')}>
          Sign out everywhere
        </Button>
        <Button kind="secondary" onClick={() => setAsking('end')}>
          End access
        </Button>
      </div>
      {asking === 'passkeys' && (
        <Confirm
          title={`Forget the passkeys of ${name}?`}
          confirm="Forget passkeys"
          send={({ key }) => api('POST', '/api/admin/staff/{staffId}/passkeys/forget', { params, key })}
          done={done(`${name} makes a new passkey at the next sign-in.`)}
          close={close}
        >
          <p>
            They are signed out everywhere. Until they make a new one, the code in their mail alone lets them do so.
          </p>
        </Confirm>
      )}
      {asking === 'sessions' && (
        <Confirm
          title={`Sign ${name} out everywhere?`}
          confirm="Sign out"
          send={({ key }) => api('POST', '/api/admin/staff/{staffId}/sessions/end', { params, key })}
          done={done(`${name} is signed out everywhere.`)}
          close={close}
        >
          <p>What they have not saved stays in their browser. They keep their passkeys, and sign in anew.</p>
        </Confirm>
      )}
      {asking === 'end' && (
        <Confirm
          title={`End the access of ${name}?`}
          confirm="End access"
          grave
          typed="END"
          send={({ key }) => api('POST', '/api/admin/staff/{staffId}/end', { params, key })}
          done={done(`${name} no longer has access.`)}
          close={close}
        >
          <p>They are signed out at once. To let them in again, they are invited anew.</p>
        </Confirm>
      )}
    </section>
  );
}
