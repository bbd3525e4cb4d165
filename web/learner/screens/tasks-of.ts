import type { Activity, TaskLine } from './activity-types.ts';

/** What each step waits for, while it lies ahead. */
const ahead: Readonly<Record<Exclude<TaskLine['task'], 'post-test'>, string>> = {
  evaluation: 'Unlocks when you have passed.',
  claim: 'Follows the evaluation.',
  certificate: 'Issued when you have claimed your credit.',
};

const later = (task: keyof typeof ahead): TaskLine => ({
  task,
  status: 'locked',
  reasons: [{ code: 'ahead', message: ahead[task], remedy: '' }],
});

/** Nobody waits for a step that staff made needless by an award of their own. */
export const isWaived = ({ reasons }: Pick<TaskLine, 'reasons'>): boolean =>
  reasons.some(({ code }) => code === 'awarded-by-hand');

/**
 * The task list as the service gives it; a reader who is not signed in sees the way that lies ahead. Why nothing further can start is
 * said once, at the step that is next, and not at each of those that come after it.
 */
export function tasksOf({ participation, closed }: Pick<Activity, 'participation' | 'closed'>): readonly TaskLine[] {
  if (!participation)
    return [
      { task: 'post-test', status: closed.length > 0 ? 'locked' : 'ready', reasons: closed },
      later('evaluation'),
      later('claim'),
      later('certificate'),
    ];
  const { tasks } = participation;
  const next = tasks.findIndex(({ status }) => status !== 'completed');
  return tasks.map((line, index) =>
    index > next && line.status === 'locked' && line.task !== 'post-test' && !isWaived(line) ? later(line.task) : line,
  );
}
