import { creditPhrase } from '../../components/credit.ts';
import { longDate } from '../../components/dates.ts';
import { profileTo } from '../../components/landing.ts';
import { Marked } from '../../components/marked.tsx';
import type { Activity } from './activity-types.ts';

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Told before the start to whose profession none of the credit is awarded; everybody else reads nothing. */
function NoCredit({ activity: { activityId, claimable, participation } }: { readonly activity: Activity }) {
  // Whoever has a certificate already has what there was to get.
  if (!claimable || participation?.certificateId || claimable.some(({ basis }) => basis === 'awarded')) return null;
  return (
    <p class="notice notice-wait">
      {claimable.length > 0
        ? 'With your profession you get a certificate of participation here, not credit.'
        : 'None of this credit is for your profession, so you cannot claim here.'}{' '}
      Is your profession wrong? <a href={profileTo(`/a/${activityId}`)}>Check your profile</a>.
    </p>
  );
}

/** Who offers the activity, when, for whom, and for how much credit. */
export function ActivityFacts({ activity }: { readonly activity: Activity }) {
  const {
    takingPart,
    provider,
    jointProvider,
    formatName,
    heldOn,
    location,
    opensOn,
    closesOn,
    reviewedOn,
    estimatedMinutes,
  } = activity;
  return (
    <dl class="facts">
      <dt>Maximum credit</dt>
      <dd>
        {activity.credits.map(({ creditType, names, maximum, activityNumber }) => (
          <p key={creditType}>
            <Marked text={creditPhrase(names, maximum)} />
            {activityNumber && <span class="quiet small"> (No. {activityNumber})</span>}
          </p>
        ))}
        <NoCredit activity={activity} />
      </dd>
      <dt>Provider</dt>
      <dd>
        {provider.name}
        {jointProvider && `, with ${jointProvider}`}
      </dd>
      <dt>Format</dt>
      <dd>
        {capital(formatName)}, about {estimatedMinutes} minutes
      </dd>
      {heldOn && (
        <>
          <dt>Held on</dt>
          <dd>
            {longDate(heldOn)}
            {location && `, ${location}`}
          </dd>
        </>
      )}
      <dt>Released</dt>
      <dd>{longDate(opensOn)}</dd>
      {reviewedOn && (
        <>
          <dt>Last reviewed</dt>
          <dd>{longDate(reviewedOn)}</dd>
        </>
      )}
      <dt>Closes</dt>
      <dd>{longDate(closesOn)}</dd>
      <dt>For</dt>
      <dd>{activity.audience}</dd>
      {takingPart && (
        <>
          <dt>Medium</dt>
          <dd>{takingPart.medium}</dd>
          <dt>To take part</dt>
          <dd>{takingPart.method}</dd>
          <dt>You need</dt>
          <dd>{takingPart.requirements}</dd>
          <dt>Privacy</dt>
          <dd>{takingPart.privacy}</dd>
        </>
      )}
    </dl>
  );
}

/** What must be known before the start: objectives, faculty with their disclosures, and the statements. */
export function ActivityStatements({ activity }: { readonly activity: Activity }) {
  const { objectives, faculty, statements, provider } = activity;
  return (
    <>
      <section aria-labelledby="objectives">
        <h2 id="objectives">Learning objectives</h2>
        <p class="quiet">After this activity you should be able to:</p>
        <ul class="objectives">
          {objectives.map((objective) => (
            <li key={objective}>{objective}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="faculty">
        <h2 id="faculty">Faculty and disclosures</h2>
        <ul class="rows faculty">
          {faculty.map(({ name, credentials, role, disclosure }) => (
            <li key={name}>
              <h3>
                {name}
                {credentials && `, ${credentials}`}
              </h3>
              {role && <p class="quiet small">{role}</p>}
              <p>{disclosure}</p>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="statements" class="statements">
        <h2 id="statements">Accreditation and credit statements</h2>
        {statements.map(({ text }) => (
          <p key={text}>
            <Marked text={text} />
          </p>
        ))}
        <p>
          Questions: {provider.name}
          {provider.address && `, ${provider.address}`}, <a href={`mailto:${provider.contact}`}>{provider.contact}</a>
        </p>
      </section>
    </>
  );
}

/** The material itself. */
export function ActivityContent({ activity }: { readonly activity: Activity }) {
  const { paragraphs, url } = activity.content;
  if (paragraphs.length === 0 && !url) return null;
  return (
    <section aria-labelledby="content" class="material">
      <h2 id="content">Course material</h2>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {url && (
        <p>
          {/* A draft that is previewed may hold what may not be published: nobody follows that. */}
          {url.startsWith('https://') ? (
            <a href={url} rel="noopener">
              Open the course material
            </a>
          ) : (
            url
          )}
        </p>
      )}
    </section>
  );
}
