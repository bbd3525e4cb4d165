import { useMemo } from 'preact/hooks';
import { type Answered, api } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useSending } from '../../components/sending.ts';
import { Tag, type Tone } from '../../components/tag.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { usePages } from '../components/pages.ts';
import { say } from '../components/status-line.tsx';
import { Time } from '../components/time.tsx';

type Delivery = Answered<'GET', '/api/admin/webhooks/{endpointId}'>['deliveries'][number];
type Attempt = Delivery['attempts'][number];

const states: Readonly<Record<Delivery['status'], readonly [Tone, string]>> = {
  queued: ['wait', 'Waits'],
  delivered: ['good', 'Delivered'],
  parked: ['bad', 'Given up'],
};

const answerOf = ({ status, problem = 'No answer.' }: Attempt): string =>
  status === undefined ? problem : `Answered ${status}`;

const Tries = ({ attempts }: Pick<Delivery, 'attempts'>) => (
  <details>
    <summary>
      {attempts.length} {attempts.length === 1 ? 'try' : 'tries'}
    </summary>
    <ul class="plain small">
      {attempts.toReversed().map((attempt) => (
        <li key={attempt.at}>
          <Time of={attempt.at} />: {answerOf(attempt)} after {attempt.tookMs} ms
          {attempt.excerpt && <span class="quiet block">{attempt.excerpt}</span>}
        </li>
      ))}
    </ul>
  </details>
);

const known: readonly Column<Delivery>[] = [
  {
    name: 'Event',
    width: 'minmax(9rem, 1.2fr)',
    cell: ({ type, messageId }) => (
      <>
        {type}
        <span class="small quiet block figure">{messageId}</span>
      </>
    ),
  },
  {
    name: 'State',
    width: 'minmax(8rem, 1fr)',
    cell: ({ status, nextTryAt, attempts }) => (
      <div>
        <Tag tone={states[status][0]}>{states[status][1]}</Tag>
        {nextTryAt && attempts.length > 0 && (
          <span class="small quiet block">
            Next try <Time of={nextTryAt} />
          </span>
        )}
      </div>
    ),
  },
  { name: 'Asked for', width: '10.5rem', cell: ({ createdAt }) => <Time of={createdAt} /> },
  {
    name: 'Answers',
    width: 'minmax(9rem, 1.3fr)',
    cell: ({ attempts }) => (attempts.length > 0 ? <Tries attempts={attempts} /> : <span class="quiet">None yet</span>),
  },
  {
    name: 'Message',
    width: 'minmax(6rem, 0.8fr)',
    cell: ({ body }) => (
      <details>
        <summary>Show</summary>
        <pre class="small wrapped">{JSON.stringify(JSON.parse(body), null, 2)}</pre>
      </details>
    ),
  },
];

/** The messages to a system, the latest first, with what it answered; to be sent again. */
export function Deliveries({ endpointId }: { readonly endpointId: string }) {
  const { busy, problem, send, keyOf } = useSending();
  const list = usePages(
    (cursor) => api('GET', '/api/admin/webhooks/{endpointId}', { params: { endpointId }, query: { cursor } }),
    ({ deliveries }) => deliveries,
    [endpointId],
  );
  const again = async (deliveryId: string): Promise<void> => {
    const body = { ids: [deliveryId] };
    const key = keyOf({ ...body, at: Date.now() });
    if (!(await send(() => api('POST', '/api/admin/work/redrive', { body, key })))) return;
    say('It is sent again within a minute or two.');
    list.reload();
  };
  const columns = useMemo(
    () => [
      ...known,
      {
        name: 'Again',
        width: '8.5rem',
        cell: ({ deliveryId, messageId, attempts }: Delivery) =>
          attempts.length > 0 && (
            <Button kind="secondary" busy={busy} onClick={() => void again(deliveryId)}>
              Send again<span class="visually-hidden"> {messageId}</span>
            </Button>
          ),
      },
    ],
    [busy],
  );
  return (
    <div class="list">
      {problem && <ProblemNotice problem={problem} />}
      <DataTable
        caption="Messages"
        columns={columns}
        list={list}
        keyOf={({ messageId }) => messageId}
        empty={<p>No message yet. The first is sent with the next award or certificate.</p>}
      />
    </div>
  );
}
