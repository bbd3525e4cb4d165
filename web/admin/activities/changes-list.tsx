import { api } from '../../client.ts';
import { Loaded, useResource } from '../../components/resource.tsx';
import { type Change, changesOf } from './changes.ts';
import { assessmentsOf } from './outline.ts';
import { useDesk, useWatch } from './use-desk.ts';

/** What the draft says differently from the version that is published. */
export function Changes({ version }: { readonly version: number }) {
  const { activityId, store } = useDesk();
  useWatch((watcher) => store.watch('saving', watcher), [store]);
  const resource = useResource(
    () =>
      api('GET', '/api/admin/activities/{activityId}/versions/{version}', {
        params: { activityId, version: String(version) },
      }),
    [activityId, version],
  );
  const outline = store.content('outline');
  const names = assessmentsOf(outline).flatMap(({ part, questions }) => [part, ...questions]);
  const now = Object.fromEntries(
    ['about', 'outline', 'evaluation', ...names].map((part) => [part, { content: store.content(part) }]),
  );
  return (
    <section class="stack" aria-labelledby="changes">
      <h2 id="changes">Changes since version {version}</h2>
      <Loaded resource={resource}>{({ parts }) => <List changes={changesOf(parts, now)} />}</Loaded>
    </section>
  );
}

function List({ changes }: { readonly changes: readonly Change[] }) {
  if (changes.length === 0) return <p class="quiet">Nothing. What the provider says of itself is not compared.</p>;
  return (
    <dl class="changes">
      {changes.map(({ what, was, is }) => (
        <div key={what + (is ?? '')}>
          <dt>{what}</dt>
          {was !== undefined && (
            <dd>
              <span class="visually-hidden">Before: </span>
              <del>{was}</del>
            </dd>
          )}
          {is !== undefined && (
            <dd>
              <span class="visually-hidden">Now: </span>
              <ins>{is}</ins>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
