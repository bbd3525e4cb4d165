const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/**
 * A civil date in words: `2026-11-24` is `24 November 2026`, as certificates write it, in every time zone. A draft that is previewed may
 * lack its dates.
 */
export function longDate(civil: string): string {
  const day = new Date(`${civil}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? 'not set yet' : long.format(day);
}

/** The civil date of an instant where the reader is: their evening is not yet the next day, though it may be so in UTC. */
export const dayOf = (instant: string): string => new Date(instant).toLocaleDateString('sv-SE');

/** The time of day of an instant where the learner is: `10:42`. */
export const timeOfDay = (instant: string): string => clock.format(new Date(instant));
