import { useEffect, useState } from 'preact/hooks';
import { api } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { useLocation } from '../../components/router.tsx';
import { useSending } from '../../components/sending.ts';
import { Wrong } from '../../components/wrong.tsx';
import { Confirm } from '../components/confirm.tsx';
import { say } from '../components/status-line.tsx';
import { Changes } from './changes-list.tsx';
import { clearDesk, SectionPage } from './frame.tsx';
import { GapList } from './gap-list.tsx';
import { hrefOf } from './sections.ts';
import { useDesk, useGaps, useWatch } from './use-desk.ts';

/** What keeps the draft from being published, what is otherwise than before, and publishing it. */
export const Publish = () => <SectionPage section="publish">{() => <Checked />}</SectionPage>;

function Checked() {
  const desk = useDesk();
  const { store, check, readOnly, activity } = desk;
  const gaps = useGaps();
  const [fresh, setFresh] = useState(false);
  useWatch((watcher) => store.watch('saving', watcher), [store]);
  const ask = async (): Promise<void> => {
    setFresh(false);
    // What is not saved cannot be checked.
    await store.flush();
    await check();
    setFresh(true);
  };
  useEffect(() => void ask(), [desk]);
  const refusing = (gaps ?? []).filter(({ severity }) => severity === 'refuses');
  const advising = (gaps ?? []).filter(({ severity }) => severity === 'advises');
  const next = (activity.version ?? 0) + 1;
  const stands = desk.unchangedFrom();
  const ready =
    stands === undefined
      ? `Everything that the rules ask for is there. This can be published as version ${next}.`
      : `Nothing has changed since version ${stands}, so there is nothing to publish.`;
  return (
    <div class="stack">
      <div role="status">
        {!fresh && <p class="quiet">Checking what is saved…</p>}
        {fresh && gaps !== undefined && (
          <p class={refusing.length === 0 ? 'notice notice-good' : 'notice notice-bad'}>
            {refusing.length === 0
              ? ready
              : `${refusing.length} ${refusing.length === 1 ? 'thing keeps' : 'things keep'} this from being published. Each leads to its field.`}
          </p>
        )}
        {fresh && gaps === undefined && <p class="notice notice-bad">It could not be checked. Try again.</p>}
      </div>
      {fresh && <GapList gaps={refusing} under="h2" />}
      {fresh && advising.length > 0 && (
        <section class="stack" aria-labelledby="advice">
          <h2 id="advice">Advice</h2>
          <p class="quiet">None of this keeps it from being published.</p>
          <GapList gaps={advising} under="h3" />
        </section>
      )}
      {activity.version !== undefined && <Changes version={activity.version} />}
      {!readOnly && fresh && (
        <div class="actions">
          {gaps !== undefined && refusing.length === 0 && stands === undefined && <PublishButton version={next} />}
          <Button kind="secondary" onClick={() => void ask()}>
            Check again
          </Button>
        </div>
      )}
    </div>
  );
}

function PublishButton({ version }: { readonly version: number }) {
  const { activityId, store, check } = useDesk();
  const { route } = useLocation();
  const { problem, refuse } = useSending();
  const [asking, ask] = useState(false);
  const params = { activityId };
  return (
    <>
      <Wrong problem={problem} />
      <Button onClick={() => ask(true)}>Publish version {version}</Button>
      {asking && (
        <Confirm
          title={`Publish version ${version}?`}
          confirm="Publish"
          send={async ({ key }) => {
            await store.flush();
            return api('POST', '/api/admin/activities/{activityId}/publish', { params, key });
          }}
          done={({ outcome, version: published }) => {
            clearDesk();
            say(
              outcome === 'published'
                ? `Version ${published} is published.`
                : `Nothing has changed since version ${published}, so that one stays.`,
            );
            route(hrefOf(activityId, 'versions'));
          }}
          close={() => {
            ask(false);
            refuse(undefined);
            void check();
          }}
        >
          <p>
            From now on whoever begins meets this version; it can never be changed, only replaced by a next one. Whoever
            is under way finishes with the version that they began.
          </p>
        </Confirm>
      )}
    </>
  );
}
