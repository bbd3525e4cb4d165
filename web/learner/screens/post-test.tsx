import { useState } from 'preact/hooks';
import { api, fillPath } from '../../client.ts';
import { handOn } from '../../components/begun.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { profileTo, signInTo } from '../../components/landing.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useLocation } from '../../components/router.tsx';
import { useSending } from '../../components/sending.ts';
import { hasProfile, useSession } from '../../components/session.tsx';
import type { Activity, AssessmentLine, TaskLine } from './activity-types.ts';

/** What must be known before an attempt is started: nothing of it comes as a surprise afterwards. */
function Rules({ assessment }: { readonly assessment: AssessmentLine }) {
  const { questionCount, passMark, attemptLimit, attemptsLeft, timeLimitMinutes } = assessment;
  return (
    <dl class="facts">
      <dt>Questions</dt>
      <dd>{questionCount}</dd>
      <dt>Passing score</dt>
      <dd>{passMark} %</dd>
      <dt>Attempts</dt>
      <dd>
        {attemptLimit === undefined
          ? 'As many as you need; your first pass counts'
          : attemptsLeft === undefined || attemptsLeft === null
            ? `${attemptLimit} in all`
            : `${attemptsLeft} of ${attemptLimit} left`}
      </dd>
      <dt>Time</dt>
      <dd>
        {timeLimitMinutes === undefined
          ? 'No limit. Your answers are saved as you go, and you may come back later.'
          : `${timeLimitMinutes} minutes. The time runs from the start, also while you are away. When it is up, the answers saved by then count; they are submitted when you come back.`}
      </dd>
    </dl>
  );
}

interface StartProps {
  readonly activity: Activity;
  /** The assessment that is selected at first. */
  readonly preset: string;
}

function Start({ activity, preset }: StartProps) {
  const { me } = useSession();
  const { route, path } = useLocation();
  const [chosen, choose] = useState(preset);
  const [error, setError] = useState<string>();
  const { busy, problem, send } = useSending();
  const assessment = activity.assessments.find(({ assessmentId }) => assessmentId === chosen);

  const start = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!assessment) {
      setError('Select an option.');
      document.getElementById('assessment')?.focus();
      return;
    }
    const back = `${path}?option=${chosen}#post-test`;
    if (!me) return route(signInTo(back));
    if (!hasProfile(me)) return route(profileTo(back));
    const body = { assessmentId: chosen };
    const params = { activityId: activity.activityId };
    const attempt = await send(() =>
      api('POST', '/api/activities/{activityId}/attempts', { params, body, isOnce: true }),
    );
    if (!attempt) return;
    const { attemptId } = attempt;
    handOn(fillPath('/api/attempts/{attemptId}', { attemptId }), attempt);
    route(`${path}/attempts/${attemptId}`);
  };

  return (
    <form class="stack" onSubmit={start} noValidate>
      {problem && <ProblemNotice problem={problem} />}
      <Field name="assessment" label="Select an option" error={error}>
        <select
          value={chosen}
          onChange={({ currentTarget }) => {
            choose(currentTarget.value);
            setError(undefined);
          }}
        >
          <option value="">Select…</option>
          {activity.assessments.map(({ assessmentId, title }) => (
            <option key={assessmentId} value={assessmentId}>
              {title}
            </option>
          ))}
        </select>
      </Field>
      {assessment && <Rules assessment={assessment} />}
      <div class="actions">
        <Button type="submit" busy={busy}>
          Start Attempt
        </Button>
        {!me && <p class="quiet small">You sign in first, and come back here.</p>}
      </div>
    </form>
  );
}

/** What the learner does here: only what the activity has is named. */
export function whatToTake(assessments: readonly Pick<AssessmentLine, 'kind'>[]): string {
  const has = (kind: AssessmentLine['kind']): boolean => assessments.some((each) => each.kind === kind);
  if (!has('participation-verification')) return 'Take the post-test when you have studied the material.';
  return has('post-test')
    ? 'Take the post-test, or verify your participation if you attended live.'
    : 'Verify your participation here.';
}

/** The section Post-Test of an activity, in whatever state it is. */
export function PostTest({
  activity,
  task,
  option,
}: {
  readonly activity: Activity;
  readonly task: TaskLine;
  readonly option: string | undefined;
}) {
  const { participation, assessments, activityId, provider } = activity;
  const attempt = participation?.attemptId && `/a/${activityId}/attempts/${participation.attemptId}`;
  const only = assessments.length === 1 ? assessments[0]?.assessmentId : undefined;
  const known = assessments.some(({ assessmentId }) => assessmentId === option) ? option : undefined;
  const preset = known ?? participation?.assessmentId ?? only ?? '';
  return (
    <section class="card post-test" aria-labelledby="post-test">
      <h2 id="post-test" tabIndex={-1}>
        Post-Test
      </h2>
      {task.status === 'ready' && participation?.stage === 'failed' && (
        <p class="notice notice-wait">
          Your last attempt did not reach the passing score. Review the material, then try again.{' '}
          {attempt && <a href={attempt}>See its result</a>}
        </p>
      )}
      {task.status === 'ready' && (
        <>
          <p class="quiet">{whatToTake(assessments)}</p>
          <Start key={preset} activity={activity} preset={preset} />
        </>
      )}
      {task.status === 'in-progress' && attempt && (
        <div class="stack">
          <p>
            {participation?.stage === 'grading'
              ? 'Your attempt is being graded. This takes up to 30 seconds.'
              : 'Your attempt is in progress, and your answers so far are saved.'}
          </p>
          <LinkButton href={attempt}>
            {participation?.stage === 'grading' ? 'See how grading goes' : 'Continue attempt'}
          </LinkButton>
        </div>
      )}
      {task.status === 'completed' && <p>You have passed. {attempt && <a href={attempt}>Review your answers</a>}</p>}
      {task.status === 'locked' && (
        <div class="notice notice-wait">
          {task.reasons.map(({ code, message, remedy }) => (
            <p key={code}>
              {message} {remedy}
            </p>
          ))}
          <p>
            Questions: {provider.name}, <a href={`mailto:${provider.contact}`}>{provider.contact}</a>
          </p>
        </div>
      )}
    </section>
  );
}
