import { closingDay } from './activity.ts';
import { type ActivityId, type CivilDate, civilDateIn, type Instant, type TimeZone } from './kinds.ts';

/** Why an activity is not offered, by whom and since when. */
export interface Withdrawal {
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
}

/** A day, earlier than its version says, on which an attempt can be started for the last time. */
export interface EarlyClosing extends Withdrawal {
  readonly on: CivilDate;
}

/** Where an activity stands with its authors: one row each, so that a list of all is one query. */
export interface Authored {
  readonly activityId: ActivityId;
  readonly title: string;
  /** Who writes it, while it is written in the console. */
  readonly draft?: {
    readonly changedAt: Instant;
    readonly changedBy: string;
    /** Whether it says something that the published version does not. */
    readonly unpublished: boolean;
  };
  readonly published?: {
    readonly version: number;
    readonly at: Instant;
    readonly by: string;
    readonly opensOn: CivilDate;
    readonly closesOn: CivilDate;
    readonly zone: TimeZone;
  };
  readonly withdrawn?: Withdrawal;
  readonly closesEarly?: EarlyClosing;
}

/** *Draft*: never published. *Upcoming*: published, and opens on a day to come. */
export const activityStates = ['draft', 'upcoming', 'open', 'closed', 'withdrawn'] as const;
export type ActivityState = (typeof activityStates)[number];

/** What an activity is to whoever looks at a list. */
export function stateOf({ published, withdrawn, closesEarly }: Authored, now: Instant): ActivityState {
  if (!published) return 'draft';
  if (withdrawn) return 'withdrawn';
  const today = civilDateIn(now, published.zone);
  if (today < published.opensOn) return 'upcoming';
  return today > closingDay(published.closesOn, closesEarly?.on) ? 'closed' : 'open';
}

/** Who published a version, and when. */
export interface Publication {
  readonly version: number;
  readonly title: string;
  readonly publishedAt: Instant;
  readonly publishedBy: string;
  readonly opensOn: CivilDate;
  readonly closesOn: CivilDate;
}
