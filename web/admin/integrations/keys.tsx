import { useMemo, useState } from 'preact/hooks';
import { type Answered, api } from '../../client.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Loaded, useResource } from '../../components/resource.tsx';
import { Tag, type Tone } from '../../components/tag.tsx';
import { Confirm } from '../components/confirm.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { say } from '../components/status-line.tsx';
import { Day, Time } from '../components/time.tsx';
import { IntegrationTabs } from './integration-tabs.tsx';

type Key = Answered<'GET', '/api/admin/api-keys'>['keys'][number];

const states: Readonly<Record<Key['standing'], readonly [Tone, string]>> = {
  active: ['good', 'Active'],
  expired: ['quiet', 'Expired'],
  revoked: ['quiet', 'Revoked'],
};

const known: readonly Column<Key>[] = [
  {
    name: 'System',
    width: 'minmax(11rem, 1.4fr)',
    cell: ({ name, prefix }) => (
      <div>
        {name}
        <span class="small quiet block">
          <code>{prefix}…</code>
        </span>
      </div>
    ),
  },
  { name: 'May read', width: 'minmax(9rem, 1fr)', cell: ({ scopes }) => scopes.join(', ') },
  {
    name: 'Made',
    width: 'minmax(9rem, 1fr)',
    cell: ({ createdAt, createdBy }) => (
      <div>
        <Time of={createdAt} />
        <span class="small quiet block">{createdBy}</span>
      </div>
    ),
  },
  {
    name: 'Last used',
    width: '7.5rem',
    cell: ({ lastUsedOn }) => (lastUsedOn ? <Day of={lastUsedOn} /> : <span class="quiet">Never</span>),
  },
  {
    name: 'State',
    width: 'minmax(8rem, 0.8fr)',
    cell: ({ standing, expiresOn, revokedAt }) => (
      <div>
        <Tag tone={states[standing][0]}>{states[standing][1]}</Tag>
        <span class="small quiet block">
          {revokedAt ? (
            <Time of={revokedAt} />
          ) : (
            expiresOn && (
              <>
                Last day <Day of={expiresOn} />
              </>
            )
          )}
        </span>
      </div>
    ),
  },
];

/** By which keys the provider's own systems read, and the way to take one from them. */
export function ApiKeys() {
  const resource = useResource(() => api('GET', '/api/admin/api-keys'), []);
  const [revoking, setRevoking] = useState<Key>();
  const columns = useMemo(
    () => [
      ...known,
      {
        name: 'Revoke',
        width: '7rem',
        cell: (key: Key) =>
          key.standing !== 'revoked' && (
            <Button kind="secondary" onClick={() => setRevoking(key)}>
              Revoke<span class="visually-hidden"> {key.name}</span>
            </Button>
          ),
      },
    ],
    [],
  );
  return (
    <Page
      title="API keys"
      lead="Your own systems read credits, activities and single learners by a key each. What a key may read is said when it is made."
      beside={<LinkButton href="/admin/integrations/keys/new">Make a key</LinkButton>}
      wide
    >
      <IntegrationTabs current="/admin/integrations/keys" />
      <Loaded resource={resource}>
        {({ keys }) => (
          <DataTable
            caption="API keys"
            columns={columns}
            list={keys}
            keyOf={({ keyId }) => keyId}
            empty={<p>No system of yours has a key. Make one for each, so that you can take it from one alone.</p>}
          />
        )}
      </Loaded>
      {revoking && (
        <Revoking
          of={revoking}
          close={() => setRevoking(undefined)}
          done={() => {
            setRevoking(undefined);
            say(`The key of ${revoking.name} no longer opens anything.`);
            void resource.reload();
          }}
        />
      )}
    </Page>
  );
}

interface RevokingProps {
  readonly of: Key;
  readonly close: () => void;
  readonly done: () => void;
}

function Revoking({ of: { keyId, name, prefix, lastUsedOn }, close, done }: RevokingProps) {
  return (
    <Confirm
      title="Revoke this key"
      confirm="Revoke"
      grave
      typed={name}
      send={({ key }) => api('POST', '/api/admin/api-keys/{keyId}/revocation', { params: { keyId }, key })}
      done={done}
      close={close}
    >
      <p>
        The key that begins with <code>{prefix}</code> opens nothing from that moment on, and cannot be had back.{' '}
        {lastUsedOn ? (
          <>
            It was last used on <Day of={lastUsedOn} />; a system that still has it is refused.
          </>
        ) : (
          'It was never used.'
        )}
      </p>
    </Confirm>
  );
}
