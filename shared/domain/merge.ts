import { addressesOf } from './addresses.ts';
import { askingFaults, type Decision } from './decision.ts';
import type { ActivityId, LearnerId } from './kinds.ts';
import type { Learner } from './learner.ts';
import { hasReached, type Participation } from './participation.ts';
import { type Reason, type Refusal, refuseFor } from './refusal.ts';
import type { Award } from './wallet.ts';

/**
 * That two accounts are of one person. `merge`: the one's addresses lead to the other from then on, whose wallet, history,
 * certificates, transcript, export and erasure include it; its ledger and awards stay where they are. `separate` undoes it.
 */
export interface Merge extends Decision {
  readonly kind: 'merge' | 'separate';
  /** The account that goes into the other. */
  readonly learnerId: LearnerId;
  /** The account that stays. */
  readonly into: LearnerId;
}

/** One of two accounts, as far as merging them depends on it. */
export interface Account {
  readonly learner: Learner;
  /** Of the account and of every one that was merged into it. */
  readonly awards: readonly Award[];
  readonly participations: readonly Participation[];
  /** Its erasure was asked for, and is not withdrawn. */
  readonly isBeingErased: boolean;
}

type Asked = Pick<Merge, 'reason' | 'proposedBy'>;

/** So many accounts of one person, and addresses of one account, are a mistake. */
export const MOST_ACCOUNTS = 10;

const isUnderWay = ({ stage }: Participation): boolean =>
  stage === 'grading' || stage === 'claimed' || stage === 'awarded';

const counts = ({ standing }: Award): boolean => standing !== 'revoked';

/** Of the awards of one person those that are for one activity, which is once too often. */
export const earnedTwice = (awards: readonly Award[]): ReadonlyMap<ActivityId, readonly Award[]> =>
  new Map(
    [...Map.groupBy(awards.filter(counts), ({ activityId }) => activityId)].filter(([, { length }]) => length > 1),
  );

/** Says everything that speaks against merging one account into another, or nothing when it can be done. */
export function checkMerge(asked: Asked, from: Account, into: Account): Refusal | undefined {
  const both = [from, into];
  const faults: Reason[] = [...askingFaults(asked)];
  const fault = (code: string, message: string, remedy: string): void =>
    void faults.push({ code, message, remedy, field: '/into' });
  if (from.learner.learnerId === into.learner.learnerId) {
    fault('same-account', 'This is one account, not two.', 'Choose another account to merge it into.');
    return refuseFor(faults);
  }
  if (both.some(({ learner }) => learner.mergedInto !== undefined))
    fault('already-merged', 'One of these was merged into another account already.', 'Choose the account that stands.');
  if (both.some(({ learner, isBeingErased }) => learner.erasedAt !== undefined || isBeingErased))
    fault(
      'being-erased',
      'One of these is erased, or is about to be.',
      'Have the erasure withdrawn first, if it can be.',
    );
  if ((from.learner.merged?.length ?? 0) + (into.learner.merged?.length ?? 0) + 2 > MOST_ACCOUNTS)
    fault(
      'too-many-accounts',
      `That would be more than ${MOST_ACCOUNTS} accounts of one person.`,
      'Look again whether they are.',
    );
  if (both.some(({ participations }) => participations.some(isUnderWay)))
    fault(
      'under-way',
      'Something is being graded, awarded or issued for one of them.',
      'Wait until it is done, or clear what is parked.',
    );
  for (const activityId of earnedTwice(both.flatMap(({ awards }) => awards)).keys())
    fault(
      'earned-twice',
      `Both were awarded credit for the activity ${activityId}, which one person earns once.`,
      'Revoke one of the two certificates, then merge.',
    );
  return refuseFor(faults);
}

/**
 * Says why a merging cannot be undone, or nothing when it can. @param isErasing whether the erasure of both has begun, which nobody
 * takes back; while it waits, they can be separated, and the one that was never to be erased is kept
 */
export function checkSeparation(asked: Asked, from: Learner, into: Learner, isErasing = false): Refusal | undefined {
  const faults: Reason[] = [...askingFaults(asked)];
  if (from.mergedInto !== into.learnerId)
    faults.push({
      code: 'not-merged',
      message: 'The one was not merged into the other.',
      remedy: 'Choose the account that it was merged into.',
      field: '/into',
    });
  if (isErasing || from.erasedAt !== undefined || into.erasedAt !== undefined)
    faults.push({
      code: 'being-erased',
      message: 'The accounts were erased, or are being erased now.',
      remedy: 'Nothing is left to separate.',
      field: '/into',
    });
  const theirs = addressesOf(from);
  if (addressesOf(into).every((address) => theirs.includes(address)))
    faults.push({
      code: 'no-address-left',
      message: 'The account that stays would have no address to sign in by.',
      remedy: 'Add an address to it first.',
      field: '/into',
    });
  return refuseFor(faults);
}

/** Whether somebody earned, or is about to earn, the credit of an activity. */
export const isEarned = (participation: Participation | undefined): boolean =>
  participation !== undefined && hasReached(participation.stage, 'claimed');
