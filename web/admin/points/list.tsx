import { useMemo, useState } from 'preact/hooks';
import { openStates } from '../../../shared/domain/board-report.ts';
import { boardIds } from '../../../shared/domain/moc-boards.ts';
import { mayChange } from '../../../shared/domain/staff.ts';
import { api, searchOf } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { formatCredit } from '../../components/credit.ts';
import { dayOf } from '../../components/dates.ts';
import { Page } from '../../components/page.tsx';
import { Tag } from '../../components/tag.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ExportMenu } from '../components/export-menu.tsx';
import { DateFilter, Filters, SelectFilter } from '../components/filters.tsx';
import { usePages } from '../components/pages.ts';
import { useQuery } from '../components/query.ts';
import { say } from '../components/status-line.tsx';
import { Day, Time } from '../components/time.tsx';
import { useStaff } from '../session.ts';
import { type Mark, Marking } from './marking.tsx';
import { type Points, reasonOf, rowsInWords, stateNames } from './words.ts';

const states = {
  open: 'To report',
  reported: 'Board has not answered',
  accepted: 'Accepted',
  held: 'Held back',
  all: 'All',
} as const;
type Shown = keyof typeof states;

const known: readonly Column<Points>[] = [
  {
    name: 'Name on the certificate',
    width: 'minmax(11rem, 1.1fr)',
    cell: ({ name }) => <span dir="auto">{name}</span>,
  },
  { name: 'Activity', width: 'minmax(11rem, 1.3fr)', cell: ({ title }) => <span dir="auto">{title}</span> },
  { name: 'Board', width: '5rem', cell: ({ board }) => board },
  { name: 'Points', width: '4rem', number: true, cell: ({ points }) => formatCredit(points) },
  { name: 'Report by', width: '7.5rem', cell: (points) => <ReportBy {...points} /> },
  {
    name: 'State',
    width: 'minmax(11rem, 1fr)',
    cell: (points) => (
      <div>
        <Tag tone={stateNames[points.state][1]}>{stateNames[points.state][0]}</Tag>
        <span class="small block quiet">{reasonOf(points)}</span>
        {points.reportedAt && (
          <span class="small block quiet">
            Reported <Time of={points.reportedAt} />
          </span>
        )}
      </div>
    ),
  },
];

/** The last day on which a board may be told, and whether it is over. */
function ReportBy({ reportBy, state }: Points) {
  const isLate = openStates.includes(state) && reportBy < dayOf(new Date().toISOString());
  return (
    <div>
      <Day of={reportBy} />
      {isLate && <span class="small block">Late</span>}
    </div>
  );
}

/** What can be marked of points as they stand, each with what its button says. */
const marksOf = ({ state }: Points): readonly (readonly [Mark, string])[] =>
  openStates.includes(state)
    ? [['reported', 'Reported']]
    : state === 'reported'
      ? [
          ['accepted', 'Accepted'],
          ['refused', 'Refused'],
        ]
      : [];

// The accreditor's system takes records of this year and of the year before (cme.md 2, "XML methods").
const firstDay = `${new Date().getUTCFullYear() - 1}-01-01`;

const emptyWords: Readonly<Record<Shown, string>> = {
  open: 'No board waits for anything. Points appear here once a physician claims credit and asks for them.',
  reported: 'Every board has answered.',
  accepted: 'No board has accepted anything yet.',
  held: 'Nothing is held back.',
  all: 'Nobody has asked for points yet. An activity offers them where its credit counts with a board.',
};

/** What certifying boards are to be told of points, what they were told, and what they answered. */
export function BoardReports() {
  const { values, set, clear, filtered } = useQuery({ state: 'open', board: '', from: firstDay, until: '' });
  const { board, from, until } = values;
  const shown: Shown = values.state in states ? (values.state as Shown) : 'open';
  const [only] = boardIds.filter((one) => one === board);
  const query = { board: only, from, until, state: shown === 'all' ? undefined : shown };
  const list = usePages(
    (cursor) => api('GET', '/api/admin/points', { query: { ...query, cursor } }),
    ({ points }) => points,
    [shown, board, from, until],
  );
  const may = mayChange.some((role) => role === useStaff().role);
  const [marking, setMarking] = useState<{ readonly mark: Mark; readonly points: readonly Points[] }>();
  const columns = useMemo(
    () =>
      may
        ? [
            ...known,
            {
              name: 'Mark as',
              width: '7rem',
              cell: (points: Points) =>
                marksOf(points).map(([mark, name]) => (
                  <Button key={mark} kind="secondary" onClick={() => setMarking({ mark, points: [points] })}>
                    {name}
                    <span class="visually-hidden">
                      : {points.name}, {points.board}
                    </span>
                  </Button>
                )),
            },
          ]
        : known,
    [may],
  );
  const all = list.pages.flat();
  const [markAll] = shown === 'open' ? ['reported' as const] : shown === 'reported' ? ['accepted' as const] : [];
  return (
    <Page
      title="Board reports"
      lead="Points for maintenance of certification. Export what is to be reported, hand it in, mark it as reported, and note what the boards answer. The earliest comes first."
      beside={
        may && (
          <>
            {markAll && all.length > 1 && (
              <Button kind="secondary" onClick={() => setMarking({ mark: markAll, points: all })}>
                Mark all {all.length} shown as {markAll}
              </Button>
            )}
            <ExportMenu what="points" of={(format) => `/api/admin/points/file${searchOf({ ...query, format })}`} />
          </>
        )
      }
      wide
    >
      <div class="list">
        <Filters label="Board reports" {...{ filtered, clear }}>
          <SelectFilter
            label="State"
            name="state"
            value={shown}
            set={(state) => set({ state })}
            options={{ ...states }}
          />
          <SelectFilter
            label="Board"
            name="board"
            value={board}
            set={(chosen) => set({ board: chosen })}
            options={{ '': 'Any board', ...Object.fromEntries(boardIds.map((id) => [id, id])) }}
          />
          <DateFilter label="Awarded from" name="from" value={from} set={(day) => set({ from: day })} />
          <DateFilter label="Awarded until" name="until" value={until} set={(day) => set({ until: day })} />
        </Filters>
        <DataTable
          caption="Points"
          {...{ columns, list, clear }}
          filtered={filtered && (only !== undefined || from !== firstDay || until !== '')}
          keyOf={({ certificateId, board: of }) => `${certificateId} ${of}`}
          hrefOf={({ learnerId }) => `/admin/learners/${learnerId}`}
          empty={<p>{emptyWords[shown]}</p>}
        />
      </div>
      {marking && (
        <Marking
          {...marking}
          close={() => setMarking(undefined)}
          done={(noted) => {
            setMarking(undefined);
            say(`${rowsInWords(noted)} marked as ${marking.mark}.`);
            list.reload();
          }}
        />
      )}
    </Page>
  );
}
