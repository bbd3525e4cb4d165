import type { ActivityVersion } from './activity.ts';
import { checkClaims } from './claim.ts';
import { askingFaults, type Decision } from './decision.ts';
import { type ActivityId, type CivilDate, civilDateIn, type Instant, type LearnerId } from './kinds.ts';
import type { Learner } from './learner.ts';
import { type Claim, hasReached, type Participation } from './participation.ts';
import { dayFaults } from './participation-day.ts';
import { type Reason, type Refusal, refuseFor } from './refusal.ts';

/**
 * Credit that staff award by hand, because a learner took part and could not finish: they attest the participation and the
 * amount in the place of a passed assessment and a claim. Two people, always: it is an amount.
 */
export interface HandAward extends Decision {
  readonly kind: 'award';
  readonly learnerId: LearnerId;
  readonly activityId: ActivityId;
  /** Whose rules of credit hold: what the learner passed, or else what is published. */
  readonly activityVersion: number;
  /** The day on which the learner took part, as staff attest. */
  readonly participatedOn: CivilDate;
  readonly claims: readonly Claim[];
}

/** What an award by hand is looked at against. */
export interface HandAwardStanding {
  readonly activity: ActivityVersion;
  readonly learner: Learner;
  readonly participation: Participation | undefined;
  /** Under another account of the same person. */
  readonly earnedElsewhere: boolean;
}

/** What is wrong with the day that staff attest. Whoever took part at will did so before the activity closed. */
function attestedDayFaults(day: CivilDate, activity: ActivityVersion, now: Instant): readonly Reason[] {
  const { closesOn, heldOn, zone } = activity;
  const today = civilDateIn(now, zone);
  const last = heldOn === undefined && closesOn < today ? closesOn : today;
  return dayFaults(day, activity, { last, field: '/participatedOn' });
}

/** Why this learner has no need of it, or must wait. */
function standingFaults({ learner, participation, earnedElsewhere }: HandAwardStanding): readonly Reason[] {
  const field = '/learnerId';
  const { stage = 'open' } = participation ?? {};
  if (learner.erasedAt !== undefined || learner.mergedInto !== undefined)
    return [
      {
        code: 'account-closed',
        message: 'This account was erased or merged into another.',
        remedy: 'Choose the account that the learner signs in to.',
        field,
      },
    ];
  if (earnedElsewhere || hasReached(stage, 'claimed'))
    return [
      {
        code: 'already-awarded',
        message: 'This learner has claimed or been awarded credit for this activity already.',
        remedy: 'Nothing is to be awarded. If the certificate is wrong, correct it.',
        field,
      },
    ];
  if (stage === 'grading')
    return [
      {
        code: 'attempt-in-grading',
        message: 'An attempt of this learner is being graded.',
        remedy: 'Wait for its result, then decide.',
        field,
      },
    ];
  return learner.profile
    ? []
    : [
        {
          code: 'profile-required',
          message: 'The name and profession of this learner are not known, and the certificate needs them.',
          remedy: 'Ask the learner to complete the profile, then award.',
          field,
        },
      ];
}

/**
 * Says everything that speaks against an award by hand, or nothing when it can be made. The limits are those of a claim: what
 * is offered, its maximum, its step, its professions.
 */
export function checkHandAward(
  award: Pick<HandAward, 'reason' | 'proposedBy' | 'participatedOn' | 'claims'>,
  standing: HandAwardStanding,
  now: Instant,
): Refusal | undefined {
  const { activity, learner } = standing;
  const { profession } = learner.profile ?? {};
  return refuseFor([
    ...askingFaults(award),
    ...standingFaults(standing),
    ...attestedDayFaults(award.participatedOn, activity, now),
    ...(profession ? (checkClaims(award.claims, activity.credits, profession)?.reasons ?? []) : []),
  ]);
}
