import { useEffect, useState } from 'preact/hooks';
import { api, newKey } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Loaded, type Resource, useResource } from '../../components/resource.tsx';
import { useLocation } from '../../components/router.tsx';
import { useSending } from '../../components/sending.ts';
import { Tag } from '../../components/tag.tsx';
import { Progress } from '../components/progress.tsx';
import { Time } from '../components/time.tsx';
import { useStaff } from '../session.ts';
import { Noted } from './noted.tsx';
import { counted, figure, type ImportView, kindNames, type Report, standOf } from './words.ts';

/** Follows an import: what was found, how far it is, what became of it. */
export function FollowImport() {
  const { params } = useLocation();
  const importId = params.importId ?? '';
  const resource = useResource(() => api('GET', '/api/admin/imports/{importId}', { params: { importId } }), [importId]);
  return <Loaded resource={resource}>{(report) => <Followed {...{ report, resource }} />}</Loaded>;
}

const moves = ({ state }: Pick<ImportView, 'state'>): boolean => state === 'checking' || state === 'running';

/** Has an import go on while somebody looks at it, slice by slice, and asks for the report when it stands. */
function useGoingOn(report: Report, resource: Resource<Report>) {
  const [view, setView] = useState<ImportView>(report);
  const { problem, send } = useSending();
  const mayGoOn = useStaff().role !== 'auditor';
  useEffect(() => setView(report), [report]);
  useEffect(() => {
    if (!moves(view)) return;
    let ended = false;
    const goOn = async (): Promise<void> => {
      const { importId } = report;
      // An auditor looks on; the sweeper has it go on.
      const next = mayGoOn
        ? await send(() =>
            api('POST', '/api/admin/imports/{importId}/advance', { params: { importId }, key: newKey() }),
          )
        : undefined;
      if (ended) return;
      if (!next) return void setTimeout(() => !ended && setView((before) => ({ ...before })), 2_000);
      setView(next);
      if (!moves(next)) void resource.reload();
    };
    void goOn();
    return () => {
      ended = true;
    };
  }, [view]);
  return { view, setView, problem };
}

function Followed({ report, resource }: { readonly report: Report; readonly resource: Resource<Report> }) {
  const { view, setView, problem } = useGoingOn(report, resource);
  const { tone, words } = standOf(view);
  const { state, rows, checked, done, fileName, kind, at, by } = view;
  return (
    <Page title={fileName} above={<a href="/admin/questions">Imports and exports</a>} wide>
      <p>
        <Tag tone={tone}>{words}</Tag> {kindNames[kind]}
        {view.target && (
          <>
            {' '}
            for <a href={`/admin/activities/${view.target.activityId}`}>{view.target.activityId}</a>
          </>
        )}
        , handed in by {by} on <Time of={at} />
      </p>
      {problem && <ProblemNotice problem={problem} />}
      {state === 'checking' && <Progress label="Rows checked" done={checked} of={rows} />}
      {state === 'running' && <Progress label="Rows imported" done={done} of={rows} />}
      {state === 'checked' && <Decide view={view} decided={setView} />}
      {state === 'done' && <Outcome view={view} />}
      {state === 'failed' && (
        <div class="notice notice-bad">
          <p class="notice-title">Nothing was imported</p>
          <p>{view.failure}</p>
        </div>
      )}
      {!moves(view) && <Noted report={report} />}
    </Page>
  );
}

/** What the button does, in words that say how much of the file it is. */
export const decision = ({ rows, bad }: Pick<ImportView, 'rows' | 'bad'>): string =>
  bad === 0 ? `Import ${figure(rows)}` : `Import ${figure(rows - bad)} and leave ${figure(bad)} out`;

function Decide({ view, decided }: { readonly view: ImportView; readonly decided: (view: ImportView) => void }) {
  const { busy, problem, send, keyOf } = useSending();
  const { importId, rows, bad, kind } = view;
  const mayDecide = useStaff().role !== 'auditor';
  const run = async (): Promise<void> => {
    const body = { leavingOut: bad };
    const running = await send(() =>
      api('POST', '/api/admin/imports/{importId}/run', { params: { importId }, body, key: keyOf([importId, body]) }),
    );
    if (running) decided(running);
  };
  return (
    <div class="notice stack">
      <p class="notice-title" role="status">
        {bad === 0 ? `All ${figure(rows)} are good` : `${figure(rows - bad)} of ${figure(rows)} are good`}
      </p>
      <p>
        {bad === rows
          ? 'Nothing in this file can be imported. Fix it and hand it in again.'
          : `Nothing was written yet. ${
              kind === 'questions'
                ? 'The questions go to the end of the assessment, all at once; those that it has already stay as they are.'
                : 'What is there already stays as it is. Should your browser be closed, the import goes on by itself.'
            }`}
      </p>
      {problem && <ProblemNotice problem={problem} />}
      {mayDecide && bad < rows && (
        <div class="actions">
          <Button busy={busy} onClick={run}>
            {decision(view)}
          </Button>
        </div>
      )}
    </div>
  );
}

function Outcome({ view: { fates, endedAt, runBy } }: { readonly view: ImportView }) {
  const others = [
    [fates.unchanged, 'there already'],
    [fates.kept, 'kept as they were'],
    [fates['left-out'], 'left out'],
  ] as const;
  return (
    <div class="notice notice-good">
      <p class="notice-title" role="status">
        {counted(fates.added, 'row')} added
      </p>
      <p>{others.map(([count, words]) => `${figure(count)} ${words}`).join(', ')}.</p>
      {endedAt && (
        <p class="quiet small">
          Decided by {runBy}, ended on <Time of={endedAt} />
        </p>
      )}
    </div>
  );
}
