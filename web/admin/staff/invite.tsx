import { useState } from 'preact/hooks';
import type { Role } from '../../../shared/domain/staff.ts';
import { api } from '../../client.ts';
import { fieldErrors } from '../../components/field-errors.ts';
import { Page } from '../../components/page.tsx';
import { useLocation } from '../../components/router.tsx';
import { useSending } from '../../components/sending.ts';
import { Form } from '../components/form.tsx';
import { AddressField, TextField } from '../components/inputs.tsx';
import { say } from '../components/status-line.tsx';
import { withStepUp } from '../components/with-step-up.ts';
import { RoleChoice } from './role-choice.tsx';

/** Makes somebody staff. They sign in with their address when they like, and make their passkey then. */
export function Invite() {
  const { route } = useLocation();
  const sending = useSending();
  const { problem, send, keyOf } = sending;
  const [values, setValues] = useState({ name: '', email: '', role: undefined as Role | undefined });
  const errors = fieldErrors(problem);
  const submit = async (): Promise<void> => {
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
      <Form sending={sending} submit={submit} does="Invite">
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
        <AddressField
          hint="One that only they read: each sign-in begins with a code that is mailed there."
          errors={errors}
          value={values.email}
          set={(email) => setValues({ ...values, email })}
        />
        <RoleChoice value={values.role} set={(role) => setValues({ ...values, role })} error={errors.role} />
      </Form>
    </Page>
  );
}
