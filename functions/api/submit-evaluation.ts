import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { answersShown, checkEvaluation } from '../../shared/domain/evaluation.ts';
import { civilDateIn } from '../../shared/domain/kinds.ts';
import { hasReached, moveFrom } from '../../shared/domain/participation.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { endpoint } from '../endpoint.ts';
import { notFound } from '../middleware/reply.ts';
import { required } from '../records/require.ts';
import { evaluationLock } from '../views/evaluation-lock.ts';

/** Completes the Course Evaluation once. A repeat says when it was completed and adds no second response. */
export const handler = endpoint(
  learnerRoutes.submitEvaluation,
  {},
  async ({ params, body, principal }, capabilities) => {
    const { activities, participations, responses, ledger, table, clock } = capabilities;
    const { learnerId } = principal;
    const { activityId } = params;
    const [before, end] = await Promise.all([participations.of(learnerId, activityId), ledger.end(learnerId)]);
    const completedAt = before?.value.evaluatedAt;
    if (completedAt !== undefined) return { status: 'completed' as const, completedAt };
    if (!before || !hasReached(before.value.stage, 'passed'))
      return (await activities.summaryOf(activityId)) ? evaluationLock(before?.value) : notFound('activity');

    const stage = moveFrom(before.value.stage, 'complete-evaluation');
    if (isRefusal(stage)) return stage;
    const activityVersion = required(before.value.activityVersion, 'The version that was passed');
    const activity = await activities.version(activityId, activityVersion);
    const refusal = checkEvaluation(activity.evaluation, body.answers);
    if (refusal) return refusal;

    const evaluatedAt = clock.now();
    const on = civilDateIn(evaluatedAt, activity.zone);
    await table.write([
      participations.put({ ...before.value, stage, evaluatedAt }, before),
      responses.add({ activityId, activityVersion, on, answers: answersShown(activity.evaluation, body.answers) }),
      ...ledger.appendTo(end, 'evaluation.completed', { activityId, activityVersion }, evaluatedAt),
    ]);
    return { status: 'completed' as const, completedAt: evaluatedAt };
  },
);
