import { type Answered, api } from '../../client.ts';
import { Page } from '../../components/page.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ExportMenu } from '../components/export-menu.tsx';
import { Filters, SearchFilter, SelectFilter } from '../components/filters.tsx';
import { usePages } from '../components/pages.ts';
import { useQuery } from '../components/query.ts';
import { Time } from '../components/time.tsx';
import { nameOf } from './words.ts';

type Learner = Answered<'POST', '/api/admin/learners/search'>['learners'][number];
type Order = 'name' | 'given' | 'email';

const columns: readonly Column<Learner>[] = [
  {
    name: 'Name',
    width: 'minmax(12rem, 1.4fr)',
    cell: (learner) => (
      <span dir="auto">
        {nameOf(learner)}
        {learner.credentials && <span class="quiet">, {learner.credentials}</span>}
      </span>
    ),
  },
  { name: 'E-mail address', width: 'minmax(12rem, 1.4fr)', cell: ({ email }) => email },
  {
    name: 'Profession',
    width: 'minmax(8rem, 0.8fr)',
    cell: ({ profession = '' }) => profession.replace('-', ' '),
  },
  { name: 'First signed in', width: '11rem', cell: ({ createdAt }) => <Time of={createdAt} /> },
];

const orders: Readonly<Record<Order, string>> = {
  name: 'Family name',
  given: 'Given name',
  email: 'E-mail address',
};

/** Everybody who ever signed in; found by the beginning of a name or address, or by an id. */
export function Learners() {
  const { values, set, clear, filtered } = useQuery({ search: '', order: 'name' });
  const { search } = values;
  const order = (values.order in orders ? values.order : 'name') as Order;
  const list = usePages(
    (cursor) =>
      api('POST', '/api/admin/learners/search', { reads: true, body: search ? { search } : { order, cursor } }),
    ({ learners }) => learners,
    [search, order],
  );
  const found = list.pages.reduce((sum, rows) => sum + rows.length, 0);
  return (
    <Page
      title="Learners"
      wide
      beside={
        <ExportMenu what="learners" of={(format) => ({ url: '/api/admin/learners/file', body: { format, order } })} />
      }
    >
      <div class="list">
        <Filters label="Learners" {...{ filtered, clear }}>
          <SearchFilter
            label="Find"
            name="search"
            hint="The beginning of a family name, given name or e-mail address, or the id of a learner or certificate."
            value={search}
            set={(text) => set({ search: text }, true)}
          />
          {search === '' && (
            <SelectFilter
              label="Sort by"
              name="order"
              value={order}
              set={(by) => set({ order: by })}
              options={orders}
            />
          )}
        </Filters>
        {search !== '' && found >= 50 && (
          <p class="quiet">There may be more than these. Type more of the name to find fewer.</p>
        )}
        <DataTable
          caption="Learners"
          {...{ columns, list, clear }}
          filtered={search !== ''}
          keyOf={({ learnerId }) => learnerId}
          hrefOf={({ learnerId }) => `/admin/learners/${learnerId}`}
          empty={<p>Nobody has signed in yet. Learners appear here after their first sign-in.</p>}
        />
      </div>
    </Page>
  );
}
