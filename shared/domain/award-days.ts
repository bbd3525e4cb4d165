import { type CivilDate, HOUR, type Instant, later } from './kinds.ts';
import type { ListedAward } from './wallet.ts';

/** Days of award, both included; without an end it is open. */
export interface AwardDays {
  readonly from?: CivilDate | undefined;
  readonly until?: CivilDate | undefined;
}

/** Whether an award is of these days, by the day that its certificate says: that of the activity's zone. */
export const isAwardedIn = ({ awardedOn }: ListedAward, { from, until }: AwardDays): boolean =>
  (from === undefined || awardedOn >= from) && (until === undefined || awardedOn <= until);

/** Clocks are up to 14 hours ahead of UTC, and up to 12 behind it: so much sooner a day begins somewhere, and so much later it ends. */
const [AHEAD, BEHIND] = [14 * HOUR, 12 * HOUR];

const midnight = (day: CivilDate): Instant => `${day}T00:00:00.000Z`;

/** The instants between which awards of these days were made, wherever that was. */
export const instantsOf = ({ from, until }: AwardDays): { readonly from?: Instant; readonly until?: Instant } => ({
  ...(from !== undefined && { from: later(midnight(from), -AHEAD) }),
  ...(until !== undefined && { until: later(midnight(until), 24 * HOUR + BEHIND) }),
});
