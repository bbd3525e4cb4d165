import { api } from '../../client.ts';
import { LinkButton } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Loaded, useResource } from '../../components/resource.tsx';
import { useLocation } from '../../components/router.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Day, Time } from '../components/time.tsx';
import { SectionLinks } from './frame.tsx';
import { hrefOf } from './sections.ts';
import { Standing } from './standing.tsx';
import { StateTag } from './state-tag.tsx';
import type { VersionLine } from './types.ts';
import '../styles/editor.css';

const columns: readonly Column<VersionLine>[] = [
  { name: 'Version', width: '5.5rem', cell: ({ version }) => `Version ${version}` },
  { name: 'Title', width: 'minmax(8rem, 2fr)', cell: ({ title }) => title },
  { name: 'Published', width: '10rem', cell: ({ publishedAt }) => <Time of={publishedAt} /> },
  { name: 'By', width: 'minmax(5rem, 1fr)', cell: ({ publishedBy }) => publishedBy },
  {
    name: 'Open',
    width: '12.5rem',
    cell: ({ opensOn, closesOn }) => (
      <>
        <Day of={opensOn} /> – <Day of={closesOn} />
      </>
    ),
  },
];

/** What was published, each version as it was; and how the activity stands beside them. */
export function Versions() {
  const { activityId = '' } = useLocation().params;
  const params = { activityId };
  const activity = useResource(async () => {
    const result = await api('GET', '/api/admin/activities', { query: { q: activityId } });
    return result.ok
      ? { ...result, body: { found: result.body.activities.find((one) => one.activityId === activityId) } }
      : result;
  }, [activityId]);
  const versions = useResource(
    () => api('GET', '/api/admin/activities/{activityId}/versions', { params }),
    [activityId],
  );
  return (
    <Loaded resource={activity}>
      {({ found }) => (
        <Page
          title="Versions"
          above={
            <>
              <a href="/admin/activities">Activities</a> · {found?.title ?? activityId}{' '}
              {found && <StateTag activity={found} />}
            </>
          }
          beside={
            found?.version !== undefined && (
              <LinkButton kind="secondary" href={`/admin/activities/new?copy=${activityId}`}>
                Copy as a new activity
              </LinkButton>
            )
          }
          wide
        >
          <div class="editor">
            <SectionLinks activityId={activityId} current="versions" />
            <div class="editor-body editor-wide stack">
              {found?.version !== undefined && <Standing activity={found} changed={activity.reload} />}
              <h2>Published versions</h2>
              <Loaded resource={versions}>
                {({ versions: list }) => (
                  <DataTable
                    caption="Published versions"
                    columns={columns}
                    list={list}
                    keyOf={({ version }) => String(version)}
                    hrefOf={({ version }) => hrefOf(activityId, 'versions', `/${version}`)}
                    empty={
                      <p>
                        Nothing is published yet. <a href={hrefOf(activityId, 'publish')}>See what is missing</a>.
                      </p>
                    }
                  />
                )}
              </Loaded>
            </div>
          </div>
        </Page>
      )}
    </Loaded>
  );
}
