import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { SignInFirst } from '../../components/sign-in-first.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import type { Pages } from './pages.ts';

export interface Column<Row> {
  /** Its heading; on a narrow screen it stands before each value. */
  readonly name: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Figures stand one below the other, by their last digit. */
  readonly number?: boolean;
  /** Its track in the grid, the same in every row and so never of its content: `minmax(12rem, 2fr)`, `7rem`. */
  readonly width?: string;
}

interface DataTableProps<Row> {
  /** What is listed: `Learners`. */
  readonly caption: string;
  /** The first names the row. The same array each time, or a new one when cells show something new. */
  readonly columns: readonly Column<Row>[];
  readonly list: Pages<Row> | readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Where a row leads: all of it can be clicked, and its first cell is the link. */
  readonly hrefOf?: ((row: Row) => string | undefined) | undefined;
  /** What is said where there is nothing to list at all, and what to do about it. */
  readonly empty: ComponentChildren;
  /** Whether filters are set, so that nothing means “no match”. */
  readonly filtered?: boolean;
  readonly clear?: (() => void) | undefined;
  /** On a narrow screen rows become cards; `scroll` keeps columns, for tables that are read across. */
  readonly narrow?: 'stack' | 'scroll';
}

/** Rows are drawn in groups, of which the browser skips those out of sight. */
const GROUP = 50;

const isPages = <Row,>(list: Pages<Row> | readonly Row[]): list is Pages<Row> => 'pages' in list;

/** Rows in groups of one size, so that a long list is not one long group. */
export const groupsOf = <Row,>(rows: readonly Row[], size = GROUP): readonly (readonly Row[])[] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, group) => rows.slice(group * size, (group + 1) * size));

/** A list as a table, with everything that may become of it: loading, nothing yet, no match, an error, more to come. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { list, empty, filtered = false, clear, caption } = props;
  const rows = isPages(list) ? list.pages : list;
  const groups = useMemo(() => (isPages(list) ? list.pages : groupsOf(list)), [rows]);
  if (!isPages(list)) return groups.length > 0 ? <Grid {...props} groups={groups} /> : <None {...props} />;
  const { pages, state, problem } = list;
  if (problem?.status === 401) return <SignInFirst />;
  if (state === 'loading' && pages.length === 0) return <Skeleton lines={8} />;
  return (
    <div class="list">
      {pages.length > 0 && <Grid {...props} groups={groups} busy={list.stale} />}
      {state === 'ready' && pages.length === 0 && !list.more && <None {...{ empty, filtered, clear }} />}
      {problem && <ProblemNotice problem={problem} retry={pages.length > 0 ? list.loadMore : list.reload} />}
      {(pages.length > 0 || list.more) && <Following list={list} caption={caption} />}
    </div>
  );
}

function None({ empty, filtered, clear }: Pick<DataTableProps<never>, 'empty' | 'filtered' | 'clear'>) {
  if (!filtered) return <div class="none">{empty}</div>;
  return (
    <div class="none" role="status">
      <p>Nothing matches these filters.</p>
      {clear && (
        <Button kind="secondary" onClick={clear}>
          Clear filters
        </Button>
      )}
    </div>
  );
}

/** What follows the rows that are there: more of them, loaded before one comes to the end, or how many they are. */
function Following<Row>({ list, caption }: { readonly list: Pages<Row>; readonly caption: string }) {
  const end = useRef<HTMLDivElement>(null);
  const { loadMore, more, problem, pages } = list;
  const latest = useRef(loadMore);
  latest.current = loadMore;
  const shown = pages.reduce((sum, rows) => sum + rows.length, 0);
  useEffect(() => {
    if (!more || problem || !end.current) return;
    const near = new IntersectionObserver(
      ([seen]) => {
        if (seen?.isIntersecting) latest.current();
      },
      { rootMargin: '800px' },
    );
    near.observe(end.current);
    return () => near.disconnect();
    // An answer without rows that says where to go on leads further as well.
  }, [more, problem, pages]);
  return (
    <div class="following" ref={end}>
      <p class="quiet small figure" role="status">
        {shown === 0 ? 'None so far; looking further' : shown.toLocaleString('en-US')}
        {shown > 0 && (more ? ' shown, more follow' : shown === 1 ? ' row' : ' rows')}
        <span class="visually-hidden"> in {caption}</span>
      </p>
      {more && !problem && (
        <Button kind="secondary" busy={list.state === 'loading'} onClick={loadMore}>
          Load more
        </Button>
      )}
    </div>
  );
}

