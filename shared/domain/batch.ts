import type { Change, ChangeKind, Correction } from './change.ts';
import type { Decision } from './decision.ts';
import type { HandAward } from './hand-award.ts';
import type { ActivityId, CertificateId, CivilDate, Instant, LearnerId } from './kinds.ts';
import type { Claim } from './participation.ts';
import type { Reason } from './refusal.ts';

/**
 * Many changes of certificates, or many awards by hand, that are asked for and decided together. It is looked at as a whole
 * before it is kept; then each item is made by itself, so that a run that dies has done what it did and goes on later.
 */
export interface Batch extends Omit<Decision, 'changeId' | 'batchId' | 'status'> {
  readonly batchId: string;
  readonly of: ChangeKind | 'award';
  readonly items: number;
  readonly takesTwo: boolean;
  /** What is awarded by hand, where it is that. */
  readonly activityId?: ActivityId;
  readonly status: 'proposed' | 'running' | 'done' | 'rejected';
  /** When the sweeper looks after it while it runs. */
  readonly dueAt?: Instant;
  readonly doneAt?: Instant;
}

/** One certificate, or one learner, of a batch. */
export interface BatchItem {
  readonly batchId: string;
  /** From 1, in the order in which they were given. */
  readonly number: number;
  readonly subject: BatchSubject;
  readonly status: 'waiting' | 'done' | 'refused';
  /** How often it broke off; what breaks again and again is given up, so that the others have their turn. */
  readonly tries?: number;
  readonly reasons?: readonly Reason[];
  readonly changeId?: string;
  readonly replacement?: CertificateId;
}

export type BatchSubject =
  | { readonly certificateId: CertificateId; readonly correction: Correction }
  | { readonly learnerId: LearnerId; readonly participatedOn: CivilDate; readonly claims: readonly Claim[] };

/** How far a batch is. */
export interface Progress {
  readonly waiting: number;
  readonly done: number;
  readonly refused: number;
}

export const progressOf = (items: readonly Pick<BatchItem, 'status'>[]): Progress => ({
  waiting: items.filter(({ status }) => status === 'waiting').length,
  done: items.filter(({ status }) => status === 'done').length,
  refused: items.filter(({ status }) => status === 'refused').length,
});

/** What a batch may hold: reading and writing each of so many takes some minutes. */
export const LARGEST_BATCH = 500;
/** An item that broke off this often is given up. */
export const MOST_ITEM_TRIES = 3;

/** What somebody names in a batch, to find what stands twice. */
export const subjectId = (subject: BatchSubject): string =>
  'certificateId' in subject ? subject.certificateId : subject.learnerId;

/** An item after it was tried: done, refused with reasons, or to be tried again. */
export const itemDone = (item: BatchItem, change: Change | HandAward): BatchItem => ({
  ...item,
  status: 'done',
  changeId: change.changeId,
  ...('replacement' in change && change.replacement !== undefined && { replacement: change.replacement }),
});

export const itemRefused = (item: BatchItem, reasons: readonly Reason[]): BatchItem => ({
  ...item,
  status: 'refused',
  reasons,
});

export function itemBroken(item: BatchItem): BatchItem {
  const tries = (item.tries ?? 0) + 1;
  const broken: Reason = {
    code: 'broken',
    message: 'Something broke on our side while this was made. It is in the log.',
    remedy: 'Ask for this one again, by itself.',
  };
  return tries < MOST_ITEM_TRIES ? { ...item, tries } : { ...itemRefused(item, [broken]), tries };
}
