import { useMemo } from 'preact/hooks';
import { LinkButton } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Loaded } from '../../components/resource.tsx';
import { useLocation } from '../../components/router.tsx';
import { Tag, type Tone } from '../../components/tag.tsx';
import { useMayChange } from '../changes/may-change.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Day, Time } from '../components/time.tsx';
import { EarlierCredit } from './earlier-credit.tsx';
import { SignOut } from './sign-out.tsx';
import { type Learner, useLearner } from './use-learner.ts';
import { type Credit, creditsInWords, nameOf, stageNames } from './words.ts';

type Course = Learner['courses'][number];
type Event = Learner['timeline'][number];

const answers: Readonly<Record<Course['answer'], readonly [string, Tone]>> = {
  credit: ['Has credit', 'good'],
  'not-yet': ['No credit yet', 'wait'],
  attention: ['Needs a look', 'bad'],
};

const coursesOf = (learnerId: string, mayChange: boolean): readonly Column<Course>[] => [
  { name: 'Activity', width: 'minmax(12rem, 1.2fr)', cell: ({ title }) => <span dir="auto">{title}</span> },
  {
    name: 'Credit',
    width: '8rem',
    cell: ({ answer }) => <Tag tone={answers[answer][1]}>{answers[answer][0]}</Tag>,
  },
  {
    name: 'Why',
    width: 'minmax(16rem, 2fr)',
    cell: ({ sentence, moreAttempts, activityId, title, certificateId }) => (
      <>
        {sentence}
        {certificateId && (
          <a class="small block" href={`/admin/certificates/${certificateId}`}>
            Certificate<span class="visually-hidden"> of {title}</span>
          </a>
        )}
        {mayChange && moreAttempts && (
          <a class="small block" href={`/admin/attempts/new?${new URLSearchParams({ learnerId, activityId })}`}>
            Give more attempts<span class="visually-hidden"> at {title}</span>
          </a>
        )}
      </>
    ),
  },
  { name: 'Stage', width: 'minmax(9rem, 0.8fr)', cell: ({ stage }) => stageNames[stage][0] },
  { name: 'Score', width: '5rem', number: true, cell: ({ score }) => (score === undefined ? '' : `${score} %`) },
];

const creditColumns: readonly Column<Credit>[] = [
  { name: 'Activity', width: 'minmax(12rem, 1.4fr)', cell: ({ title }) => <span dir="auto">{title}</span> },
  { name: 'Credit', width: 'minmax(11rem, 1fr)', cell: ({ credits }) => creditsInWords(credits) },
  { name: 'Awarded', width: '7.5rem', cell: ({ awardedOn }) => <Day of={awardedOn} /> },
  { name: 'Standing', width: '7rem', cell: ({ standing }) => standing ?? 'Counts' },
];

const tones: Readonly<Record<Event['tone'], Tone>> = { plain: 'quiet', good: 'good', bad: 'bad', wait: 'wait' };
const kindNames: Readonly<Record<Event['kind'], string>> = {
  account: 'Account',
  attempt: 'Attempt',
  evaluation: 'Evaluation',
  claim: 'Claim',
  award: 'Award',
  certificate: 'Certificate',
  mail: 'Mail',
  change: 'Correction',
  consent: 'Consent',
  report: 'Board report',
  parked: 'Waits for staff',
};

const eventColumns: readonly Column<Event>[] = [
  { name: 'When (your time)', width: '11rem', cell: ({ at }) => <Time of={at} /> },
  { name: 'Kind', width: '8rem', cell: ({ kind, tone }) => <Tag tone={tones[tone]}>{kindNames[kind]}</Tag> },
  {
    name: 'What happened',
    width: 'minmax(14rem, 1.3fr)',
    cell: ({ text, reason, by }) => (
      <>
        {text}
        {reason && <span class="small quiet block">Because: {reason}</span>}
        {by && <span class="small quiet block">By {by}</span>}
      </>
    ),
  },
  {
    name: 'Where',
    width: 'minmax(11rem, 1fr)',
    cell: ({ title, certificateId }) => (
      <>
        {title && <span dir="auto">{title}</span>}
        {certificateId && (
          <a class="small block" href={`/admin/certificates/${certificateId}`}>
            Certificate
          </a>
        )}
      </>
    ),
  },
];

