import { useState } from 'preact/hooks';
import { type Answered, api } from '../../client.ts';
import { LinkButton } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { useSending } from '../../components/sending.ts';
import { Form } from '../components/form.tsx';
import { withStepUp } from '../components/with-step-up.ts';
import { WebhookFields, WebhookSecret, type WebhookSettings } from './webhook-fields.tsx';

type Made = Answered<'POST', '/api/admin/webhooks'>;

const above = <a href="/admin/integrations">Webhooks</a>;

/** Has a system of the provider's told of events. */
export function NewWebhook() {
  const sending = useSending();
  const { problem, send, keyOf } = sending;
  const [value, setValue] = useState<WebhookSettings>({ url: '', description: '', events: [] });
  const [made, setMade] = useState<Made>();
  const submit = async (): Promise<void> => {
    const body = { ...value, events: [...value.events] };
    const answer = await send(() => withStepUp(() => api('POST', '/api/admin/webhooks', { body, key: keyOf(body) })));
    if (answer) setMade(answer);
  };
  if (made)
    return (
      <Page title="The webhook is added" above={above} place="webhook-added">
        <WebhookSecret secret={made.secret} />
        <p>It is told of what happens from now on.</p>
        <div class="actions">
          <LinkButton href={`/admin/integrations/webhooks/${made.webhook.endpointId}`}>I have copied it</LinkButton>
        </div>
      </Page>
    );
  return (
    <Page
      title="Add a webhook"
      above={above}
      lead="Messages are signed as Standard Webhooks describes, sent again for five days until the receiver takes them, and carry an id by which it knows what it has."
    >
      <Form sending={sending} submit={submit} does="Add">
        <WebhookFields value={value} set={setValue} problem={problem} />
      </Form>
    </Page>
  );
}
