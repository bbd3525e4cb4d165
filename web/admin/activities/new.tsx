import { useState } from 'preact/hooks';
import { api } from '../../client.ts';
import { fieldErrors } from '../../components/field-errors.ts';
import { Page } from '../../components/page.tsx';
import { useResource } from '../../components/resource.tsx';
import { useLocation } from '../../components/router.tsx';
import { useSending } from '../../components/sending.ts';
import { Form } from '../components/form.tsx';
import { Select, TextField } from '../components/inputs.tsx';
import { idFrom } from './id-from.ts';
import { hrefOf } from './sections.ts';

/** Begins an activity: from nothing but a title, or as a copy of one that is published. */
export function NewActivity() {
  const { query, route } = useLocation();
  const sending = useSending();
  const { problem, send, keyOf } = sending;
  const { body } = useResource(() => api('GET', '/api/admin/activities'), []);
  const [title, setTitle] = useState('');
  const [ownId, setOwnId] = useState<string>();
  const [copy, setCopy] = useState(query.copy ?? '');
  const errors = fieldErrors(problem);
  const activityId = ownId ?? (title.trim() === '' ? '' : idFrom(title, ''));
  const version = copy === query.copy && query.version ? Number(query.version) : undefined;
  const published = (body?.activities ?? []).filter((activity) => activity.version !== undefined);
  const submit = async (): Promise<void> => {
    const copyOf = copy ? { copyOf: { activityId: copy, ...(version && { version }) } } : {};
    const asked = { activityId, ...(title.trim() && { title: title.trim() }), ...copyOf };
    const draft = await send(() => api('POST', '/api/admin/activities', { body: asked, key: keyOf(asked) }));
    if (draft) route(hrefOf(activityId, 'details'));
  };
  return (
    <Page title="New activity" above={<a href="/admin/activities">Activities</a>}>
      <Form sending={sending} submit={submit} does="Begin the draft">
        <Select
          label="Begin from"
          name="copyOf"
          none="Nothing"
          options={Object.fromEntries(published.map((one) => [one.activityId, `A copy of “${one.title}”`]))}
          value={copy}
          set={setCopy}
          {...(version && { hint: `Of version ${version}.` })}
        />
        <TextField
          label="Title"
          name="title"
          hint={
            copy ? 'Left empty: the title of what is copied.' : 'You can change it until it is published, and after.'
          }
          error={errors.title}
          value={title}
          set={setTitle}
          autocomplete="off"
        />
        <TextField
          label="Id"
          name="activityId"
          hint="Part of its web address, and yours to choose once: lower-case letters, digits and hyphens."
          error={errors.activityId}
          value={activityId}
          set={setOwnId}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
        />
      </Form>
    </Page>
  );
}
