import { useEffect } from 'preact/hooks';
import { api } from '../../client.ts';
import { Page } from '../../components/page.tsx';
import { usePolling } from '../../components/polling.ts';
import { Loaded, useResource } from '../../components/resource.tsx';
import { useLocation } from '../../components/router.tsx';
import { useSession } from '../../components/session.tsx';
import { ActivityContent, ActivityFacts, ActivityStatements } from './activity-about.tsx';
import type { Activity } from './activity-types.ts';
import { PostTest } from './post-test.tsx';
import { TaskList } from './task-list.tsx';
import { tasksOf } from './tasks-of.ts';

/** Leads to the section that the address names, which was not there yet when the browser looked for it. */
function useSectionInAddress(): void {
  useEffect(() => {
    const section = document.getElementById(window.location.hash.slice(1));
    section?.focus({ preventScroll: true });
    section?.scrollIntoView();
  }, []);
}

function ActivityBody({ activity }: { readonly activity: Activity }) {
  const { query } = useLocation();
  useSectionInAddress();
  const tasks = tasksOf(activity);
  const [postTest] = tasks;
  return (
    <Page
      title={activity.title}
      lead={activity.summary}
      above={<span class="capital">{activity.formatName}</span>}
      wide
    >
      <div class="activity">
        <TaskList activity={activity} tasks={tasks} />
        <div class="activity-text">
          <ActivityFacts activity={activity} />
          <ActivityStatements activity={activity} />
          <ActivityContent activity={activity} />
          {postTest && <PostTest activity={activity} task={postTest} option={query.option} />}
        </div>
      </div>
    </Page>
  );
}

/** An activity: public to read, and for a learner the way to the certificate. */
export function ActivityScreen() {
  const { activityId = '' } = useLocation().params;
  const { me } = useSession();
  const resource = useResource(
    () => api('GET', '/api/activities/{activityId}', { params: { activityId } }),
    [activityId, me?.learnerId],
  );
  const stage = resource.body?.participation?.stage;
  usePolling(stage === 'grading' || stage === 'claimed' || stage === 'awarded', resource.reload);
  return <Loaded resource={resource}>{(activity) => <ActivityBody activity={activity} />}</Loaded>;
}