/** One learner: who they are, where they stand and why, what they earned, and all that happened. */
export function LearnerScreen() {
  const { learnerId = '' } = useLocation().params;
  return <Loaded resource={useLearner(learnerId)}>{(learner) => <Shown learner={learner} />}</Loaded>;
}

function Shown({ learner }: { readonly learner: Learner }) {
  const { learnerId, email, erasedAt, profession, otherEmails = [], mergedInto } = learner;
  // What was erased stays so, and what was merged is changed at the account that stays.
  const mayChange = useMayChange() && !erasedAt && !mergedInto;
  const courses = useMemo(() => coursesOf(learnerId, mayChange), [learnerId, mayChange]);
  const title = erasedAt ? 'An erased account' : nameOf(learner);
  return (
    <Page
      {...{ title, wide: true }}
      above={<a href="/admin/learners">Learners</a>}
      beside={
        mayChange && (
          <>
            <LinkButton href={`/admin/awards/new?learner=${learnerId}`}>Award by hand</LinkButton>
            <LinkButton kind="secondary" href={`/admin/merges/new?learnerId=${learnerId}`}>
              Merge with another account
            </LinkButton>
            <LinkButton kind="secondary" href={`/admin/addresses/new?learnerId=${learnerId}`}>
              Add an address
            </LinkButton>
            <SignOut learner={learner} />
          </>
        )
      }
    >
      <dl class="facts">
        <dt>E-mail address</dt>
        <dd>{email || 'None any more'}</dd>
        {otherEmails.length > 0 && (
          <>
            <dt>Further addresses</dt>
            <dd>{otherEmails.join(', ')}</dd>
          </>
        )}
        <dt>Profession</dt>
        <dd>{profession ? profession.replace('-', ' ') : 'Not given yet'}</dd>
        <dt>First signed in</dt>
        <dd>
          <Time of={learner.createdAt} />
        </dd>
        {mergedInto && (
          <>
            <dt>Merged</dt>
            <dd>
              <a href={`/admin/learners/${mergedInto}`}>into this account</a>
            </dd>
          </>
        )}
        {erasedAt && (
          <>
            <dt>Erased</dt>
            <dd>
              <Time of={erasedAt} />
            </dd>
          </>
        )}
        <dt>Learner</dt>
        <dd class="figure">{learnerId}</dd>
      </dl>
      <section class="stack" aria-labelledby="courses">
        <h2 id="courses">Activities, and why there is credit or none</h2>
        <DataTable
          caption="Activities"
          columns={courses}
          list={learner.courses}
          keyOf={({ activityId }) => activityId}
          hrefOf={({ activityId }) => `/admin/completions?activity=${activityId}`}
          empty={<p>They have not started any activity, so there is no credit yet.</p>}
        />
      </section>
      <section class="stack" aria-labelledby="credits">
        <h2 id="credits">Credits</h2>
        <DataTable
          caption="Credits"
          columns={creditColumns}
          list={learner.credits}
          keyOf={({ certificateId }) => certificateId}
          hrefOf={({ certificateId }) => `/admin/certificates/${certificateId}`}
          empty={<p>No credit was awarded to them.</p>}
        />
      </section>
      <EarlierCredit learnerId={learnerId} />
      <section class="stack" aria-labelledby="timeline">
        <h2 id="timeline">What happened</h2>
        <DataTable
          caption="What happened, newest first"
          columns={eventColumns}
          list={learner.timeline}
          keyOf={({ at, text, certificateId = '', activityId = '' }) => `${at} ${text} ${certificateId} ${activityId}`}
          empty={<p>Nothing is recorded.</p>}
        />
      </section>
    </Page>
  );
}
