import { useState } from 'preact/hooks';
import { api } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { usePolling } from '../../components/polling.ts';
import { Loaded, useResource } from '../../components/resource.tsx';
import { useLocation } from '../../components/router.tsx';
import { Tag, type Tone } from '../../components/tag.tsx';
import { Confirm } from '../components/confirm.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Filters, SelectFilter } from '../components/filters.tsx';
import { Progress } from '../components/progress.tsx';
import { useQuery } from '../components/query.ts';
import { say } from '../components/status-line.tsx';
import { DecisionFacts } from './decision-facts.tsx';
import { useMayChange } from './may-change.ts';
import { type BatchAnswer, batchTitle } from './words.ts';

type Item = BatchAnswer['items'][number];

const tones: Readonly<Record<Item['status'], readonly [string, Tone]>> = {
  waiting: ['Waits', 'quiet'],
  done: ['Done', 'good'],
  refused: ['Not made', 'bad'],
};

const columns: readonly Column<Item>[] = [
  { name: 'Row', width: '4rem', number: true, cell: ({ number }) => number },
  {
    name: 'Of',
    width: 'minmax(14rem, 2fr)',
    cell: ({ certificateId, learnerId }) => certificateId ?? learnerId,
  },
  {
    name: 'Came to',
    width: '7rem',
    cell: ({ status }) => <Tag tone={tones[status][1]}>{tones[status][0]}</Tag>,
  },
  {
    name: 'Why not',
    width: 'minmax(14rem, 3fr)',
    cell: ({ reasons = [] }) => reasons.map(({ message, remedy }) => `${message} ${remedy}`).join(' '),
  },
];

const hrefOf = ({ certificateId, learnerId, replacement }: Item): string =>
  certificateId === undefined ? `/admin/learners/${learnerId}` : `/admin/certificates/${replacement ?? certificateId}`;

/** A batch: what it does, how far it is, and what became of each row. */
export function BatchScreen() {
  const { batchId = '' } = useLocation().params;
  const resource = useResource(() => api('GET', '/api/admin/batches/{batchId}', { params: { batchId } }), [batchId]);
  return (
    <Loaded resource={resource}>{(answer) => <Shown key={batchId} first={answer} reload={resource.reload} />}</Loaded>
  );
}

function Shown({ first, reload }: { readonly first: BatchAnswer; readonly reload: () => Promise<unknown> }) {
  const mayChange = useMayChange();
  const [latest, setLatest] = useState<BatchAnswer>();
  // Where a decision was made since, what was loaded is newer than what was run.
  const answer = latest && first.batch.status === 'running' ? latest : first;
  const { batch, progress, items } = answer;
  const params = { batchId: batch.batchId };
  usePolling(batch.status === 'running', async () => {
    const path = '/api/admin/batches/{batchId}/run';
    const result = mayChange
      ? await api('POST', path, { params })
      : await api('GET', '/api/admin/batches/{batchId}', { params });
    if (result.ok) setLatest(result.body);
    return result;
  });
  const { values, set, clear, filtered } = useQuery({ status: '' });
  const shown = items.filter(({ status }) => values.status === '' || status === values.status);
  return (
    <Page title={batchTitle(batch)} above={<a href="/admin/changes">Corrections</a>} wide>
      {batch.what && <p dir="auto">{batch.what}</p>}
      <DecisionFacts of={batch} />
      {batch.status === 'proposed' && mayChange && <Deciding batch={batch} changed={reload} />}
      {(batch.status === 'running' || batch.status === 'done') && (
        <>
          <Progress label="Made" done={batch.items - progress.waiting} of={batch.items} />
          {batch.status === 'running' && (
            <p class="quiet small">You may leave this page: what is left is made without you, within minutes.</p>
          )}
          {progress.refused > 0 && (
            <p>{progress.refused} could not be made; each row says why. The others are not touched by that.</p>
          )}
        </>
      )}
      <Filters label="Rows" {...{ filtered, clear }}>
        <SelectFilter
          label="Came to"
          name="status"
          value={values.status}
          set={(status) => set({ status })}
          options={{ '': 'Anything', waiting: 'Waits', done: 'Done', refused: 'Not made' }}
        />
      </Filters>
      <DataTable
        caption="Rows"
        columns={columns}
        list={shown}
        keyOf={({ number }) => String(number)}
        hrefOf={hrefOf}
        empty={<p>The batch has no rows.</p>}
        {...{ filtered, clear }}
      />
    </Page>
  );
}

function Deciding({
  batch,
  changed,
}: {
  readonly batch: BatchAnswer['batch'];
  readonly changed: () => Promise<unknown>;
}) {
  const [asking, setAsking] = useState<'approve' | 'reject'>();
  const params = { batchId: batch.batchId };
  const close = () => setAsking(undefined);
  const done = (words: string) => async (): Promise<void> => {
    close();
    say(words);
    await changed();
  };
  const revokes = batch.of === 'revoke';
  return (
    <div class="actions">
      {batch.mayApprove && <Button onClick={() => setAsking('approve')}>Approve</Button>}
      <Button kind="secondary" onClick={() => setAsking('reject')}>
        {batch.mayApprove ? 'Reject' : 'Take back'}
      </Button>
      {!batch.mayApprove && <p class="quiet">You asked for this, so somebody else must approve it.</p>}
      {asking === 'approve' && (
        <Confirm
          title={`Approve ${batchTitle(batch).toLowerCase()}?`}
          confirm="Approve"
          grave={revokes}
          {...(revokes && { typed: 'REVOKE' })}
          send={({ key }) => api('POST', '/api/admin/batches/{batchId}/approval', { params, key })}
          done={done('Approved. It is being made.')}
          close={close}
        >
          <p>All {batch.items} rows are made, one after the other. Look through them first.</p>
        </Confirm>
      )}
      {asking === 'reject' && (
        <Confirm
          title={batch.mayApprove ? 'Reject this batch?' : 'Take this batch back?'}
          confirm={batch.mayApprove ? 'Reject' : 'Take back'}
          reason="Nothing changes. Who asked reads why."
          send={({ reason, key }) =>
            api('POST', '/api/admin/batches/{batchId}/rejection', { params, body: { reason }, key })
          }
          done={done('Rejected. Nothing was changed.')}
          close={close}
        />
      )}
    </div>
  );
}
