import type { HealthState } from '../../../shared/domain/health.ts';
import { type Answered, api } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Loaded, useResource } from '../../components/resource.tsx';
import { Tag, type Tone } from '../../components/tag.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Time } from '../components/time.tsx';

type Health = Answered<'GET', '/api/admin/health'>;
type Finding = Health['findings'][number];

const states: Readonly<Record<HealthState, { readonly tone: Tone; readonly name: string }>> = {
  well: { tone: 'good', name: 'Well' },
  look: { tone: 'wait', name: 'Needs attention' },
  ill: { tone: 'bad', name: 'Failing' },
};

const sentences: Readonly<Record<HealthState, string>> = {
  well: 'All is well.',
  look: 'Something needs attention today.',
  ill: 'Something is failing, and somebody is waiting for it.',
};

const columns: readonly Column<Finding>[] = [
  { name: 'Part', width: '10rem', cell: ({ part }) => part },
  {
    name: 'State',
    width: '8rem',
    cell: ({ state }) => <Tag tone={states[state].tone}>{states[state].name}</Tag>,
  },
  { name: 'What is known', width: 'minmax(14rem, 1.3fr)', cell: ({ says }) => says },
  {
    name: 'What to do',
    width: 'minmax(14rem, 1.3fr)',
    cell: ({ remedy, runbook }) =>
      remedy ? (
        <div>
          {remedy}
          {runbook && <span class="quiet small block">Runbook: docs/runbooks/{runbook}.md</span>}
        </div>
      ) : (
        <span class="quiet">Nothing.</span>
      ),
  },
];

const gravity = { ill: 0, look: 1, well: 2 } as const;

/** Whether work is done in time, part by part, in words. */
export function SystemHealth() {
  const resource = useResource(() => api('GET', '/api/admin/health'), []);
  return (
    <Page
      title="System health"
      lead="How each part of the system is, what that means for learners, and what to do where one is failing."
      beside={
        <Button kind="secondary" onClick={() => void resource.reload()}>
          Check again
        </Button>
      }
      wide
    >
      <Loaded resource={resource}>{(health) => <Shown health={health} />}</Loaded>
    </Page>
  );
}

function Shown({ health }: { readonly health: Health }) {
  const { state, at, commit, node, findings } = health;
  return (
    <div class="stack">
      <p class={`notice notice-${states[state].tone}`} role="status">
        {sentences[state]} Checked <Time of={at} />.
      </p>
      <DataTable
        caption="Parts of the system"
        columns={columns}
        list={findings.toSorted((a, b) => gravity[a.state] - gravity[b.state])}
        keyOf={({ part }) => part}
        empty={null}
      />
      <dl class="facts">
        <dt>Deployed commit</dt>
        <dd class="figure">{commit}</dd>
        <dt>Runtime</dt>
        <dd class="figure">Node {node}</dd>
      </dl>
      <DeadLetters />
    </div>
  );
}

/**
 * What no part above counts. The number is the alarm's: to ask the queue for it, each function of this area would load one more
 * client of AWS, for a figure that is nothing on all but few days.
 */
const DeadLetters = () => (
  <section class="stack" aria-labelledby="dead-letters">
    <h2 id="dead-letters">What AWS itself gave up on</h2>
    <p>
      This is not among the parts above. In AWS, the news of a mail, an alarm’s mail to staff or a scheduled run that
      failed or could not be delivered lies in the queue “DeadLetters” for 14 days. No credit, certificate or outgoing
      mail passes through it. A system on one machine has no such queue.
    </p>
    <ol>
      <li>The alarm “dead-letters” goes off when the first one lies there, and tells whoever is told of alarms.</li>
      <li>Read what lies there, by the commands of the runbook: each message says which function failed, and why.</li>
      <li>News of a mail: fix the function, then give it the message again. Recording it twice changes nothing.</li>
      <li>A scheduled run: nothing is to be repeated, since the next one goes on where it stopped. Empty the queue.</li>
    </ol>
    <p class="quiet small">Runbook: docs/runbooks/dead-letters.md</p>
  </section>
);
