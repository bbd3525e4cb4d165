import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { endpoint } from '../endpoint.ts';
import { notFound } from '../middleware/reply.ts';
import { evaluationLock } from '../views/evaluation-lock.ts';

/** Shows the Course Evaluation of the version that was passed, or says why it is locked: credit by hand asks for none. */
export const handler = endpoint(learnerRoutes.getEvaluation, {}, async ({ params, principal }, capabilities) => {
  const { activities, participations } = capabilities;
  const participation = (await participations.of(principal.learnerId, params.activityId))?.value;
  const version = participation?.activityVersion;
  const completed = participation?.evaluatedAt !== undefined;
  if (!participation || !version || !(completed || participation.stage === 'passed'))
    return (await activities.summaryOf(params.activityId)) ? evaluationLock(participation) : notFound('activity');
  const { evaluation } = await activities.version(params.activityId, version);
  return { status: completed ? ('completed' as const) : ('open' as const), questions: evaluation.questions };
});
