import { type Answered, api } from '../../client.ts';
import { LinkButton } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Loaded, useResource } from '../../components/resource.tsx';
import { Tag } from '../../components/tag.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Time } from '../components/time.tsx';
import { IntegrationTabs } from './integration-tabs.tsx';

type Webhook = Answered<'GET', '/api/admin/webhooks'>['webhooks'][number];

const columns: readonly Column<Webhook>[] = [
  { name: 'Address', width: 'minmax(14rem, 2fr)', cell: ({ url }) => <span class="address">{url}</span> },
  { name: 'What it is for', width: 'minmax(9rem, 1fr)', cell: ({ description }) => description || '–' },
  { name: 'Events', width: 'minmax(12rem, 1.2fr)', cell: ({ events }) => events.join(', ') },
  { name: 'Since', width: '11rem', cell: ({ createdAt }) => <Time of={createdAt} /> },
  {
    name: 'State',
    width: '9rem',
    cell: ({ status, goneAt }) => (
      <Tag tone={status === 'enabled' ? 'good' : goneAt ? 'bad' : 'quiet'}>
        {status === 'enabled' ? 'Enabled' : goneAt ? 'Gone' : 'Disabled'}
      </Tag>
    ),
  },
];

/** Which of the provider's own systems are told of what. */
export function Webhooks() {
  const resource = useResource(() => api('GET', '/api/admin/webhooks'), []);
  return (
    <Page
      title="Webhooks"
      lead="Your own systems are told of credit and certificates within a minute or two. Messages hold ids and facts of the award, never a name or an address."
      beside={<LinkButton href="/admin/integrations/new">Add a webhook</LinkButton>}
      wide
    >
      <IntegrationTabs current="/admin/integrations" />
      <Loaded resource={resource}>
        {({ webhooks }) => (
          <DataTable
            caption="Webhooks"
            columns={columns}
            list={webhooks}
            keyOf={({ endpointId }) => endpointId}
            hrefOf={({ endpointId }) => `/admin/integrations/webhooks/${endpointId}`}
            empty={
              <p>
                Nobody is told of anything. Add the address of a system of yours, such as the register of the hospital’s
                staff.
              </p>
            }
          />
        )}
      </Loaded>
    </Page>
  );
}
