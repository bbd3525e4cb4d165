import { Tag } from '../../components/tag.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ExportMenu } from '../components/export-menu.tsx';
import { Filters, SelectFilter } from '../components/filters.tsx';
import { useQuery } from '../components/query.ts';
import { figure, type Report } from './words.ts';

type Row = Report['noted'][number];

const columns: readonly Column<Row>[] = [
  { name: 'Line', width: '5rem', cell: ({ line }) => <span class="figure">{line}</span> },
  {
    name: 'Row',
    width: '6.5rem',
    cell: ({ good }) => <Tag tone={good ? 'quiet' : 'bad'}>{good ? 'Good' : 'Left out'}</Tag>,
  },
  { name: 'About', width: 'minmax(10rem, 1.2fr)', cell: ({ about }) => about },
  {
    name: 'What was found',
    width: 'minmax(14rem, 2fr)',
    cell: ({ said }) => said.map(({ message }) => <p key={message}>{message}</p>),
  },
  {
    name: 'What to do',
    width: 'minmax(14rem, 2fr)',
    cell: ({ said }) => said.map(({ remedy }) => <p key={remedy}>{remedy}</p>),
  },
];

/** Rows of which something is to be said, and the file that has every row. */
export function Noted({ report }: { readonly report: Report }) {
  const { values, set, clear, filtered } = useQuery({ show: '' });
  const { noted, notedInAll, importId, state } = report;
  const shown = noted.filter(({ good }) => values.show === '' || good === (values.show === 'good'));
  return (
    <section class="list stack" aria-labelledby="noted">
      <div class="page-head">
        <h2 id="noted">What was found</h2>
        {state !== 'failed' && (
          <ExportMenu what="results" of={() => `/api/admin/imports/${importId}/results`} formats={['csv']} />
        )}
      </div>
      {noted.length > 0 && (
        <Filters label="Rows" {...{ filtered, clear }}>
          <SelectFilter
            label="Rows"
            name="show"
            value={values.show}
            set={(show) => set({ show })}
            options={{ '': 'All rows with a remark', bad: 'Left out', good: 'Good' }}
          />
        </Filters>
      )}
      <DataTable
        caption="What was found"
        columns={columns}
        list={shown}
        keyOf={({ item }) => String(item)}
        empty={<p>There is no remark on any row.</p>}
        {...{ filtered, clear }}
      />
      {notedInAll > noted.length && (
        <p class="quiet">
          {figure(noted.length)} of {figure(notedInAll)} are shown. The result file has all.
        </p>
      )}
    </section>
  );
}
