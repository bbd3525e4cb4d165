import { useState } from 'preact/hooks';
import { mayWriteActivities, type Role } from '../../../shared/domain/staff.ts';
import { api, fillPath } from '../../client.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Loaded, useResource } from '../../components/resource.tsx';
import { useLocation } from '../../components/router.tsx';
import { Confirm } from '../components/confirm.tsx';
import { say } from '../components/status-line.tsx';
import { Time } from '../components/time.tsx';
import { useStaff } from '../session.ts';
import { clearDesk } from './frame.tsx';
import { hrefOf } from './sections.ts';
import { VersionContent } from './version-content.tsx';
import '../styles/review.css';

/** A published version, as it was and stays, with what is right. */
export function Version() {
  const { activityId = '', version = '' } = useLocation().params;
  const params = { activityId, version };
  const path = '/api/admin/activities/{activityId}/versions/{version}';
  const resource = useResource(() => api('GET', path, { params }), [activityId, version]);
  return (
    <Page
      title={`Version ${version}`}
      above={
        <>
          <a href="/admin/activities">Activities</a> · <a href={hrefOf(activityId, 'versions')}>Versions</a>
        </>
      }
      lead="Published, and never changed: whoever began with it finishes with it, and certificates say what it said."
    >
      <Loaded resource={resource}>
        {(shown) => (
          <div class="stack">
            <p class="quiet">
              Published <Time of={shown.publishedAt} />
              {shown.publishedBy && ` by ${shown.publishedBy}`}
            </p>
            <div class="actions">
              <BeginAgain activityId={activityId} version={shown.version} />
              <LinkButton kind="secondary" href={`/admin/activities/new?copy=${activityId}&version=${version}`}>
                Copy as a new activity
              </LinkButton>
              <a class="button button-quiet" href={fillPath(`${path}/file`, params)} download>
                Download as a file
              </a>
            </div>
            <VersionContent version={shown} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function BeginAgain({ activityId, version }: { readonly activityId: string; readonly version: number }) {
  const { route } = useLocation();
  const mayWrite = (mayWriteActivities as readonly Role[]).includes(useStaff().role);
  const [asking, ask] = useState(false);
  if (!mayWrite) return null;
  return (
    <>
      <Button kind="secondary" onClick={() => ask(true)}>
        Begin the draft from it
      </Button>
      {asking && (
        <Confirm
          title={`Begin the draft again from version ${version}?`}
          confirm="Begin the draft again"
          send={({ key }) =>
            api('POST', '/api/admin/activities/{activityId}/draft', {
              ...{ params: { activityId }, body: { version }, key },
            })
          }
          done={() => {
            clearDesk();
            say(`The draft says what version ${version} said.`);
            route(hrefOf(activityId, 'details'));
          }}
          close={() => ask(false)}
        >
          <p>What the draft says now and is not published is discarded. To keep it, copy it elsewhere first.</p>
        </Confirm>
      )}
    </>
  );
}
