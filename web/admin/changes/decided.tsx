import { api, searchOf } from '../../client.ts';
import { Page } from '../../components/page.tsx';
import { Tag } from '../../components/tag.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ExportMenu } from '../components/export-menu.tsx';
import { Filters, SelectFilter } from '../components/filters.tsx';
import { usePages } from '../components/pages.ts';
import { useQuery } from '../components/query.ts';
import { Tabs } from '../components/tabs.tsx';
import { Time } from '../components/time.tsx';
import { changesTabs } from './waiting.tsx';
import { type Batch, batchTitle, type Change, kindNames, statusNames, statusTones } from './words.ts';

interface Row {
  readonly at: string;
  readonly change?: Change | undefined;
  readonly batch?: Batch | undefined;
}

const hrefOf = ({ change, batch }: Row): string | undefined =>
  change ? `/admin/changes/${change.changeId}` : batch && `/admin/batches/${batch.batchId}`;

const columns: readonly Column<Row>[] = [
  {
    name: 'What',
    width: 'minmax(10rem, 1fr)',
    cell: ({ change, batch }) => (change ? kindNames[change.kind] : batch && kindNames[batch.of]),
  },
  {
    name: 'Whom',
    width: 'minmax(10rem, 1.2fr)',
    cell: ({ change, batch }) => change?.who ?? (batch && batchTitle(batch)),
  },
  { name: 'About', width: 'minmax(12rem, 2fr)', cell: ({ change, batch }) => change?.what ?? batch?.what },
  {
    name: 'Decided by',
    width: 'minmax(8rem, 1fr)',
    cell: ({ change, batch }) => (change ?? batch)?.decided?.name ?? '',
  },
  {
    name: 'Came to',
    width: '8rem',
    cell: ({ change, batch }) => {
      const status = (change ?? batch)?.status ?? 'done';
      return <Tag tone={statusTones[status]}>{statusNames[status]}</Tag>;
    },
  },
  { name: 'Decided', width: '11rem', cell: ({ at }) => <Time of={at} /> },
];

const thisYear = new Date().getUTCFullYear();
const years = Object.fromEntries(
  Array.from({ length: 8 }, (_, ago) => [String(thisYear - ago), String(thisYear - ago)]),
);

/** What was made or rejected in a year, newest first. */
export function DecidedChanges() {
  const { values, set, clear, filtered } = useQuery({ year: String(thisYear) });
  const { year } = values;
  const list = usePages(
    (cursor) => api('GET', '/api/admin/changes/decided', { query: { year, ...(cursor && { cursor }) } }),
    ({ decided }): readonly Row[] => decided,
    [year],
  );
  return (
    <Page
      title="Decided corrections"
      lead="What was made or rejected, a year at a time. A file holds up to 5,000."
      above={<a href="/admin/changes">Corrections</a>}
      beside={
        <ExportMenu
          what="decided corrections"
          of={(format) => `/api/admin/changes/decided/file${searchOf({ year, format })}`}
        />
      }
      wide
    >
      <Tabs label="Corrections" tabs={changesTabs} current="/admin/changes/decided" />
      <Filters label="Decided corrections" {...{ filtered, clear }}>
        <SelectFilter label="Year" name="year" value={year} set={(next) => set({ year: next })} options={years} />
      </Filters>
      <DataTable
        caption="What was decided"
        columns={columns}
        list={list}
        keyOf={(row) => hrefOf(row) ?? row.at}
        hrefOf={hrefOf}
        empty={<p>Nothing was decided this year.</p>}
        {...{ filtered, clear }}
      />
    </Page>
  );
}
