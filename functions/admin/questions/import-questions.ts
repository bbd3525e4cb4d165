import { questionsRoutes } from '../../../shared/api/admin/questions-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { draftedAssessment } from '../../imports/questions.ts';
import { notFound } from '../../middleware/reply.ts';
import { beginning } from './beginning.ts';

/** Takes a bank of questions for an assessment of a draft. */
export const handler = endpoint(questionsRoutes.importQuestions, {}, async ({ params, body, staff }, capabilities) => {
  const { format, assessment, documents, fileName } = body;
  const { activityId } = params;
  if (!(await draftedAssessment(activityId, assessment, capabilities))) return notFound('assessment of a draft');
  const target = { activityId, assessment, format };
  return beginning({ kind: 'questions', fileName, by: staff.staffId, target }, { documents }, capabilities);
});
