import { type Answered, api } from '../../client.ts';
import { Page } from '../../components/page.tsx';
import { Loaded, useResource } from '../../components/resource.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Filters, SearchFilter } from '../components/filters.tsx';
import { useQuery } from '../components/query.ts';
import { Day } from '../components/time.tsx';

type Listed = Answered<'GET', '/api/admin/outcomes'>['activities'][number];

const columns: readonly Column<Listed>[] = [
  { name: 'Activity', width: 'minmax(14rem, 2fr)', cell: ({ title }) => title },
  { name: 'Version', number: true, width: '6rem', cell: ({ version }) => version },
  { name: 'Opened', width: '9rem', cell: ({ opensOn }) => <Day of={opensOn} /> },
  { name: 'Closes', width: '9rem', cell: ({ closesOn }) => <Day of={closesOn} /> },
];

/** The activities whose outcomes can be looked at. */
export function OutcomesList() {
  const resource = useResource(() => api('GET', '/api/admin/outcomes'), []);
  const { values, set, clear, filtered } = useQuery({ title: '' });
  return (
    <Page
      title="Outcomes"
      lead="How questions did, who passes, and what learners say. Nothing is told of fewer than five learners, and nobody can tell whose an answer is."
      wide
    >
      <Loaded resource={resource}>
        {({ activities }) => (
          <div class="list">
            <Filters label="Activities" {...{ filtered, clear }}>
              <SearchFilter label="Title" name="title" value={values.title} set={(title) => set({ title }, true)} />
            </Filters>
            <DataTable
              caption="Activities with outcomes"
              columns={columns}
              list={activities.filter(({ title }) => title.toLowerCase().includes(values.title.trim().toLowerCase()))}
              keyOf={({ activityId }) => activityId}
              hrefOf={({ activityId }) => `/admin/outcomes/${activityId}`}
              empty={<p>Nothing is published yet. Outcomes begin with the first learner of a published activity.</p>}
              {...{ filtered, clear }}
            />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
