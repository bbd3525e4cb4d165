import { changesRoutes } from '../../../shared/api/admin/changes-routes.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { stepFunctions } from '../../adapters/step-functions.ts';
import { decideBatch } from '../../batches/decide.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { batchSummary } from '../../views/staff-change-view.ts';

/** Rejects a batch; nothing changes. */
export const handler = endpoint(
  changesRoutes.rejectBatch,
  { workflows: stepFunctions },
  async ({ params: { batchId }, body, staff }, capabilities) => {
    if (!(await capabilities.batches.byId(batchId))) return notFound('batch');
    const decision = { batchId, approve: false, by: staff.staffId, reason: body.reason };
    const batch = await decideBatch(decision, capabilities);
    return isRefusal(batch) ? batch : batchSummary(batch, staff, capabilities);
  },
);
