const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** A civil date in words: `2026-11-24` is `24 November 2026`, as certificates write it, in every time zone. */
export const longDate = (civil: string): string => long.format(new Date(`${civil}T00:00:00Z`));

/** The time of day of an instant where the learner is: `10:42`. */
export const timeOfDay = (instant: string): string => clock.format(new Date(instant));
