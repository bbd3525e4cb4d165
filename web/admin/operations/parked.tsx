import { useMemo, useState } from 'preact/hooks';
import { type Answered, api, searchOf } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useSending } from '../../components/sending.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ExportMenu } from '../components/export-menu.tsx';
import { Filters, SelectFilter } from '../components/filters.tsx';
import { usePages } from '../components/pages.ts';
import { Progress } from '../components/progress.tsx';
import { useQuery } from '../components/query.ts';
import { say } from '../components/status-line.tsx';
import { Time } from '../components/time.tsx';
import { useStaff } from '../session.ts';

type Stuck = Answered<'GET', '/api/admin/work'>['items'][number];
type Kind = Stuck['kind'];
type State = Stuck['state'];

const kinds: Readonly<Record<Kind, string>> = {
  work: 'Grading, awards, certificates',
  mail: 'Mail',
  webhook: 'Webhooks',
};
const stateNames: Readonly<Record<State, string>> = {
  parked: 'Parked: waits for you',
  failing: 'Failing: tried again by itself',
};
/** As many as a request takes. */
const AT_ONCE = 25;

/** What it was given, of which some parts have pages of their own. */
const Input = ({ input }: Pick<Stuck, 'input'>) => (
  <ul class="plain small">
    {Object.entries(input).map(([name, value]) => (
      <li key={name}>
        <span class="quiet">{name}</span>{' '}
        {name === 'learnerId' ? <a href={`/admin/learners/${value}`}>{value}</a> : <span class="figure">{value}</span>}
      </li>
    ))}
  </ul>
);

const known: readonly Column<Stuck>[] = [
  {
    name: 'Step and reason',
    width: 'minmax(16rem, 2fr)',
    cell: ({ step, error, reason }) => (
      <>
        {step}
        {error && <span class="quiet"> ({error})</span>}
        <span class="small block">{reason}</span>
      </>
    ),
  },
  { name: 'Given', width: 'minmax(14rem, 1.4fr)', cell: ({ input }) => <Input input={input} /> },
  {
    name: 'Since',
    width: '11rem',
    cell: ({ at, askedAt, nextTryAt }) => (
      <div>
        <Time of={at ?? askedAt} />
        {nextTryAt && (
          <span class="small block quiet">
            Next try <Time of={nextTryAt} />
          </span>
        )}
      </div>
    ),
  },
  { name: 'Tries', width: '4rem', number: true, cell: ({ tries }) => tries },
];

const said = (redriven: number): string =>
  redriven === 1 ? 'Taken up again. It takes up to a minute.' : `${redriven} were taken up again.`;

/** What could not be done, or not yet, with its reason; to be taken up again. */
export function ParkedWork() {
  const { values, set } = useQuery<'state' | 'kind'>({ state: 'parked', kind: 'work' });
  const [state, kind] = [values.state as State, values.kind as Kind];
  const list = usePages(
    (cursor) => api('GET', '/api/admin/work', { query: { state, kind, cursor } }),
    ({ items }) => items,
    [state, kind],
  );
  const mayRedrive = ['coordinator', 'owner'].includes(useStaff().role);
  const { busy, problem, send, keyOf } = useSending();
  const [progress, setProgress] = useState<{ readonly done: number; readonly of: number }>();
  const all = list.pages.flat();

  const take = async (ids: readonly string[]): Promise<void> => {
    let redriven = 0;
    for (let done = 0; done < ids.length; done += AT_ONCE) {
      if (ids.length > 1) setProgress({ done, of: ids.length });
      const some = ids.slice(done, done + AT_ONCE);
      const body = await send(() =>
        api('POST', '/api/admin/work/redrive', { body: { ids: [...some] }, key: keyOf({ some, at: Date.now() }) }),
      );
      if (!body) break;
      redriven += body.outcomes.filter(({ outcome }) => outcome === 'redriven').length;
    }
    setProgress(undefined);
    if (redriven > 0) say(said(redriven));
    list.reload();
  };

  const columns = useMemo(
    () =>
      mayRedrive
        ? [
            ...known,
            {
              name: 'Take up again',
              width: '9rem',
              cell: ({ id, step }: Stuck) => (
                <Button kind="secondary" busy={busy} onClick={() => void take([id])}>
                  Redrive<span class="visually-hidden"> {step}</span>
                </Button>
              ),
            },
          ]
        : known,
    [mayRedrive, busy, list.pages],
  );

  return (
    <Page
      title="Parked work"
      lead="What still failed after it was tried again. Fix what the reason names, then take it up again: every step may be repeated, and no credit is awarded twice. A file holds up to 10,000."
      beside={
        <>
          {mayRedrive && all.length > 1 && (
            <Button kind="secondary" busy={busy} onClick={() => void take(all.map(({ id }) => id))}>
              Redrive all {all.length} shown
            </Button>
          )}
          <ExportMenu what="parked work" of={(format) => `/api/admin/work/file${searchOf({ state, kind, format })}`} />
        </>
      }
      wide
    >
      <div class="list">
        <Filters label="Parked work" filtered={false} clear={() => undefined}>
          <SelectFilter label="What" name="kind" value={kind} set={(next) => set({ kind: next })} options={kinds} />
          <SelectFilter
            label="How it stands"
            name="state"
            value={state}
            set={(next) => set({ state: next })}
            options={stateNames}
          />
        </Filters>
        {problem && <ProblemNotice problem={problem} />}
        {progress && <Progress label="Taking up again" {...progress} />}
        <DataTable
          caption="Parked work"
          columns={columns}
          list={list}
          keyOf={({ id }) => id}
          empty={
            <p>{state === 'parked' ? 'Nothing waits for you. All is done in time.' : 'Nothing has failed lately.'}</p>
          }
        />
      </div>
    </Page>
  );
}
