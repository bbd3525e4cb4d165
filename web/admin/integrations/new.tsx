import { useState } from 'preact/hooks';
import { type Answered, api } from '../../client.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { useSending } from '../../components/sending.ts';
import { Wrong } from '../../components/wrong.tsx';
import { withStepUp } from '../components/with-step-up.ts';
import { WebhookFields, WebhookSecret, type WebhookSettings } from './webhook-fields.tsx';

type Made = Answered<'POST', '/api/admin/webhooks'>;

const above = <a href="/admin/integrations">Webhooks</a>;

/** Has a system of the provider's told of events. */
export function NewWebhook() {
  const { busy, problem, send, keyOf } = useSending();
  const [value, setValue] = useState<WebhookSettings>({ url: '', description: '', events: [] });
  const [made, setMade] = useState<Made>();
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
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
      <form class="stack" onSubmit={submit} noValidate>
        <Wrong problem={problem} />
        <WebhookFields value={value} set={setValue} problem={problem} />
        <div class="actions">
          <Button type="submit" busy={busy}>
            Add
          </Button>
        </div>
      </form>
    </Page>
  );
}
