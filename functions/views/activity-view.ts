import type {
  ActivitySummary,
  ActivityVersion,
  AssessmentSummary,
  CreditOffer,
  Standing,
} from '../../shared/domain/activity.ts';
import { closingDay, evaluateOpening, findAssessment, formatNameOf, summaryOf } from '../../shared/domain/activity.ts';
import { attemptsLeftTo } from '../../shared/domain/attempts-left.ts';
import { offersFor } from '../../shared/domain/claim.ts';
import { nameIn, ruleOf } from '../../shared/domain/credit-type.ts';
import type { Instant } from '../../shared/domain/kinds.ts';
import type { Profile } from '../../shared/domain/learner.ts';
import { mocOffersFor, mocPermission } from '../../shared/domain/moc.ts';
import { hasReached, type Participation, taskList } from '../../shared/domain/participation.ts';
import { basisFor, claimAttestation } from '../../shared/domain/statement.ts';

/** Who looks, when somebody is signed in; `participation` is absent before the first attempt. */
export interface Viewer {
  readonly participation?: Participation | undefined;
  readonly profile?: Profile | undefined;
}

function offerView(offer: CreditOffer) {
  const { creditType, maximum, activityNumber } = offer;
  const names = nameIn(ruleOf(offer));
  return { creditType, maximum, activityNumber, name: names.plural, names };
}

const assessmentView = (assessment: AssessmentSummary, viewer: Viewer | undefined) => ({
  ...assessment,
  ...(viewer && {
    attemptsLeft: attemptsLeftTo(viewer.participation, assessment) ?? null,
  }),
});

function participationView(activity: ActivitySummary, { participation }: Viewer, now: Instant) {
  const { stage = 'open', attemptId, assessmentId, certificateId } = participation ?? {};
  return {
    stage,
    tasks: taskList(activity, participation, now),
    ...{ attemptId, assessmentId, certificateId },
  };
}

/** An activity as lists show it, and when somebody is signed in, where they stand in it. */
export const activitySummaryView = (activity: ActivitySummary, viewer: Viewer | undefined, now: Instant) => ({
  ...activity,
  formatName: formatNameOf(activity),
  closesOn: closingDay(activity.closesOn, activity.closesEarlyOn),
  closed: evaluateOpening(activity, now)?.reasons ?? [],
  credits: activity.credits.map(offerView),
  assessments: activity.assessments.map((assessment) => assessmentView(assessment, viewer)),
  ...(viewer && { participation: participationView(activity, viewer, now) }),
});

const claimableView = (activity: ActivityVersion, { profession }: Profile) =>
  offersFor(activity.credits, profession).map((offer) => {
    const rule = ruleOf(offer);
    return {
      ...offerView(offer),
      step: rule.step,
      basis: basisFor(rule, profession) ?? ('attendance' as const),
      whole: rule.claiming === 'whole',
      attestation: claimAttestation(rule),
    };
  });

/** What points a learner may ask to be reported, once they passed; nothing for whom there is none. */
function mocView(activity: ActivityVersion, { profile, participation }: Viewer) {
  const { stage = 'open', assessmentId } = participation ?? {};
  if (!profile || !assessmentId || !hasReached(stage, 'passed')) return { moc: undefined };
  const passed = findAssessment(activity, assessmentId)?.kind;
  const offers = mocOffersFor(activity.moc ?? [], { profession: profile.profession, passed });
  const moc = offers.map(({ board, boardName, creditType, rule, maximum, step }) => {
    const offer = activity.credits.find((credit) => credit.creditType === creditType);
    return {
      ...{ board, boardName, creditType, rule, maximum, step },
      creditName: ruleOf(offer ?? { creditType }).plural,
    };
  });
  return moc.length > 0 ? { moc, mocPermission: mocPermission() } : { moc };
}

/** An activity with everything that must be shown before the start (cme.md 1c), and what this learner may claim. */
export const activityView = (activity: ActivityVersion & Standing, viewer: Viewer | undefined, now: Instant) => ({
  ...activity,
  ...activitySummaryView(summaryOf(activity), viewer, now),
  ...(viewer?.profile && { claimable: claimableView(activity, viewer.profile) }),
  ...(viewer ? mocView(activity, viewer) : { moc: undefined }),
});
