import { useState } from 'preact/hooks';
import { type Answered, api } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Loaded, useResource } from '../../components/resource.tsx';
import { useLocation } from '../../components/router.tsx';
import { useSending } from '../../components/sending.ts';
import { Tag } from '../../components/tag.tsx';
import { Confirm } from '../components/confirm.tsx';
import { Form } from '../components/form.tsx';
import { say } from '../components/status-line.tsx';
import { withStepUp } from '../components/with-step-up.ts';
import { Deliveries } from './deliveries.tsx';
import { WebhookFields, WebhookSecret } from './webhook-fields.tsx';

type Webhook = Answered<'GET', '/api/admin/webhooks/{endpointId}'>['webhook'];

interface WebhookProps {
  readonly webhook: Webhook;
  readonly changed: () => Promise<unknown>;
}

/** A system that is told of events: the messages to it, and what may be changed about it. */
export function WebhookPage() {
  const { params } = useLocation();
  const endpointId = params.endpointId ?? '';
  const path = '/api/admin/webhooks/{endpointId}';
  const resource = useResource(() => api('GET', path, { params: { endpointId } }), [endpointId]);
  return (
    <Loaded resource={resource}>
      {({ webhook }) => (
        <Page
          title={webhook.description || 'Webhook'}
          above={<a href="/admin/integrations">Webhooks</a>}
          lead={<span class="address">{webhook.url}</span>}
          wide
        >
          <Standing webhook={webhook} changed={resource.reload} />
          <section class="stack" aria-labelledby="messages-title">
            <h2 id="messages-title">Messages</h2>
            <Deliveries endpointId={endpointId} />
          </section>
          <Settings webhook={webhook} changed={resource.reload} />
          <Secrets endpointId={endpointId} />
        </Page>
      )}
    </Loaded>
  );
}

/** Whether it is told, and the way to change that. */
function Standing({ webhook, changed }: WebhookProps) {
  const [asking, setAsking] = useState(false);
  const { endpointId, url, description, events, status, goneAt } = webhook;
  const isOn = status === 'enabled';
  const body = { url, description, events, status: isOn ? ('disabled' as const) : ('enabled' as const) };
  return (
    <div class="actions">
      <Tag tone={isOn ? 'good' : goneAt ? 'bad' : 'quiet'}>
        {isOn ? 'Enabled' : goneAt ? 'Disabled: it answered that it is gone' : 'Disabled'}
      </Tag>
      <Button kind="secondary" onClick={() => setAsking(true)}>
        {isOn ? 'Disable' : 'Enable'}
      </Button>
      {asking && (
        <Confirm
          title={isOn ? 'Disable this webhook' : 'Enable this webhook'}
          confirm={isOn ? 'Disable' : 'Enable'}
          send={() => api('PUT', '/api/admin/webhooks/{endpointId}', { params: { endpointId }, body })}
          done={() => {
            setAsking(false);
            say(isOn ? 'It is no longer told of anything.' : 'It is told again.');
            void changed();
          }}
          close={() => setAsking(false)}
        >
          <p>
            {isOn
              ? 'Messages that wait keep waiting. What happens while it is disabled it will not be told of.'
              : 'Messages that wait are sent within a minute or two.'}
          </p>
        </Confirm>
      )}
    </div>
  );
}

function Settings({ webhook, changed }: WebhookProps) {
  const { endpointId, status } = webhook;
  const sending = useSending();
  const { problem, send } = sending;
  const [value, setValue] = useState({
    ...{ url: webhook.url, description: webhook.description },
    events: webhook.events as readonly Webhook['events'][number][],
  });
  const submit = async (): Promise<void> => {
    const body = { ...value, events: [...value.events], status };
    const call = () => api('PUT', '/api/admin/webhooks/{endpointId}', { params: { endpointId }, body });
    if (!(await send(() => withStepUp(call)))) return;
    say('Saved.');
    await changed();
  };
  return (
    <section class="card stack" aria-labelledby="settings-title">
      <h2 id="settings-title">Settings</h2>
      <Form sending={sending} submit={submit} does="Save settings" kind="secondary">
        <WebhookFields value={value} set={setValue} problem={problem} />
      </Form>
    </section>
  );
}

function Secrets({ endpointId }: { readonly endpointId: string }) {
  const [asking, setAsking] = useState(false);
  const [secret, setSecret] = useState<string>();
  return (
    <section class="card stack" aria-labelledby="secret-title">
      <h2 id="secret-title">Secret</h2>
      <p>
        Messages are signed with a secret that the receiver knows. When it may have become known to others, replace it:
        for a day messages are signed with both, so that nothing is refused while the receiver changes over.
      </p>
      {secret ? (
        <WebhookSecret secret={secret} />
      ) : (
        <div class="actions">
          <Button kind="secondary" onClick={() => setAsking(true)}>
            Replace the secret
          </Button>
        </div>
      )}
      {asking && (
        <Confirm
          title="Replace the secret"
          confirm="Replace"
          send={({ key }) => api('POST', '/api/admin/webhooks/{endpointId}/secret', { params: { endpointId }, key })}
          done={(body) => {
            setAsking(false);
            setSecret(body?.secret);
          }}
          close={() => setAsking(false)}
        >
          <p>The new one is shown once. The former one stops signing in 24 hours.</p>
        </Confirm>
      )}
    </section>
  );
}
