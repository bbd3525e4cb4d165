import type { AuditEventType } from '../events.ts';
import type { Instant } from './kinds.ts';

/** An entry of the audit trail: who did what, when. `data` holds ids, and words that staff wrote. */
export interface AuditEntry {
  readonly at: Instant;
  /** An id of staff or of a learner, or the part of the system that did it. */
  readonly by: string;
  readonly type: AuditEventType;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Which entries are looked for; what is absent does not matter. */
export interface AuditFilter {
  readonly by?: string | undefined;
  readonly type?: string | undefined;
  /** An id that the entry names: of a learner, an activity, a certificate, a change, work. */
  readonly about?: string | undefined;
}

/** Whether an entry is one that is looked for. */
export const isLookedFor = ({ by, type, data }: AuditEntry, filter: AuditFilter): boolean =>
  (!filter.by || by === filter.by) &&
  (!filter.type || type === filter.type) &&
  (!filter.about || by === filter.about || Object.values(data).includes(filter.about));

/** What an entry tells beside who and what, as one line: `learnerId 7k…, activityId hand-hygiene`. */
export const detailsOf = ({ data }: Pick<AuditEntry, 'data'>): string =>
  Object.entries(data)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
