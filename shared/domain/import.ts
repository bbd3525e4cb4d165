import type { ActivityId, CivilDate, CreditHundredths, CreditTypeId, Instant, LearnerId } from './kinds.ts';
import { DAY, later } from './kinds.ts';

/** What staff bring in from elsewhere, by a file. */
export const importKinds = ['questions', 'learners', 'credits'] as const;
export type ImportKind = (typeof importKinds)[number];

/**
 * A file is checked whole before anything of it is written; then somebody decides to run it, and it runs to its end.
 * `failed`: what it was for is not there any more; nothing of it was written.
 */
export const importStates = ['checking', 'checked', 'running', 'done', 'failed'] as const;
export type ImportState = (typeof importStates)[number];

/** What became of a row. `unchanged`: it stood there already. `kept`: something else stood there, and stays. */
export const fates = ['added', 'unchanged', 'kept', 'left-out'] as const;
export type Fate = (typeof fates)[number];

/** Where questions go. */
export interface QuestionTarget {
  readonly activityId: ActivityId;
  /** The assessment, by its id or the name of its part. */
  readonly assessment: string;
  readonly format: string;
}

export interface Import {
  /** Begins with the time, so that imports sort by it. */
  readonly importId: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly state: ImportState;
  readonly by: string;
  readonly at: Instant;
  readonly touchedAt: Instant;
  /** How many passages the file is kept in. */
  readonly passages: number;
  readonly rows: number;
  readonly checked: number;
  readonly bad: number;
  readonly done: number;
  readonly fates: Readonly<Record<Fate, number>>;
  readonly target?: QuestionTarget;
  readonly runBy?: string;
  readonly endedAt?: Instant;
  /** Why it failed. */
  readonly failure?: string;
}

/** What is wrong with a row, or worth knowing of it. */
export interface RowSaid {
  readonly message: string;
  readonly remedy: string;
}

/** What was found of a row before anything was written. */
export interface Verdict {
  readonly line: number;
  readonly item: number;
  /** What the row is about, of no more than staff need to find it: an address is masked. */
  readonly about: string;
  readonly good: boolean;
  readonly said: readonly RowSaid[];
}

export interface RowResult {
  readonly line: number;
  readonly item: number;
  readonly about: string;
  readonly fate: Fate;
  readonly said: readonly RowSaid[];
}

/** Credit that a learner earned before this system, as the provider’s earlier records had it: history, no award of this ledger. */
export interface EarlierCredit {
  readonly learnerId: LearnerId;
  /** Derived from what it says, so that bringing it in again finds it. */
  readonly creditId: string;
  readonly title: string;
  readonly activityId?: ActivityId;
  readonly creditType: CreditTypeId;
  readonly amount: CreditHundredths;
  readonly date: CivilDate;
  /** The number of the certificate that was issued then, by whatever issued it. */
  readonly certificateNumber?: string;
  readonly importId: string;
  readonly recordedAt: Instant;
}

/** How long the file and what was found in it are kept; who did what and how much of it stays. */
const KEPT_FOR_MS = 30 * DAY;
export const forgottenAt = ({ at }: Pick<Import, 'at'>): Instant => later(at, KEPT_FOR_MS);

/** Whether there is more to do without anybody deciding anything. */
export const moves = ({ state }: Pick<Import, 'state'>): boolean => state === 'checking' || state === 'running';

/** Rows that are checked, or brought in, in one go. */
export const SLICE = 100;

export const noFates: Import['fates'] = { added: 0, unchanged: 0, kept: 0, 'left-out': 0 };

/** An import after a slice of it was checked. */
export function afterCheck(before: Import, verdicts: readonly Verdict[], now: Instant): Import {
  const checked = before.checked + verdicts.length;
  const bad = before.bad + verdicts.filter(({ good }) => !good).length;
  return { ...before, checked, bad, touchedAt: now, state: checked >= before.rows ? 'checked' : 'checking' };
}

/** An import after a slice of it was brought in. */
export function afterRun(before: Import, results: readonly RowResult[], now: Instant): Import {
  const done = before.done + results.length;
  const counted = Object.fromEntries(
    fates.map((fate) => [fate, before.fates[fate] + results.filter((result) => result.fate === fate).length]),
  ) as Import['fates'];
  const ended = done >= before.rows;
  return {
    ...before,
    ...{ done, fates: counted, touchedAt: now, state: ended ? 'done' : 'running' },
    ...(ended && { endedAt: now }),
  };
}
