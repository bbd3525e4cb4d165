import type { ActivitySummary } from './types.ts';

/** Whether an activity can be begun: now, in days to come, or no more. In the order in which they are listed. */
const openings = ['open', 'ahead', 'over', 'withdrawn'] as const;
export type Opening = (typeof openings)[number];

type Asked = { readonly closed: readonly Pick<ActivitySummary['closed'][number], 'code'>[] };

/** How an activity stands, by the reasons why it cannot be begun. */
export function openingOf({ closed }: Asked): Opening {
  const codes = closed.map(({ code }) => code);
  if (codes.length === 0) return 'open';
  if (codes.includes('activity-withdrawn')) return 'withdrawn';
  return codes.includes('activity-not-open') ? 'ahead' : 'over';
}

const rankOf = (activity: Asked): number => openings.indexOf(openingOf(activity));

/** Activities that can be begun now before those that will be, and these before those that are over. */
export const beginnableFirst = <Of extends Asked>(activities: readonly Of[]): readonly Of[] =>
  activities.toSorted((a, b) => rankOf(a) - rankOf(b));
