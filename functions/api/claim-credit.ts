import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { findAssessment } from '../../shared/domain/activity.ts';
import { checkClaims, sameClaims } from '../../shared/domain/claim.ts';
import { checkMoc, mocOffersFor, sameMoc } from '../../shared/domain/moc.ts';
import type { MocRequest } from '../../shared/domain/moc-facts.ts';
import { type Claim, hasReached, moveFrom, type Participation } from '../../shared/domain/participation.ts';
import { isRefusal, refuse, refuseFor } from '../../shared/domain/refusal.ts';
import { refuseOther } from '../accounts/family.ts';
import { stepFunctions } from '../adapters/step-functions.ts';
import { keepMoc } from '../claims/keep-moc.ts';
import { endpoint } from '../endpoint.ts';
import { notFound, reply, stillWorking } from '../middleware/reply.ts';
import { awardWorkId } from '../outbox/restart.ts';
import { required } from '../records/require.ts';

/** A claim waits this long for its certificate; after that the client looks again. */
const AWARD_WITHIN_MS = 3_000;

function outcomeOf({ stage, claims = [], certificateId }: Participation) {
  const view = { status: hasReached(stage, 'awarded') ? 'awarded' : 'claimed', claims: [...claims], certificateId };
  return hasReached(stage, 'issued') ? reply(200, view) : stillWorking(view);
}

/** Claims credit once. A repeat of the same claim gets the same award; another claim after the first is refused. */
export const handler = endpoint(
  learnerRoutes.claimCredit,
  { workflows: stepFunctions },
  async (asked, capabilities) => {
    const { activities, participations, boardIdentities, learners, outbox, ledger, table, clock, workflows } =
      capabilities;
    const { learnerId } = asked.principal;
    const { activityId } = asked.params;
    const find = async () => participations.of(learnerId, activityId);
    // Whether the kind of credit exists is `checkClaims`' to say, with every other reason.
    const claims: readonly Claim[] = asked.body.claims.map(({ creditType, amount }) => ({ creditType, amount }));
    const wanted: readonly MocRequest[] = asked.body.moc ?? [];

    const [before, end] = await Promise.all([find(), ledger.end(learnerId)]);
    if (!before && !(await activities.summaryOf(activityId))) return notFound('activity');
    if (before && hasReached(before.value.stage, 'claimed'))
      return sameClaims(before.value.claims ?? [], claims) &&
        sameMoc(await boardIdentities.of(learnerId, activityId), wanted)
        ? outcomeOf(before.value)
        : refuse({
            code: 'already-claimed',
            message: 'Credit for this activity was claimed already, and the first claim stands.',
            remedy: 'Open your certificate. If the claim was a mistake, ask the provider to correct it.',
          });
    const stage = moveFrom(before?.value.stage ?? 'open', 'claim-credit');
    if (isRefusal(stage)) return stage;
    const participation = required(before, 'The participation of a claim');

    // After the end of the ledger: an account that is merged meanwhile has it moved on, and the claim is judged again.
    const version = required(participation.value.activityVersion, 'The version that was passed');
    const [account, activity] = await Promise.all([learners.byId(learnerId), activities.version(activityId, version)]);
    const learner = required(account, 'The account of a session');
    const other = await refuseOther(learner.value, activityId, capabilities);
    if (other) return other;
    const { profile } = learner.value;
    if (!profile)
      return refuse({
        code: 'profile-required',
        message: 'Your name and profession are not known yet, and the certificate needs them.',
        remedy: 'Complete your profile, then claim.',
      });
    const passed = findAssessment(activity, required(participation.value.assessmentId, 'What was passed'))?.kind;
    const boards = mocOffersFor(activity.moc ?? [], { profession: profile.profession, passed });
    const refusal = refuseFor([
      ...(checkClaims(claims, activity.credits, profile.profession)?.reasons ?? []),
      ...(checkMoc(wanted, boards, claims)?.reasons ?? []),
    ]);
    if (refusal) return refusal;

    const input = { door: 'award' as const, workId: awardWorkId(learnerId, activityId), learnerId, activityId };
    const claimedAt = clock.now();
    const { moc, writes } = await keepMoc(wanted, { learnerId, activityId, at: claimedAt }, capabilities);
    await table.write([
      participations.put({ ...participation.value, stage, claims, claimedAt, ...(moc && { moc }) }, participation),
      ...writes,
      outbox.ask(input),
      ...ledger.appendTo(
        end,
        'credit.claimed',
        {
          ...{ activityId, claims },
          ...(moc && { moc: moc.map(({ board }) => board) }),
        },
        claimedAt,
      ),
    ]);
    await workflows.startAndWait(input, AWARD_WITHIN_MS);
    return outcomeOf(required(await find(), 'A claimed participation').value);
  },
);
