import { LinkButton } from '../../components/button.tsx';
import { Tag, type Tone } from '../../components/tag.tsx';
import type { Activity, Participation, TaskLine } from './activity-types.ts';
import { isWaived } from './tasks-of.ts';

const names: Readonly<Record<TaskLine['task'], string>> = {
  'post-test': 'Post-Test',
  evaluation: 'Course Evaluation',
  claim: 'Claim credit',
  certificate: 'Certificate',
};

const statuses: Readonly<Record<TaskLine['status'], { readonly name: string; readonly tone: Tone }>> = {
  completed: { name: 'Completed', tone: 'good' },
  ready: { name: 'Ready', tone: 'accent' },
  'in-progress': { name: 'In progress', tone: 'wait' },
  locked: { name: 'Cannot start yet', tone: 'quiet' },
};
const notNeeded = { name: 'Not needed', tone: 'quiet' } as const;

/** Where the row of a task leads, or nothing where there is nothing to open. */
export function taskHref(
  { task, status }: Pick<TaskLine, 'task' | 'status'>,
  activityId: string,
  participation: Pick<Participation, 'attemptId' | 'certificateId'> | undefined,
): string | undefined {
  if (status === 'locked') return undefined;
  const here = `/a/${activityId}`;
  if (task === 'post-test') {
    const attempt = participation?.attemptId && `${here}/attempts/${participation.attemptId}`;
    return status === 'ready' ? '#post-test' : attempt || '#post-test';
  }
  if (task === 'certificate')
    return status === 'completed' && participation?.certificateId
      ? `/c/${participation.certificateId}`
      : `${here}/claim`;
  return task === 'claim' && status === 'completed' && participation?.certificateId
    ? `/c/${participation.certificateId}`
    : `${here}/${task === 'claim' ? 'claim' : 'evaluation'}`;
}

/** The one thing to do next, in the words of its button. */
const nextSteps: Readonly<Record<TaskLine['task'], string>> = {
  'post-test': 'Go to the Post-Test',
  evaluation: 'Go to Course Evaluation',
  claim: 'Claim credit',
  certificate: 'Open your certificate',
};

interface TaskListProps {
  readonly activity: Activity;
  readonly tasks: readonly TaskLine[];
}

function NextStep({ activity, tasks }: TaskListProps) {
  // What is locked is passed over: staff can award credit without the steps before the certificate.
  const open = tasks.find(({ status }) => status !== 'completed' && status !== 'locked') ?? tasks.at(-1);
  const href = open && taskHref(open, activity.activityId, activity.participation);
  if (!open || !href) return null;
  const stage = activity.participation?.stage;
  const words =
    open.task === 'post-test' && open.status === 'in-progress'
      ? stage === 'grading'
        ? 'See how grading goes'
        : 'Continue attempt'
      : open.task === 'certificate' && open.status === 'in-progress'
        ? 'See how it goes'
        : nextSteps[open.task];
  return <LinkButton href={href}>{words}</LinkButton>;
}

/** The way to the certificate: what is done, what comes next, and why the rest cannot start yet. */
export function TaskList({ activity, tasks }: TaskListProps) {
  const done = tasks.filter(({ status }) => status === 'completed').length;
  const needed = tasks.filter((line) => !isWaived(line)).length;
  // Only the step that is next says what to do; for those after it the reason is enough.
  const next = tasks.findIndex(({ status }) => status !== 'completed');
  return (
    <section class="card tasks" aria-labelledby="tasks">
      <h2 id="tasks">Steps to your credit</h2>
      <p class="quiet figure">
        {done} of {needed} completed
      </p>
      <ol class="rows">
        {tasks.map((line, index) => {
          const href = taskHref(line, activity.activityId, activity.participation);
          const { name, tone } = isWaived(line) ? notNeeded : statuses[line.status];
          // The same reason stands at every step that an award by hand made needless; it is told once.
          const reasons = isWaived(line) && index !== next ? [] : line.reasons;
          return (
            <li key={line.task}>
              <div class="row">
                {href ? <a href={href}>{names[line.task]}</a> : <span>{names[line.task]}</span>}
                <Tag tone={tone}>{name}</Tag>
                {reasons.map(({ code, message, remedy }) => (
                  <p key={code} class="row-reason">
                    {index === next ? `${message} ${remedy}` : message}
                  </p>
                ))}
              </div>
            </li>
          );
        })}
      </ol>
      <NextStep activity={activity} tasks={tasks} />
    </section>
  );
}
