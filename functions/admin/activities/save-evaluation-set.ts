import { activitiesRoutes } from '../../../shared/api/admin/activities-routes.ts';
import { isTooDeep, LONGEST_PART } from '../../../shared/authoring/draft-parts.ts';
import { idPattern } from '../../../shared/domain/kinds.ts';
import { tooLong } from '../../activities/revisions.ts';
import { saveRevised } from '../../activities/save-revised.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { setView } from './set-view.ts';

/** Saves a set of evaluation questions. Drafts have copies, and keep them as they are. */
export const handler = endpoint(
  activitiesRoutes.saveEvaluationSet,
  {},
  async ({ params, body, staff, header }, capabilities) => {
    const { providers, ledger, clock } = capabilities;
    const { setId } = params;
    if (!idPattern.test(setId)) return notFound('set');
    const { name, questions } = body;
    if (isTooDeep(questions) || JSON.stringify(questions).length > LONGEST_PART)
      return tooLong(LONGEST_PART, '/questions');
    return saveRevised(
      {
        ifMatch: header('if-match'),
        before: await providers.set(setId),
        next: { setId, name, questions, savedAt: clock.now(), savedBy: staff.staffId },
        view: setView,
        put: providers.putSet,
        audit: ledger.audit(staff.staffId, 'evaluation-set.changed', { setId }),
      },
      capabilities,
    );
  },
);
