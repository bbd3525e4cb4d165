/** Branded primitives: each names its unit or kind, so that a learner's id never stands where an activity's is wanted. */
declare const kind: unique symbol;
type Kind<Base, Name extends string> = Base & { readonly [kind]?: Name };

/** Credit as integer hundredths: 1.25 credits is 125. Never a float (cme.md 1a: amounts step in quarters or hundredths). */
export type CreditHundredths = Kind<number, 'CreditHundredths'>;
/** Points of a board for continuing certification, as integer hundredths. They are no credit. */
export type PointHundredths = Kind<number, 'PointHundredths'>;
/** A UTC instant in ISO 8601 with milliseconds and `Z`: `2026-03-09T04:30:00.000Z`. Sorts as text. */
export type Instant = Kind<string, 'Instant'>;
/** A calendar day without a zone, `YYYY-MM-DD`, fixed once at completion (design, rule 6). */
export type CivilDate = Kind<string, 'CivilDate'>;
/** An IANA time zone name, `America/New_York`. */
export type TimeZone = Kind<string, 'TimeZone'>;
/** SHA-256 as 64 lower-case hexadecimal digits. */
export type Sha256 = Kind<string, 'Sha256'>;
/** A whole percentage, 0 to 100. */
export type Percent = Kind<number, 'Percent'>;

export type LearnerId = Kind<string, 'LearnerId'>;
export type ActivityId = Kind<string, 'ActivityId'>;
export type AssessmentId = Kind<string, 'AssessmentId'>;
export type QuestionId = Kind<string, 'QuestionId'>;
export type OptionId = Kind<string, 'OptionId'>;
export type AttemptId = Kind<string, 'AttemptId'>;
export type CertificateId = Kind<string, 'CertificateId'>;
/** Which kind of credit: one that the software knows, or one of a provider's own. Totals are kept by it. */
export type CreditTypeId = Kind<string, 'CreditTypeId'>;

/**
 * What people may call a thing by: it stands in addresses, in files and as a name in records. “constructor” is what every record of the
 * language has already, so that it would be found where it was never put.
 */
export const idPattern = /^(?!constructor$)[a-z0-9-]{1,64}$/;

/** What stands under a name that somebody else chose, and nothing that every record of the language has by itself: `toString`. */
export const ownOf = <Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

/** Milliseconds since the epoch of an instant. */
export const epochMs = (instant: Instant): number => Date.parse(instant);

/** The instant that lies `ms` milliseconds after (or, negative, before) another. */
export const later = (instant: Instant, ms: number): Instant => new Date(epochMs(instant) + ms).toISOString();

/** Durations in milliseconds, so that no rule holds a bare 86400000. */
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Whether a text is a day that the calendar has, `2026-02-28` and not `2026-02-30`. */
export function isCivilDate(text: string): text is CivilDate {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const epochMs = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(epochMs) && new Date(epochMs).toISOString().startsWith(text);
}

/** Says what day an instant is in a zone. */
type Calendar = (instant: Instant) => CivilDate;

/** @throws RangeError where there is no such zone. */
function newCalendar(zone: TimeZone): Calendar {
  // The Swedish locale writes dates as YYYY-MM-DD, in every engine and without assembling parts.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  // A list asks for the day of now with each of its rows, and days have begun with a minute everywhere since 1972.
  let last = { minute: Number.NaN, day: '' };
  return (instant) => {
    const minute = Math.floor(epochMs(instant) / MINUTE);
    if (minute !== last.minute) last = { minute, day: format.format(new Date(instant)) };
    return last.day;
  };
}

// Making one takes longer than all else that a request does with dates; there are a few zones at most.
const calendars = new Map<TimeZone, Calendar>();

function calendarOf(zone: TimeZone): Calendar {
  const calendar = calendars.get(zone) ?? newCalendar(zone);
  calendars.set(zone, calendar);
  return calendar;
}

/** The calendar day that an instant is in a zone; 2026-03-09T04:30Z is 9 March in New York and 8 March in Los Angeles. */
export const civilDateIn = (instant: Instant, zone: TimeZone): CivilDate => calendarOf(zone)(instant);

/** Whether a text names a zone of which calendars are known. */
export function isTimeZone(text: string): text is TimeZone {
  try {
    calendarOf(text);
    return true;
  } catch {
    return false;
  }
}
