import { useState } from 'preact/hooks';
import { type Answered, api } from '../../client.ts';
import { Page } from '../../components/page.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ExportMenu } from '../components/export-menu.tsx';
import { DateFilter, Filters, SearchFilter, SelectFilter } from '../components/filters.tsx';
import { usePages } from '../components/pages.ts';
import { useQuery } from '../components/query.ts';
import { auditTitles } from './audit-titles.ts';

type Body = Answered<'POST', '/api/admin/audit/search'>;
type Entry = Body['entries'][number];

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: 'UTC' });

/** Values that have a page of their own are links. */
function Value({ name, value }: { readonly name: string; readonly value: unknown }) {
  if (name === 'learnerId') return <a href={`/admin/learners/${String(value)}`}>{String(value)}</a>;
  if (name === 'activityId') return <a href={`/admin/activities/${String(value)}`}>{String(value)}</a>;
  return <span>{typeof value === 'string' ? value : JSON.stringify(value)}</span>;
}

/** What does things without a person, or takes on trust who does. */
const parts: Readonly<Record<string, string>> = {
  staff: 'The command line',
  'command line': 'The command line',
  workflow: 'The workflow',
  system: 'The system',
  ses: 'The mail service',
  'api-key': 'A system of ours',
};

const columns: readonly Column<Entry>[] = [
  {
    name: 'Time (UTC)',
    width: '7rem',
    cell: ({ at }) => (
      <time class="nowrap figure" dateTime={at} title={at}>
        {clock.format(new Date(at))}
      </time>
    ),
  },
  {
    name: 'Who',
    width: 'minmax(9rem, 1fr)',
    cell: ({ by, name }) => (
      <div>
        {parts[by] ?? name}
        {name !== by && <span class="small quiet block figure">{by}</span>}
      </div>
    ),
  },
  {
    name: 'What',
    width: 'minmax(11rem, 1fr)',
    cell: ({ type }) => (
      <div>
        {auditTitles[type] ?? type}
        <span class="small quiet block">{type}</span>
      </div>
    ),
  },
  {
    name: 'Details',
    width: 'minmax(16rem, 2fr)',
    cell: ({ data }) => (
      <ul class="plain small">
        {inOrder(data).map(([name, value]) => (
          <li key={name}>
            <span class="quiet">{name}</span> <Value name={name} value={value} />
          </li>
        ))}
      </ul>
    ),
  },
];

const inOrder = (data: Entry['data']): readonly (readonly [string, unknown])[] =>
  Object.entries(data).toSorted(([a], [b]) => a.localeCompare(b));

const today = (): string => new Date().toISOString().slice(0, 10);

/** Who did what on a day. */
export function AuditLog() {
  const { values, set, clear, filtered } = useQuery({ day: today(), by: '', type: '', about: '' });
  const [staff, setStaff] = useState<Body['staff']>([]);
  const { day, by, type, about } = values;
  const list = usePages(
    async (cursor) => {
      const result = await api('POST', '/api/admin/audit/search', { reads: true, body: { ...values, cursor } });
      if (result.ok && cursor === undefined) setStaff(result.body.staff);
      return result;
    },
    ({ entries }) => entries,
    [day, by, type, about],
  );
  const people = Object.fromEntries(staff.map(({ staffId, name }) => [staffId, name]));
  return (
    <Page
      title="Audit log"
      lead="Who did what, and when, by day in UTC. Nothing in it can be changed; ids say whom and what it is about."
      beside={
        <ExportMenu
          what="audit log"
          of={(format) => ({
            url: '/api/admin/audit/file',
            body: { from: day, until: day, by, type, about, format },
          })}
        />
      }
      wide
    >
      <div class="list">
        <Filters label="Audit log" {...{ filtered, clear }}>
          <DateFilter label="Day" name="day" value={day} set={(next) => set({ day: next || today() })} />
          <SelectFilter
            label="Who"
            name="by"
            value={by}
            set={(next) => set({ by: next })}
            options={{
              ...{ '': 'Anybody', ...people },
              ...parts,
            }}
          />
          <SelectFilter
            label="What"
            name="type"
            value={type}
            set={(next) => set({ type: next })}
            options={{ '': 'Anything', ...auditTitles }}
          />
          <SearchFilter
            label="Which"
            name="about"
            hint="An id that the entry names"
            value={about}
            set={(next) => set({ about: next.trim() }, true)}
          />
        </Filters>
        <DataTable
          caption="Audit log"
          columns={columns}
          list={list}
          keyOf={({ at, type: what, data }) => `${at} ${what} ${JSON.stringify(data)}`}
          empty={<p>Nothing was done on this day.</p>}
          filtered={by !== '' || type !== '' || about !== ''}
          {...{ clear }}
        />
      </div>
    </Page>
  );
}
