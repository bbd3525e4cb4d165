import { useMemo } from 'preact/hooks';
import { type Answered, api, searchOf } from '../../client.ts';
import { LinkButton } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Loaded, useResource } from '../../components/resource.tsx';
import { Tag } from '../../components/tag.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ExportMenu } from '../components/export-menu.tsx';
import { Filters, SelectFilter } from '../components/filters.tsx';
import { useQuery } from '../components/query.ts';
import { Time } from '../components/time.tsx';
import { roleNames } from '../frame/role-names.ts';
import { useStaff } from '../session.ts';

export type Member = Answered<'GET', '/api/admin/staff'>['staff'][number];

const columns: readonly Column<Member>[] = [
  { name: 'Name', width: 'minmax(10rem, 1.2fr)', cell: ({ name }) => name },
  { name: 'E-mail address', width: 'minmax(12rem, 1.5fr)', cell: ({ email }) => email },
  { name: 'Role', width: '8rem', cell: ({ role }) => roleNames[role] },
  { name: 'Staff since', width: '11rem', cell: ({ createdAt }) => <Time of={createdAt} /> },
  {
    name: 'Access',
    width: '9rem',
    cell: ({ endedAt }) => <Tag tone={endedAt ? 'quiet' : 'good'}>{endedAt ? 'Ended' : 'Has access'}</Tag>,
  },
];

/** Those that have access first, each part by name. */
export const inOrder = (staff: readonly Member[]): readonly Member[] =>
  staff.toSorted((a, b) => Number(!!a.endedAt) - Number(!!b.endedAt) || a.name.localeCompare(b.name));

const unfiltered = { role: '', access: 'has' };

/** Who is staff, and who was. */
export function StaffList() {
  const owns = useStaff().role === 'owner';
  const { role, access } = useQuery(unfiltered).values;
  const resource = useResource(() => api('GET', '/api/admin/staff'), []);
  return (
    <Page
      title="Staff"
      lead="Who may use the console, and in which role. What somebody did stays on record after their access has ended."
      beside={
        <>
          {owns && <LinkButton href="/admin/staff/invite">Invite somebody</LinkButton>}
          <ExportMenu what="staff" of={(format) => `/api/admin/staff/file${searchOf({ role, access, format })}`} />
        </>
      }
      wide
    >
      <Loaded resource={resource}>{({ staff }) => <Members staff={staff} owns={owns} />}</Loaded>
    </Page>
  );
}

function Members({ staff, owns }: { readonly staff: readonly Member[]; readonly owns: boolean }) {
  const { values, set, clear, filtered } = useQuery(unfiltered);
  const shown = useMemo(
    () =>
      inOrder(staff).filter(
        ({ role, endedAt }) =>
          (values.role === '' || role === values.role) && (values.access === 'all' || endedAt === undefined),
      ),
    [staff, values.role, values.access],
  );
  return (
    <div class="list">
      <Filters label="Staff" {...{ filtered, clear }}>
        <SelectFilter
          label="Role"
          name="role"
          value={values.role}
          set={(role) => set({ role })}
          options={{ '': 'Any role', ...roleNames }}
        />
        <SelectFilter
          label="Access"
          name="access"
          value={values.access}
          set={(access) => set({ access })}
          options={{ has: 'Has access', all: 'Has or had access' }}
        />
      </Filters>
      <DataTable
        caption="Staff"
        columns={columns}
        list={shown}
        keyOf={({ staffId }) => staffId}
        hrefOf={owns ? ({ staffId }) => `/admin/staff/${staffId}` : undefined}
        empty={<p>Nobody is on the staff.</p>}
        {...{ filtered, clear }}
      />
    </div>
  );
}