// Rows are grids, so that groups of them can be skipped while out of sight, which tables cannot (CSS Containment 2). A table
// that is laid out otherwise is no table to some screen readers, unless it says so.
const as = <const Role extends string>(role: Role) => ({ role });

function Grid<Row>(
  props: DataTableProps<Row> & { readonly groups: readonly (readonly Row[])[]; readonly busy?: boolean },
) {
  const { caption, columns, groups, keyOf, hrefOf, narrow = 'stack', busy = false } = props;
  const [scroller, scrolls] = useScrolls();
  const tracks = columns.map(({ width, number }) => width ?? (number ? '6rem' : 'minmax(8rem, 1fr)')).join(' ');
  return (
    <div class="table-holder">
      <div
        class={`table-scroll narrow-${narrow}${scrolls ? ' table-scrolls' : ''}`}
        ref={scroller}
        {...(scrolls && { tabIndex: 0, role: 'region', 'aria-label': `${caption}, scrolls sideways` })}
      >
        <table
          {...as('table')}
          class={busy ? 'data-table stale' : 'data-table'}
          aria-busy={busy}
          style={{ '--columns': tracks }}
        >
          <caption class="visually-hidden">{caption}</caption>
          <thead {...as('rowgroup')}>
            <tr {...as('row')}>
              {columns.map(({ name, number }) => (
                <th {...as('columnheader')} key={name} scope="col" class={number ? 'number' : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map((rows, group) => (
            <Group key={group} {...{ rows, columns, keyOf, hrefOf }} />
          ))}
        </table>
      </div>
    </div>
  );
}

type GroupProps<Row> = Pick<DataTableProps<Row>, 'columns' | 'keyOf' | 'hrefOf'> & { readonly rows: readonly Row[] };

/** Rows that were loaded together. They are drawn anew when they or the columns change, not when more rows follow. */
function Group<Row>({ rows, columns, keyOf, hrefOf }: GroupProps<Row>) {
  return useMemo(
    () => (
      <tbody {...as('rowgroup')} style={{ '--rows': String(rows.length) }}>
        {rows.map((row) => (
          <Line key={keyOf(row)} row={row} columns={columns} href={hrefOf?.(row)} />
        ))}
      </tbody>
    ),
    [rows, columns],
  );
}

interface LineProps<Row> {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly href: string | undefined;
}

function Line<Row>({ row, columns: [first, ...others], href }: LineProps<Row>) {
  if (!first) return null;
  const named = first.cell(row);
  return (
    <tr {...as('row')} class={href === undefined ? undefined : 'leads'}>
      <th {...as('rowheader')} scope="row">
        {href === undefined ? (
          named
        ) : (
          <a class="row-link" href={href}>
            {named}
          </a>
        )}
      </th>
      {others.map(({ name, cell, number }) => (
        <td {...as('cell')} key={name} data-name={name} class={number ? 'number' : undefined}>
          <div>{cell(row)}</div>
        </td>
      ))}
    </tr>
  );
}

/** Whether an element is wider than its room: only then does the keyboard need a way into it. */
function useScrolls() {
  const element = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    const watch = new ResizeObserver(() => setScrolls(current.scrollWidth > current.clientWidth + 1));
    watch.observe(current);
    return () => watch.disconnect();
  }, []);
  return [element, scrolls] as const;
}
