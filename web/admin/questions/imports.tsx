import { api, searchOf } from '../../client.ts';
import { LinkButton } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Tag } from '../../components/tag.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ExportMenu } from '../components/export-menu.tsx';
import { usePages } from '../components/pages.ts';
import { Time } from '../components/time.tsx';
import { useStaff } from '../session.ts';
import { figure, type ImportView, kindNames, standOf, targetOf } from './words.ts';

const columns: readonly Column<ImportView>[] = [
  { name: 'File', width: 'minmax(10rem, 1.6fr)', cell: ({ fileName }) => fileName },
  {
    name: 'What',
    width: 'minmax(10rem, 1.4fr)',
    cell: (what) => (
      <>
        {kindNames[what.kind]} {what.target && <span class="quiet">{targetOf(what)}</span>}
      </>
    ),
  },
  {
    name: 'State',
    width: '8.5rem',
    cell: (what) => {
      const { tone, words } = standOf(what);
      return <Tag tone={tone}>{words}</Tag>;
    },
  },
  { name: 'Rows', number: true, width: '4.5rem', cell: ({ rows }) => figure(rows) },
  {
    name: 'Added',
    number: true,
    width: '4.5rem',
    cell: ({ state, fates }) => (state === 'done' ? figure(fates.added) : '–'),
  },
  {
    name: 'Left out',
    number: true,
    width: '5rem',
    cell: ({ state, fates, bad }) => figure(state === 'done' ? fates['left-out'] : bad),
  },
  { name: 'Handed in', width: '10rem', cell: ({ at }) => <Time of={at} /> },
];

/** Earlier imports, and the ways to a new one and out. */
export function Imports() {
  const changes = useStaff().role !== 'auditor';
  const list = usePages(
    (cursor) => api('GET', '/api/admin/imports', { query: { cursor } }),
    ({ imports }) => imports,
    [],
  );
  return (
    <Page
      title="Imports and exports"
      lead="A file is checked whole before anything of it is written. You see what is wrong with which row, and then decide."
      beside={
        <>
          <LinkButton kind="secondary" href="/admin/questions/export">
            Export questions
          </LinkButton>
          {changes && <LinkButton href="/admin/questions/new">Import a file</LinkButton>}
          <ExportMenu what="imports" of={(format) => `/api/admin/imports/file${searchOf({ format })}`} />
        </>
      }
      wide
    >
      <DataTable
        caption="Imports"
        columns={columns}
        list={list}
        keyOf={({ importId }) => importId}
        hrefOf={({ importId }) => `/admin/questions/${importId}`}
        empty={
          <p>
            Nothing has been imported yet. Questions come in six formats of other systems; learners and earlier credit
            come as CSV.
          </p>
        }
      />
    </Page>
  );
}
