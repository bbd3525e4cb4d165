import { useState } from 'preact/hooks';
import type { Scope } from '../../../shared/domain/api-key.ts';
import { type Answered, api } from '../../client.ts';
import { LinkButton } from '../../components/button.tsx';
import { FieldError } from '../../components/field.tsx';
import { fieldErrors } from '../../components/field-errors.ts';
import { Page } from '../../components/page.tsx';
import { useSending } from '../../components/sending.ts';
import { Form } from '../components/form.tsx';
import { Checkbox, TextField } from '../components/inputs.tsx';
import { withStepUp } from '../components/with-step-up.ts';
import { scopeNames } from './scope-names.ts';
import { Secret } from './secret.tsx';

type Made = Answered<'POST', '/api/admin/api-keys'>;

const above = <a href="/admin/integrations/keys">API keys</a>;
const all = Object.keys(scopeNames) as readonly Scope[];

/** Makes a key for one of the provider's own systems, and shows it this once. */
export function NewKey() {
  const sending = useSending();
  const { problem, send, keyOf } = sending;
  const [value, setValue] = useState({ name: '', scopes: [] as readonly Scope[], expiresOn: '' });
  const [made, setMade] = useState<Made>();
  const errors = fieldErrors(problem);
  const submit = async (): Promise<void> => {
    const { name, scopes, expiresOn } = value;
    const body = { name, scopes: [...scopes], ...(expiresOn && { expiresOn }) };
    const answer = await send(() => withStepUp(() => api('POST', '/api/admin/api-keys', { body, key: keyOf(body) })));
    if (answer) setMade(answer);
  };
  if (made) return <Shown made={made} />;
  return (
    <Page
      title="Make an API key"
      above={above}
      lead="One for each system: whoever has a key reads what it allows, so give each no more than it needs."
    >
      <Form sending={sending} submit={submit} does="Make the key">
        <TextField
          label="Which system it is for"
          hint="You will know the key by this name."
          name="name"
          error={errors.name}
          value={value.name}
          set={(name) => setValue({ ...value, name })}
          autocomplete="off"
        />
        <fieldset id="scopes" tabIndex={-1}>
          <legend>It may read</legend>
          {errors.scopes && <FieldError name="scopes" error={errors.scopes} />}
          {all.map((scope) => (
            <Checkbox
              key={scope}
              name={`scope-${scope}`}
              label={scopeNames[scope]}
              hint={scope}
              checked={value.scopes.includes(scope)}
              set={(checked) =>
                setValue({
                  ...value,
                  scopes: all.filter((each) => (each === scope ? checked : value.scopes.includes(each))),
                })
              }
            />
          ))}
        </fieldset>
        <TextField
          label="Last day (optional)"
          hint="It works to the end of this day, by UTC. Without one it works until it is revoked."
          name="expiresOn"
          type="date"
          error={errors.expiresOn}
          value={value.expiresOn}
          set={(expiresOn) => setValue({ ...value, expiresOn })}
        />
      </Form>
    </Page>
  );
}

const Shown = ({ made: { key, secret } }: { readonly made: Made }) => (
  <Page title="The key is made" above={above} place="key-made">
    <Secret secret={secret}>
      <strong>Copy this key now. It is not shown again.</strong> Put it where {key.name} keeps its passwords; whoever
      has it can read what it allows.
    </Secret>
    <p>
      It is sent with each request, as <code>Authorization: Bearer {key.prefix}…</code>. What there is to read says{' '}
      <a href="/api/openapi.json">the contract</a>, under <code>/api/provider</code>.
    </p>
    <div class="actions">
      <LinkButton href="/admin/integrations/keys">I have copied it</LinkButton>
    </div>
  </Page>
);
