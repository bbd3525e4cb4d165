import { activitiesRoutes } from '../../../shared/api/admin/activities-routes.ts';
import { asAsked } from '../../../shared/domain/assessment.ts';
import { drawQuestions, questionsOf } from '../../../shared/domain/attempt.ts';
import { previewable } from '../../activities/previewable.ts';
import { judgeDraft, openDraft } from '../../activities/read-draft.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { activityView } from '../../views/activity-view.ts';

/** Shows a draft as a learner would meet it: each look draws and shuffles as another attempt would. */
export const handler = endpoint(activitiesRoutes.previewDraft, {}, async ({ params }, capabilities) => {
  const { clock, ids } = capabilities;
  const draft = await openDraft(params.activityId, capabilities);
  if (!draft) return notFound('draft');
  const { content } = await judgeDraft(draft, capabilities);
  const now = clock.now();
  const activity = previewable(content, now);
  const attempt = ids.id();
  return {
    // Whether it would be open today is not what is looked at.
    activity: { ...activityView(activity, undefined, now), closed: [] },
    assessments: activity.assessments.map((assessment) => ({
      ...{ assessmentId: assessment.assessmentId, title: assessment.title },
      questions: questionsOf(asAsked(assessment, drawQuestions(assessment, attempt)), attempt),
    })),
    evaluation: activity.evaluation.questions,
  };
});
