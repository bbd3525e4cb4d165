import { api } from '../../client.ts';
import { Page } from '../../components/page.tsx';
import { Tag } from '../../components/tag.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ExportMenu } from '../components/export-menu.tsx';
import { DateFilter, Filters, SelectFilter } from '../components/filters.tsx';
import { usePages } from '../components/pages.ts';
import { useQuery } from '../components/query.ts';
import { Day } from '../components/time.tsx';
import { type Credit, creditsInWords, withFilters } from './words.ts';

const standings = { valid: 'Counts', suspended: 'Suspended', revoked: 'Revoked' } as const;

const columns: readonly Column<Credit>[] = [
  {
    name: 'Name on the certificate',
    width: 'minmax(12rem, 1.2fr)',
    cell: ({ name }) => <span dir="auto">{name}</span>,
  },
  { name: 'Activity', width: 'minmax(12rem, 1.4fr)', cell: ({ title }) => <span dir="auto">{title}</span> },
  { name: 'Credit', width: 'minmax(11rem, 1fr)', cell: ({ credits }) => creditsInWords(credits) },
  { name: 'Awarded', width: '7.5rem', cell: ({ awardedOn }) => <Day of={awardedOn} /> },
  {
    name: 'Standing',
    width: '7rem',
    cell: ({ standing }) => (
      <Tag tone={standing === 'revoked' ? 'bad' : standing ? 'wait' : 'good'}>{standings[standing ?? 'valid']}</Tag>
    ),
  },
  {
    name: 'Certificate',
    width: '7rem',
    cell: ({ certificateId, name }) => (
      <a href={`/admin/certificates/${certificateId}`}>
        Show<span class="visually-hidden"> the certificate of {name}</span>
      </a>
    ),
  },
];

/** Every credit that was awarded, newest first. */
export function Credits() {
  const { values, set, clear, filtered } = useQuery({ from: '', until: '', standing: '' });
  const { from, until, standing } = values;
  const query = {
    ...(from && { from }),
    ...(until && { until }),
    ...(standing && { standing }),
  };
  const list = usePages(
    (cursor) => api('GET', '/api/admin/credits', { query: { ...query, cursor } }),
    ({ credits }) => credits,
    [from, until, standing],
  );
  return (
    <Page
      title="Credits"
      lead="Every award, newest first. A file holds up to 10,000; the next one goes on from there."
      wide
      beside={
        <ExportMenu what="credits" of={(format) => withFilters('/api/admin/credits/file', { ...query, format })} />
      }
    >
      <div class="list">
        <Filters label="Credits" {...{ filtered, clear }}>
          <DateFilter label="Awarded from" name="from" value={from} set={(day) => set({ from: day })} />
          <DateFilter label="Awarded until" name="until" value={until} set={(day) => set({ until: day })} />
          <SelectFilter
            label="Standing"
            name="standing"
            value={standing}
            set={(chosen) => set({ standing: chosen })}
            options={{ '': 'Any standing', ...standings }}
          />
        </Filters>
        <DataTable
          caption="Credits"
          {...{ columns, list, filtered, clear }}
          keyOf={({ learnerId, certificateId }) => `${learnerId} ${certificateId}`}
          hrefOf={({ learnerId }) => `/admin/learners/${learnerId}`}
          empty={<p>No credit has been awarded yet. It appears here as soon as it is.</p>}
        />
      </div>
    </Page>
  );
}
