import type { Activity, TaskLine } from './activity-types.ts';

const later = (task: TaskLine['task'], message: string): TaskLine => ({
  task,
  status: 'locked',
  reasons: [{ code: 'not-started', message, remedy: '' }],
});

/** The task list as the service gives it; a reader who is not signed in sees the way that lies ahead. */
export function tasksOf(activity: Activity): readonly TaskLine[] {
  if (activity.participation) return activity.participation.tasks;
  const { closed } = activity;
  return [
    { task: 'post-test', status: closed.length > 0 ? 'locked' : 'ready', reasons: closed },
    later('evaluation', 'Unlocks when you have passed.'),
    later('claim', 'Follows the evaluation.'),
    later('certificate', 'Issued when you have claimed your credit.'),
  ];
}
