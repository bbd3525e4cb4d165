import { mayRead } from '../../../shared/domain/staff.ts';
import { type Answered, api } from '../../client.ts';
import { creditPhrase } from '../../components/credit.ts';
import { dayOf } from '../../components/dates.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useResource } from '../../components/resource.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Tag } from '../../components/tag.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Day } from '../components/time.tsx';
import { useStaff } from '../session.ts';

type Earlier = Answered<'GET', '/api/admin/learners/{learnerId}/earlier-credits'>['credits'][number];

const columns: readonly Column<Earlier>[] = [
  {
    name: 'Activity',
    width: 'minmax(12rem, 1.4fr)',
    cell: ({ title, activityId }) => (
      <>
        <span dir="auto">{title}</span>
        {activityId && <span class="small quiet block">{activityId}</span>}
      </>
    ),
  },
  { name: 'Credit', width: 'minmax(11rem, 1fr)', cell: ({ names, amount }) => creditPhrase(names, amount) },
  { name: 'Completed', width: '7.5rem', cell: ({ date }) => <Day of={date} /> },
  { name: 'Certificate then', width: '8.5rem', cell: ({ certificateNumber = '' }) => certificateNumber },
  { name: 'Standing', width: '9rem', cell: () => <Tag tone="quiet">Not awarded here</Tag> },
  {
    name: 'Brought in',
    width: '7.5rem',
    cell: ({ importId, recordedAt }) => (
      <a href={`/admin/questions/${importId}`}>
        <Day of={dayOf(recordedAt)} />
      </a>
    ),
  },
];

/** Credit of before this system that was brought in: history that is no award. Shown to whoever may read of learners. */
export function EarlierCredit({ learnerId }: { readonly learnerId: string }) {
  const { role } = useStaff();
  return mayRead.some((each) => each === role) ? <Section learnerId={learnerId} /> : null;
}

function Section({ learnerId }: { readonly learnerId: string }) {
  const load = () => api('GET', '/api/admin/learners/{learnerId}/earlier-credits', { params: { learnerId } });
  const { state, body, problem, reload } = useResource(load, [learnerId]);
  return (
    <section class="stack" aria-labelledby="earlier">
      <h2 id="earlier">Earlier credit, recorded elsewhere</h2>
      {state === 'loading' && <Skeleton lines={2} />}
      {state === 'failed' && <ProblemNotice problem={problem} retry={reload} />}
      {state === 'ready' && (
        <>
          {body.credits.length > 0 && (
            <p class="quiet">
              Brought in from a file and not awarded by this provider. No certificate of this provider stands for it,
              and no transcript counts it.
            </p>
          )}
          <DataTable
            caption="Earlier credit, not awarded by this provider"
            columns={columns}
            list={body.credits}
            keyOf={({ title, creditType, date, certificateNumber = '' }) =>
              `${date} ${creditType} ${certificateNumber} ${title}`
            }
            empty={<p>No earlier credit was brought in for them.</p>}
          />
        </>
      )}
    </section>
  );
}
