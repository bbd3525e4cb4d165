import { type Answered, api } from '../../client.ts';
import { creditPhrase } from '../../components/credit.ts';
import { Marked } from '../../components/marked.tsx';
import { Page } from '../../components/page.tsx';
import { Loaded, useResource } from '../../components/resource.tsx';
import { useSession } from '../../components/session.tsx';
import { Tag } from '../../components/tag.tsx';
import { beginnableFirst, openingWords } from './beginnable.ts';
import { courseStatus, courseStatuses } from './course-status.ts';

type Summary = Answered<'GET', '/api/activities'>['activities'][number];

function Entry({ activity }: { readonly activity: Summary }) {
  const { activityId, title, summary, formatName, providerName, estimatedMinutes, credits, participation } = activity;
  const status = participation && participation.stage !== 'open' && courseStatus(participation);
  return (
    <li class="entry">
      <div class="entry-kind">
        <span>{formatName}</span>
        {status && <Tag tone={status === 'completed' ? 'good' : 'wait'}>{courseStatuses[status]}</Tag>}
      </div>
      <h2>
        <a href={`/a/${activityId}`}>{title}</a>
      </h2>
      <p class="entry-summary">{summary}</p>
      <ul class="entry-credits figure">
        {credits.map(({ creditType, names, maximum }) => (
          <li key={creditType}>
            <Marked text={creditPhrase(names, maximum)} />
          </li>
        ))}
      </ul>
      <p class="quiet small">
        {providerName}, <span class="whole">about {estimatedMinutes} minutes,</span>{' '}
        <span class="whole">{openingWords(activity)}</span>
      </p>
    </li>
  );
}

/** The activities on offer, those first that can be begun now; a learner sees where they stand in each. */
export function Home() {
  const { me } = useSession();
  const resource = useResource(() => api('GET', '/api/activities'), [me?.learnerId]);
  return (
    <Loaded resource={resource}>
      {({ activities }) => (
        <Page
          title="Activities"
          lead="Study, pass the Post-Test, evaluate, and claim your credit. Your certificate is kept here for good."
          wide
        >
          {activities.length === 0 ? (
            <p class="notice">No activity is open at the moment.</p>
          ) : (
            <ul class="entries">
              {beginnableFirst(activities).map((activity) => (
                <Entry key={activity.activityId} activity={activity} />
              ))}
            </ul>
          )}
        </Page>
      )}
    </Loaded>
  );
}
