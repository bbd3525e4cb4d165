import { type Answered, api } from '../../client.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { type Resource, useResource } from '../../components/resource.tsx';
import { nextActions } from './next-action.ts';

type Activities = Resource<Answered<'GET', '/api/activities'>>;

/** What the learner can do next, first on the dashboard; nothing where nothing waits. */
export const NextActions = () => <Actions of={useResource(() => api('GET', '/api/activities'), [])} />;

/** The same of what was loaded. What could not be loaded is said: nothing there would mean that nothing waits. */
export function Actions({ of: { body, problem, reload } }: { readonly of: Activities }) {
  if (problem)
    return (
      <ProblemNotice problem={{ ...problem, title: 'What to do next could not be loaded.' }} retry={() => reload()} />
    );
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
