const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** An instant where the reader is: `24 Nov 2026, 10:42`. To the second, in UTC, when it is pointed at. */
export const Time = ({ of: instant }: { readonly of: string }) => (
  <time class="nowrap" dateTime={instant} title={instant}>
    {moment.format(new Date(instant))}
  </time>
);

/** A civil date: `24 Nov 2026`, in every time zone. */
export const Day = ({ of: civil }: { readonly of: string }) => (
  <time class="nowrap" dateTime={civil}>
    {day.format(new Date(`${civil}T00:00:00Z`))}
  </time>
);
