import { api } from '../../client.ts';
import { useResource } from '../../components/resource.tsx';
import { nextActions } from './next-action.ts';

/** What the learner can do next, first on the dashboard; nothing where nothing waits. */
export function NextActions() {
  const { body } = useResource(() => api('GET', '/api/activities'), []);
  const actions = nextActions(body?.activities ?? []);
  if (actions.length === 0) return null;
  return (
    <section>
      <h2>What to do next</h2>
      <ul class="rows">
        {actions.map(({ activityId, label }) => (
          <li key={activityId}>
            <div class="row">
              <a class="row-words" href={`/a/${activityId}`}>
                {label}
              </a>
              <span aria-hidden="true">→</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
