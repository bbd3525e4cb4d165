import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countIn } from '../tally.ts';
import type { Held } from './examine.ts';

const MOST_LINES = 40;
const MOST_COUNTS = 30;
const LONGEST_LINE = 400;

/** What the log says while all is well; whatever else stands there tells of something broken. */
const routine = new Set(['step', 'work.restarted', 'mail.sent', 'webhooks', 'head.stands', 'sweep']);

/** Whether a line of the log tells of something broken: a function that failed, work that was parked, an answer 5xx. */
function tellsOfBreakage(line: string): boolean {
  try {
    const { event, status = 0 } = JSON.parse(line.slice(line.indexOf('{'))) as { event?: string; status?: number };
    return event === 'request' ? status >= 500 : !routine.has(event ?? '');
  } catch {
    // No event: what a runtime prints, or a line that a kill cut short.
    return true;
  }
}

/** Without ids, so that the same trouble of many counts as one. */
const inGeneral = (text: string): string => text.replaceAll(/[0-9a-hjkmnp-tv-z]{26}/g, '…');

/** How often each of these is so, the most frequent first. */
function counted(what: string, told: readonly string[]): readonly string[] {
  const counts: Record<string, number> = {};
  for (const one of told) countIn(counts, inGeneral(one));
  const sorted = Object.entries(counts).toSorted(([, a], [, b]) => b - a);
  const more = sorted.length > MOST_COUNTS ? [`… and ${sorted.length - MOST_COUNTS} more`] : [];
  return [`${what}:`, ...sorted.slice(0, MOST_COUNTS).map(([one, times]) => `${times} × ${one}`), ...more];
}

/** All that the system logged, also before the log began anew. */
const logOf = (dataDir: string): readonly string[] =>
  ['log.before', 'log'].flatMap((name) => {
    const file = join(dataDir, name);
    return existsSync(file)
      ? readFileSync(file, 'utf8')
          .split('\n')
          .filter((line) => line !== '')
      : [];
  });

/** What a run that was refuted leaves of its causes, since its folder goes: how all work ended, and what broke on the way. */
export function explain(held: Held, dataDir: string): readonly string[] {
  const works = held.work.map(({ status, tries, failure }) => {
    const why = failure ? `, failed last at ${failure.step}: ${failure.error}: ${failure.reason}` : '';
    return `${status} after ${tries} tries${why}`;
  });
  const certificates = [...held.states.values()].map(({ status, reason }) =>
    reason === undefined ? status : `${status}: ${reason}`,
  );
  const mails = held.mail.map(({ kind, status, tries }) => `${kind} ${status} after ${tries} tries`);
  const log = logOf(dataDir);
  const broken = log.filter(tellsOfBreakage);
  return [
    ...counted('Works', works),
    ...counted('Certificates', certificates),
    ...counted('Mails', mails),
    `Of ${log.length} lines of the log ${broken.length} tell of something broken. The last of them:`,
    ...broken.slice(-MOST_LINES).map((line) => line.slice(0, LONGEST_LINE)),
  ];
}
