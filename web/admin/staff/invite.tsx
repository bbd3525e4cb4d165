import { useState } from 'preact/hooks';
import type { Role } from '../../../shared/domain/staff.ts';
import { api } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { fieldErrors } from '../../components/field-errors.ts';
import { Page } from '../../components/page.tsx';
import { useLocation } from '../../components/router.tsx';
import { useSending } from '../../components/sending.ts';
import { Wrong } from '../../components/wrong.tsx';
import { TextField } from '../components/inputs.tsx';
import { say } from '../components/status-line.tsx';
import { withStepUp } from '../components/with-step-up.ts';
import { RoleChoice } from './role-choice.tsx';

/** Makes somebody staff. They sign in with their address when they like, and make their passkey then. */
export function Invite() {
  const { route } = useLocation();
  const { busy, problem, send, keyOf } = useSending();
  const [values, setValues] = useState({ name: '', email: '', role: undefined as Role | undefined });
  const errors = fieldErrors(problem);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    // What is no role the service refuses, with the words for it.
    const body = { ...values, role: values.role as Role };
    const member = await send(() => withStepUp(() => api('POST', '/api/admin/staff', { body, key: keyOf(body) })));
    if (!member) return;
    say(`${member.name} may sign in now.`);
    route('/admin/staff');
  };
  return (
    <Page
      title="Invite somebody"
      above={<a href="/admin/staff">Staff</a>}
      lead="They can sign in at once with their address, and make their passkey then. Tell them where: no mail is sent."
    >
      <form class="stack" onSubmit={submit} noValidate>
        <Wrong problem={problem} />
        <TextField
          label="Name"
          hint="As it stands beside what they do and decide."
          name="name"
          error={errors.name}
          value={values.name}
          set={(name) => setValues({ ...values, name })}
          autocomplete="off"
          spellcheck={false}
        />
        <TextField
          label="E-mail address"
          hint="One that only they read: each sign-in begins with a code that is mailed there."
          name="email"
          type="email"
          error={errors.email}
          value={values.email}
          set={(email) => setValues({ ...values, email })}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
        />
        <RoleChoice value={values.role} set={(role) => setValues({ ...values, role })} error={errors.role} />
        <div class="actions">
          <Button type="submit" busy={busy}>
            Invite
          </Button>
        </div>
      </form>
    </Page>
  );
}
