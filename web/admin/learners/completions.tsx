import { api } from '../../client.ts';
import { Page } from '../../components/page.tsx';
import { Loaded, useResource } from '../../components/resource.tsx';
import { Tag } from '../../components/tag.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ExportMenu } from '../components/export-menu.tsx';
import { DateFilter, Filters, SelectFilter } from '../components/filters.tsx';
import { usePages } from '../components/pages.ts';
import { useQuery } from '../components/query.ts';
import { Day, Time } from '../components/time.tsx';
import { type Completion, stageNames, withFilters } from './words.ts';

const columns: readonly Column<Completion>[] = [
  {
    name: 'Learner',
    width: 'minmax(12rem, 1.4fr)',
    cell: ({ name, email }) => <span dir="auto">{name ?? email ?? 'An erased account'}</span>,
  },
  {
    name: 'Stage',
    width: 'minmax(11rem, 1fr)',
    cell: ({ stage, parked }) => {
      const [words, tone] = stageNames[stage];
      return <Tag tone={parked ? 'bad' : tone}>{parked ? 'Waits for staff' : words}</Tag>;
    },
  },
  { name: 'Score', width: '5rem', number: true, cell: ({ score }) => (score === undefined ? '' : `${score} %`) },
  { name: 'Attempts', width: '5.5rem', number: true, cell: ({ attempts }) => attempts },
  { name: 'Completed', width: '7.5rem', cell: ({ completedOn }) => completedOn && <Day of={completedOn} /> },
  { name: 'Last change', width: '11rem', cell: ({ at }) => <Time of={at} /> },
];

const stages = { failed: 'Not passed', passed: 'No evaluation yet', evaluated: 'Not claimed yet' } as const;
const choices = { '': 'Any stage', ...stages, issued: 'Certificate issued', parked: 'Waits for staff' };

/** Who has a result in an activity, and how far they came. */
export function Completions() {
  const resource = useResource(() => api('GET', '/api/activities'), []);
  return (
    <Page
      title="Completions"
      lead="Who has a result in an activity, and how far they came. Whoever has not submitted an attempt yet is not listed here."
      wide
    >
      <Loaded resource={resource}>
        {({ activities }) =>
          activities.length === 0 ? (
            <p>Nothing is published yet, so nobody can have completed anything.</p>
          ) : (
            <OfActivity titles={Object.fromEntries(activities.map(({ activityId, title }) => [activityId, title]))} />
          )
        }
      </Loaded>
    </Page>
  );
}

function OfActivity({ titles }: { readonly titles: Readonly<Record<string, string>> }) {
  const first = Object.keys(titles)[0] ?? '';
  const { values, set, clear } = useQuery({ activity: first, stage: '', from: '', until: '' });
  const { activity: activityId, stage, from, until } = values;
  const query = { ...(stage && { stage }), ...(from && { from }), ...(until && { until }) };
  const path = '/api/admin/activities/{activityId}/completions';
  const list = usePages(
    (cursor) => api('GET', path, { params: { activityId }, query: { ...query, cursor } }),
    ({ completions }) => completions,
    [activityId, stage, from, until],
  );
  const filtered = stage !== '' || from !== '' || until !== '';
  // An activity that is offered no more is still followed by a link to it.
  const options = activityId in titles ? titles : { ...titles, [activityId]: activityId };
  const file = path.replace('{activityId}', activityId);
  return (
    <div class="list">
      <Filters label="Completions" {...{ filtered, clear }}>
        <SelectFilter
          label="Activity"
          name="activity"
          value={activityId}
          set={(activity) => set({ activity })}
          options={options}
        />
        <SelectFilter
          label="Stage"
          name="stage"
          value={stage}
          set={(chosen) => set({ stage: chosen })}
          options={choices}
        />
        <DateFilter label="Changed from" name="from" value={from} set={(day) => set({ from: day })} />
        <DateFilter label="Changed until" name="until" value={until} set={(day) => set({ until: day })} />
      </Filters>
      <ExportMenu what="completions" of={(format) => withFilters(`${file}/file`, { ...query, format })} />
      <DataTable
        caption="Completions"
        {...{ columns, list, filtered, clear }}
        keyOf={({ learnerId, startedAt }) => `${learnerId} ${startedAt}`}
        hrefOf={({ learnerId }) => `/admin/learners/${learnerId}`}
        empty={<p>Nobody has a result in this activity yet.</p>}
      />
    </div>
  );
}
