import { Cron } from 'croner';

export type Schedule = {
  readonly name: string;
  /** EventBridge Scheduler's form: `rate(5 minutes)` or `cron(minutes hours day-of-month month day-of-week year)`. */
  readonly expression: string;
  /** IANA zone of a cron expression; UTC when left out. */
  readonly timezone?: string;
  readonly run: () => Promise<unknown>;
};
export type Schedules = { stop(): void };
type Stop = () => void;

const unitMs: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Reads `rate(N minutes|hours|days)` as milliseconds; undefined when the expression is of another kind. */
export function rateMs(expression: string): number | undefined {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const ms = Number(count) * (unitMs[unit ?? ''] ?? 0);
  return ms > 0 ? ms : undefined;
}

/**
 * Rewrites `cron(0 8 ? * MON-FRI *)` for croner, which starts with seconds and reads `?` as the present moment.
 * Undefined when the expression is of another kind.
 */
export function cronPattern(expression: string): string | undefined {
  const fields = /^cron\((.+)\)$/.exec(expression)?.[1]?.trim().split(/\s+/);
  if (fields?.length !== 6) return undefined;
  return ['0', ...fields.map((field) => (field === '?' ? '*' : field))].join(' ');
}

/** Runs again after each interval; the first time soon, as a new rate schedule does on AWS. */
function everyInterval(intervalMs: number, firstAfterMs: number, run: () => Promise<void>): Stop {
  const first = setTimeout(() => void run(), firstAfterMs);
  const timer = setInterval(() => void run(), intervalMs);
  return () => {
    clearTimeout(first);
    clearInterval(timer);
  };
}

function schedule(
  { name, expression, timezone = 'UTC' }: Schedule,
  firstAfterMs: number,
  run: () => Promise<void>,
): Stop {
  const intervalMs = rateMs(expression);
  if (intervalMs !== undefined) return everyInterval(intervalMs, firstAfterMs, run);
  const pattern = cronPattern(expression);
  if (pattern === undefined)
    throw new Error(`The schedule ${name} has an expression that is not understood: ${expression}`);
  // Days of the week count from SUN = 1 on AWS.
  const job = new Cron(pattern, { timezone, mode: '7-part', alternativeWeekdays: true }, run);
  return () => job.stop();
}

/** Those that come by an interval run one after the other at first: learners who wait for a start come before them all. */
const FIRST_RUNS_APART_MS = 2_000;

/**
 * Runs each schedule when its time comes. A run never overlaps the one before it: while that still works, its turn is left
 * out. A run that fails is told to `onError` and comes again at its next time.
 */
export function startSchedules(
  schedules: readonly Schedule[],
  onError: (error: unknown, name: string) => void = console.error,
): Schedules {
  const stops = schedules.map((one, place) => {
    let running = false;
    return schedule(one, place * FIRST_RUNS_APART_MS, async () => {
      if (running) return;
      running = true;
      try {
        await one.run();
      } catch (error) {
        onError(error, one.name);
      } finally {
        running = false;
      }
    });
  });
  return { stop: () => stops.forEach((stop) => void stop()) };
}
