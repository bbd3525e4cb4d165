import { type AssessmentSummary, closingDay, evaluateOpening, type OpeningDays, type Standing } from './activity.ts';
import { attemptsLeftTo } from './attempts-left.ts';
import { utcDay } from './daily-head.ts';
import type { Instant } from './kinds.ts';
import { longDate } from './long-date.ts';
import { hasReached, type Participation, type Stage } from './participation.ts';
import type { Award } from './wallet.ts';

/** What is asked about. */
export interface CreditCase {
  readonly participation: Participation;
  /** Absent where the activity is offered no more. */
  readonly activity?:
    | (OpeningDays &
        Standing & {
          readonly assessments: readonly Pick<AssessmentSummary, 'assessmentId' | 'attemptLimit' | 'passMark'>[];
        })
    | undefined;
  readonly award?: Pick<Award, 'standing'> | undefined;
}

/** Whether there is credit, and why or why not in one sentence that staff can say on the telephone. */
export interface CreditAnswer {
  readonly answer: 'credit' | 'not-yet' | 'attention';
  readonly sentence: string;
}

const notYet = (sentence: string): CreditAnswer => ({ answer: 'not-yet', sentence });
const attention = (sentence: string): CreditAnswer => ({ answer: 'attention', sentence });
const credit = (sentence: string): CreditAnswer => ({ answer: 'credit', sentence });
/** Who reads it may be anywhere, so it says whose day it is. */
const day = (at: Instant): string => `${longDate(utcDay(at))} (UTC)`;
const sentence = (text: string): string => `${text.trim().replace(/[.\s]+$/, '')}.`;

/** What keeps somebody from passing: nothing, that no attempt can be started, or that none is left. */
function obstacle({ participation, activity }: CreditCase, now: Instant): string | undefined {
  if (!activity) return 'the activity is no longer offered';
  const { opensOn, heldOn, closesOn, closesEarlyOn } = activity;
  switch (evaluateOpening(activity, now)?.reasons[0].code) {
    case 'activity-withdrawn':
      return 'the provider withdrew the activity';
    case 'activity-not-open':
      return heldOn !== undefined && opensOn < heldOn
        ? `it is held on ${longDate(heldOn)}`
        : `it opens on ${longDate(opensOn)}`;
    case 'activity-closed':
      return `it closed on ${longDate(closingDay(closesOn, closesEarlyOn))}`;
  }
  const left = activity.assessments.map((one) => attemptsLeftTo(participation, one));
  if (left.every((many) => many === 0)) return 'all attempts are used; a further one can be given, with a reason';
  return undefined;
}

function failed(asked: CreditCase, now: Instant): CreditAnswer {
  const { participation, activity } = asked;
  const mark = activity?.assessments.find(({ assessmentId }) => assessmentId === participation.assessmentId)?.passMark;
  const score = participation.score === undefined ? '' : ` with ${participation.score} %`;
  const needed = mark === undefined ? '' : ` (passing score ${mark} %)`;
  const stopped = obstacle(asked, now);
  return stopped
    ? attention(`Their last attempt did not pass${score}${needed}, and ${stopped}.`)
    : notYet(`Their last attempt did not pass${score}${needed}; they can start another.`);
}

const answers: Readonly<Record<Stage, (asked: CreditCase, now: Instant) => CreditAnswer>> = {
  open: (asked, now) => {
    const stopped = obstacle(asked, now);
    return stopped
      ? attention(`They have not started an attempt, and ${stopped}.`)
      : notYet('They have not started an attempt.');
  },
  attempting: () => notYet('They started an attempt and have not submitted it yet; their answers are saved.'),
  grading: () => notYet('Their attempt is being graded; that takes up to 30 seconds.'),
  failed,
  passed: () => notYet('They passed, but have not completed the Course Evaluation, which credit requires.'),
  evaluated: () => notYet('They passed and completed the evaluation, but have not claimed their credit.'),
  claimed: ({ participation: { claimedAt } }) =>
    notYet(`They claimed${claimedAt ? ` on ${day(claimedAt)}` : ''}, and the credit is being awarded now.`),
  awarded: () => credit('They have the credit; the certificate is being issued.'),
  issued: () => credit('They have the credit and the certificate; the mail about it is not sent yet.'),
  notified: () => credit('They have the credit, the certificate and the mail about it.'),
};

/** Why somebody has no credit yet, or that they have it. */
export function whyNoCredit(asked: CreditCase, now: Instant): CreditAnswer {
  const { participation, award } = asked;
  const { stage, parked } = participation;
  if (award?.standing === 'revoked') return attention('Their credit was revoked.');
  if (award?.standing === 'suspended') return attention('Their credit is suspended until it is restored.');
  if (parked) {
    const what = hasReached(stage, 'awarded')
      ? 'They have the credit, but the certificate waits for staff'
      : hasReached(stage, 'claimed')
        ? 'They claimed, but the award waits for staff'
        : 'Their attempt is submitted, but its grading waits for staff';
    return attention(sentence(`${what} since ${day(parked.at)}: ${parked.reason}`));
  }
  return answers[stage](asked, now);
}
