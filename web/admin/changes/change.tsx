import { useState } from 'preact/hooks';
import { api } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Loaded, useResource } from '../../components/resource.tsx';
import { useLocation } from '../../components/router.tsx';
import { Confirm } from '../components/confirm.tsx';
import { say } from '../components/status-line.tsx';
import { DecisionFacts } from './decision-facts.tsx';
import { Differences } from './differences.tsx';
import { useMayChange } from './may-change.ts';
import { type Change, kindNames } from './words.ts';

/** One change: what it says otherwise, why, and whose decision it is. */
export function ChangeScreen() {
  const { changeId = '' } = useLocation().params;
  const resource = useResource(() => api('GET', '/api/admin/changes/{changeId}', { params: { changeId } }), [changeId]);
  return <Loaded resource={resource}>{(change) => <Shown change={change} changed={resource.reload} />}</Loaded>;
}

interface ShownProps {
  readonly change: Change;
  readonly changed: () => Promise<unknown>;
}

function Shown({ change, changed }: ShownProps) {
  const { kind, who, what, certificateId, replacement, learnerId, batchId } = change;
  return (
    <Page title={`${kindNames[kind]}: ${who}`} above={<a href="/admin/changes">Corrections</a>}>
      <p dir="auto">{what}</p>
      <Differences of={change.differences} />
      <DecisionFacts of={change}>
        {certificateId && (
          <>
            <dt>Certificate</dt>
            <dd>
              <a href={`/admin/certificates/${replacement ?? certificateId}`}>
                {replacement ? 'The one that stands in its place' : 'Show it'}
              </a>
            </dd>
          </>
        )}
        {learnerId && (
          <>
            <dt>Learner</dt>
            <dd>
              <a href={`/admin/learners/${learnerId}`}>{who}</a>
            </dd>
          </>
        )}
        {batchId && (
          <>
            <dt>Batch</dt>
            <dd>
              <a href={`/admin/batches/${batchId}`}>The batch that it was a part of</a>
            </dd>
          </>
        )}
      </DecisionFacts>
      {change.status === 'proposed' && <Deciding {...{ change, changed }} />}
      {change.status === 'done' && kind === 'merge' && <Undoing change={change} />}
    </Page>
  );
}

function Deciding({ change, changed }: ShownProps) {
  const mayChange = useMayChange();
  const [asking, setAsking] = useState<'approve' | 'reject'>();
  if (!mayChange) return null;
  const { changeId, kind, who, mayApprove } = change;
  const params = { changeId };
  const close = () => setAsking(undefined);
  const done = (words: string) => async (): Promise<void> => {
    close();
    say(words);
    await changed();
  };
  return (
    <section class="card stack" aria-labelledby="deciding">
      <h2 id="deciding">{mayApprove ? 'Your decision' : 'A colleague decides'}</h2>
      <p>
        {mayApprove
          ? 'Compare before and after with what you know of it. When you approve, it is made at once.'
          : 'You asked for this, so somebody else must approve it. You can take it back.'}
      </p>
      <div class="actions">
        {mayApprove && <Button onClick={() => setAsking('approve')}>Approve</Button>}
        <Button kind="secondary" onClick={() => setAsking('reject')}>
          {mayApprove ? 'Reject' : 'Take back'}
        </Button>
      </div>
      {asking === 'approve' && (
        <Confirm
          title={`Approve: ${kindNames[kind]} of ${who}?`}
          confirm="Approve"
          grave={kind === 'revoke'}
          {...(kind === 'revoke' && { typed: 'REVOKE' })}
          send={({ key }) => api('POST', '/api/admin/changes/{changeId}/approval', { params, key })}
          done={done('Approved and made.')}
          close={close}
        >
          <Differences of={change.differences} />
        </Confirm>
      )}
      {asking === 'reject' && (
        <Confirm
          title={mayApprove ? 'Reject this?' : 'Take this back?'}
          confirm={mayApprove ? 'Reject' : 'Take back'}
          reason="Nothing changes. Who asked reads why."
          send={({ reason, key }) =>
            api('POST', '/api/admin/changes/{changeId}/rejection', { params, body: { reason }, key })
          }
          done={done('Rejected. Nothing was changed.')}
          close={close}
        />
      )}
    </section>
  );
}

/** A merging that was wrong is undone as it was made: asked for, and approved by a second person. */
function Undoing({ change }: { readonly change: Change }) {
  const mayChange = useMayChange();
  const { route } = useLocation();
  const [asking, setAsking] = useState(false);
  const { learnerId, into } = change;
  if (!mayChange || learnerId === undefined || into === undefined) return null;
  return (
    <div class="actions">
      <Button kind="secondary" onClick={() => setAsking(true)}>
        Separate the accounts again
      </Button>
      {asking && (
        <Confirm
          title="Ask to separate these accounts?"
          confirm="Ask"
          reason="For staff and auditors alone."
          send={({ reason, key }) =>
            api('POST', '/api/admin/merges', { body: { kind: 'separate', learnerId, into, reason }, key })
          }
          done={({ change: asked }) => route(`/admin/changes/${asked.changeId}`)}
          close={() => setAsking(false)}
        >
          <p>
            Each account has its own addresses, courses and credits again. What was earned since they were merged stays
            with the account that stayed.
          </p>
        </Confirm>
      )}
    </div>
  );
}
