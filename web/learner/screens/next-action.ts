import type { ActivitySummary } from './types.ts';

/** What a learner can do next in an activity that they have started. */
export interface NextAction {
  readonly activityId: string;
  readonly label: string;
}

const labelOf = {
  'post-test': (title: string) => `Continue the Post-Test of ${title}`,
  evaluation: (title: string) => `Complete the Course Evaluation for ${title}`,
  claim: (title: string) => `Claim credit for ${title}`,
} as const;

/** The next thing to do in every activity that the learner has started and not finished; nothing for the others. */
export const nextActions = (
  activities: readonly Pick<ActivitySummary, 'activityId' | 'title' | 'participation'>[],
): readonly NextAction[] =>
  activities.flatMap(({ activityId, title, participation }) => {
    if (!participation || participation.stage === 'open') return [];
    const next = participation.tasks.find(({ status }) => status === 'ready' || status === 'in-progress');
    // A certificate that is being issued is nothing to do: it comes by itself.
    return next && next.task !== 'certificate' ? [{ activityId, label: labelOf[next.task](title) }] : [];
  });
