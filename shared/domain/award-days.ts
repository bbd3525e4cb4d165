import { type CivilDate, DAY, later } from './kinds.ts';
import type { ListedAward } from './wallet.ts';

/** Days of award, both included; without an end it is open. */
export interface AwardDays {
  readonly from?: CivilDate | undefined;
  readonly until?: CivilDate | undefined;
}

/** Whether an award is of these days, by the day that its certificate says: that of the activity's zone. */
export const isAwardedIn = ({ awardedOn }: ListedAward, { from, until }: AwardDays): boolean =>
  (from === undefined || awardedOn >= from) && (until === undefined || awardedOn <= until);

const shifted = (day: CivilDate, days: number): CivilDate => later(`${day}T00:00:00.000Z`, days * DAY).slice(0, 10);

/** The days of UTC in which awards of these days were made: clocks differ from UTC by less than a day, this way or that. */
export const utcDaysOf = ({ from, until }: AwardDays): AwardDays => ({
  from: from && shifted(from, -1),
  until: until && shifted(until, 1),
});
