import { mayWriteActivities, type Role } from '../../../shared/domain/staff.ts';
import { api, searchOf } from '../../client.ts';
import { LinkButton } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Loaded, useResource } from '../../components/resource.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ExportMenu } from '../components/export-menu.tsx';
import { Filters, SearchFilter, SelectFilter } from '../components/filters.tsx';
import { useQuery } from '../components/query.ts';
import { Day, Time } from '../components/time.tsx';
import { useStaff } from '../session.ts';
import { hrefOf } from './sections.ts';
import { StateTag, states } from './state-tag.tsx';
import type { ActivityLine } from './types.ts';
import '../styles/editor.css';

const columns: readonly Column<ActivityLine>[] = [
  {
    name: 'Activity',
    width: 'minmax(14rem, 2fr)',
    cell: ({ title, activityId }) => title || `Untitled (${activityId})`,
  },
  { name: 'State', width: 'minmax(9rem, 1fr)', cell: (activity) => <StateTag activity={activity} /> },
  {
    name: 'Open',
    width: '13rem',
    cell: ({ opensOn, closesOn }) =>
      opensOn && closesOn ? (
        <>
          <Day of={opensOn} /> – <Day of={closesOn} />
        </>
      ) : (
        <span class="quiet">Not published</span>
      ),
  },
  { name: 'Version', width: '4.5rem', number: true, cell: ({ version }) => version ?? '–' },
  {
    name: 'Last changed',
    width: 'minmax(10rem, 1fr)',
    cell: ({ changedAt, changedBy }) =>
      changedAt && (
        <>
          <Time of={changedAt} />
          {changedBy && <span class="quiet small block"> {changedBy}</span>}
        </>
      ),
  },
];

type Asked = NonNullable<ActivityLine['state']> | 'changed';

/** Every activity: how it stands, when it is open, and what of it is not published yet. */
export function ActivityList() {
  const mayWrite = (mayWriteActivities as readonly Role[]).includes(useStaff().role);
  const { values, set, clear, filtered } = useQuery({ q: '', state: '' });
  const { q, state } = values;
  const resource = useResource(
    () => api('GET', '/api/admin/activities', { query: { ...(q && { q }), ...(state && { state: state as Asked }) } }),
    [q, state],
  );
  const counts = resource.body?.counts ?? {};
  const counted = (id: string, name: string): string => (counts[id] === undefined ? name : `${name} (${counts[id]})`);
  return (
    <Page
      title="Activities"
      beside={
        <>
          {mayWrite && <LinkButton href="/admin/activities/new">New activity</LinkButton>}
          <ExportMenu
            what="activities"
            of={(format) => `/api/admin/activities/file${searchOf({ q, state, format })}`}
          />
        </>
      }
      wide
    >
      <div class="list">
        <Filters label="Activities" {...{ filtered, clear }}>
          <SearchFilter label="Search" name="q" value={q} set={(text) => set({ q: text }, true)} />
          <SelectFilter
            label="State"
            name="state"
            value={state}
            set={(next) => set({ state: next })}
            options={{
              '': 'Any state',
              ...Object.fromEntries(Object.entries(states).map(([id, { name }]) => [id, counted(id, name)])),
              changed: counted('changed', 'With unpublished changes'),
            }}
          />
        </Filters>
        <Loaded resource={resource}>
          {({ activities }) => (
            <DataTable
              caption="Activities"
              columns={columns}
              list={activities}
              keyOf={({ activityId }) => activityId}
              hrefOf={({ activityId, hasDraft }) => hrefOf(activityId, hasDraft ? 'details' : 'versions')}
              empty={
                <>
                  <p>
                    There are no activities yet. Begin one from nothing, or import files with the command wallet import.
                  </p>
                  {mayWrite && <LinkButton href="/admin/activities/new">New activity</LinkButton>}
                </>
              }
              {...{ filtered, clear }}
            />
          )}
        </Loaded>
      </div>
    </Page>
  );
}
