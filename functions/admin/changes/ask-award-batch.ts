import { changesRoutes } from '../../../shared/api/admin/changes-routes.ts';
import { isRefusal, refuseFor } from '../../../shared/domain/refusal.ts';
import { stepFunctions } from '../../adapters/step-functions.ts';
import { askBatch } from '../../batches/ask.ts';
import { endpoint } from '../../endpoint.ts';
import { learnerNamed } from '../../privacy/learner-named.ts';
import { batchSummary } from '../../views/staff-change-view.ts';
import { unknownLearnerReason } from './unknown-learner.ts';

/** Asks a second person to award credit by hand to many learners of an activity. */
export const handler = endpoint(
  changesRoutes.askAwardBatch,
  { workflows: stepFunctions },
  async ({ body: { activityId, reason, items }, staff }, capabilities) => {
    const ids: (string | undefined)[] = [];
    for (const { learner } of items) ids.push(await learnerNamed(learner, capabilities));
    const unknown = refuseFor(
      ids.flatMap((learnerId, index) => {
        const fault = unknownLearnerReason(`/items/${index}/learner`);
        return learnerId === undefined ? [{ ...fault, message: `Row ${index + 1}: ${fault.message}` }] : [];
      }),
    );
    if (unknown) return unknown;
    const subjects = items.map(({ participatedOn, claims }, index) => ({
      ...{ learnerId: ids[index] ?? '', participatedOn, claims },
    }));
    const batch = await askBatch({ of: 'award', activityId, reason, by: staff.staffId, subjects }, capabilities);
    return isRefusal(batch) ? batch : batchSummary(batch, staff, capabilities);
  },
);
