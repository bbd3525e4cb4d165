import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../../../shared/api/problem.ts';
import type { Result } from '../../client.ts';

/** A page of a list as routes answer it; `next` is the cursor of the page that follows, where one does. */
interface Answer {
  readonly next?: string | undefined;
}

/** A list that is loaded page by page. */
export interface Pages<Row> {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly pages: readonly (readonly Row[])[];
  readonly problem: Problem | undefined;
  /** Whether the pages are those of the question before, until the new ones are there. */
  readonly stale: boolean;
  /** Whether rows follow that are not loaded yet. */
  readonly more: boolean;
  readonly loadMore: () => void;
  /** Asks anew from the first page, after a change; what is shown stays until then. */
  readonly reload: () => void;
}

interface Loaded<Row> extends Pick<Pages<Row>, 'state' | 'pages' | 'problem' | 'stale'> {
  readonly next: string | undefined;
}

/** What a list comes to when a page of it was answered: the first replaces all, later ones follow. */
export function withPage<Row, Body extends Answer>(
  before: Loaded<Row>,
  result: Result<Body>,
  { first, rowsOf }: { readonly first: boolean; readonly rowsOf: (body: Body) => readonly Row[] },
): Loaded<Row> {
  // What failed to follow leaves what is shown; what failed at first shows nothing that nobody asked for.
  if (!result.ok)
    return { ...before, state: 'failed', problem: result.problem, stale: false, ...(first && { pages: [] }) };
  const pages = [...(first ? [] : before.pages), rowsOf(result.body)].filter((rows) => rows.length > 0);
  return { state: 'ready', pages, problem: undefined, stale: false, next: result.body.next };
}

/**
 * Loads a list by cursor, the first page whenever `deps` change; an answer that comes after a newer question is dropped.
 * `usePages((cursor) => api('GET', '/api/admin/things', { query: { ...filters, cursor } }), ({ things }) => things, [url])`
 */
export function usePages<Row, Body extends Answer>(
  load: (cursor: string | undefined) => Promise<Result<Body>>,
  rowsOf: (body: Body) => readonly Row[],
  deps: readonly unknown[],
): Pages<Row> {
  const [list, setList] = useState<Loaded<Row>>({
    ...{ state: 'loading', pages: [], problem: undefined, stale: false, next: undefined },
  });
  const asked = useRef(0);
  const latest = useRef({ load, rowsOf });
  latest.current = { load, rowsOf };
  const ask = useCallback(async (cursor: string | undefined): Promise<void> => {
    asked.current += 1;
    const question = asked.current;
    setList((before) => ({ ...before, state: 'loading', problem: undefined, stale: cursor === undefined }));
    const result = await latest.current.load(cursor);
    if (question !== asked.current) return;
    setList((before) => withPage(before, result, { first: cursor === undefined, rowsOf: latest.current.rowsOf }));
  }, []);
  useLayoutEffect(() => {
    void ask(undefined);
    return () => {
      asked.current += 1;
    };
  }, deps);
  const { next, ...shown } = list;
  const loadMore = (): void => {
    if (list.state !== 'loading' && next !== undefined) void ask(next);
  };
  return { ...shown, more: next !== undefined, loadMore, reload: () => void ask(undefined) };
}
