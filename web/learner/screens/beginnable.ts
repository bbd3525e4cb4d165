import { longDate } from '../../components/dates.ts';
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

type Days = Pick<ActivitySummary, 'opensOn' | 'closesOn' | 'heldOn'>;

const words: Readonly<Record<Opening, (days: Days) => string>> = {
  open: ({ closesOn }) => `open until ${longDate(closesOn)}`,
  // Nobody begins what is held on a later day than its page opens.
  ahead: ({ opensOn, heldOn = '' }) =>
    heldOn > opensOn ? `held on ${longDate(heldOn)}` : `opens on ${longDate(opensOn)}`,
  over: ({ closesOn }) => `closed on ${longDate(closesOn)}`,
  withdrawn: () => 'no longer offered',
};

/** Until when an activity can be begun, or from when on, or since when not any more. */
export const openingWords = (activity: Asked & Days): string => words[openingOf(activity)](activity);
