import { api, newKey } from '../../client.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Loaded, useResource } from '../../components/resource.tsx';
import { useSending } from '../../components/sending.ts';
import { hrefOf, type Section, sections } from './sections.ts';

interface NoDraftProps {
  readonly activityId: string;
  readonly section: Section;
}

/** What is published and not being written at: a draft begins from its latest version. */
export function NoDraft({ activityId, section }: NoDraftProps) {
  const resource = useResource(
    () => api('GET', '/api/admin/activities/{activityId}/versions', { params: { activityId } }),
    [activityId],
  );
  return (
    <Loaded resource={resource}>
      {({ versions: [latest] }) => (
        <Page title={sections[section]} above={<a href="/admin/activities">Activities</a>}>
          {latest ? (
            <Begin activityId={activityId} section={section} version={latest.version} title={latest.title} />
          ) : (
            <p>There is no such activity. It may have another id.</p>
          )}
        </Page>
      )}
    </Loaded>
  );
}

function Begin(props: NoDraftProps & { readonly version: number; readonly title: string }) {
  const { activityId, section, version, title } = props;
  const { busy, problem, send } = useSending();
  const begin = async (): Promise<void> => {
    const params = { activityId };
    const draft = await send(() =>
      api('POST', '/api/admin/activities/{activityId}/draft', { params, body: { version }, key: newKey() }),
    );
    // The same page, with a draft now.
    if (draft) location.assign(hrefOf(activityId, section));
  };
  return (
    <div class="stack">
      {problem && <ProblemNotice problem={problem} />}
      <p>
        “{title}” is published, as version {version}, and nobody is changing it. To change it, begin a draft from that
        version. Learners see nothing of a draft until it is published.
      </p>
      <div class="actions">
        <Button busy={busy} onClick={begin}>
          Begin a draft
        </Button>
        <LinkButton kind="secondary" href={hrefOf(activityId, 'versions')}>
          See its versions
        </LinkButton>
      </div>
    </div>
  );
}
