import { changesRoutes } from '../../../shared/api/admin/changes-routes.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { stepFunctions } from '../../adapters/step-functions.ts';
import { decideBatch } from '../../batches/decide.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { batchSummary } from '../../views/staff-change-view.ts';

/** Approves a batch that somebody else asked for. The screen then has it run; the sweeper goes on with it. */
export const handler = endpoint(
  changesRoutes.approveBatch,
  { workflows: stepFunctions },
  async ({ params: { batchId }, staff }, capabilities) => {
    if (!(await capabilities.batches.byId(batchId))) return notFound('batch');
    const decision = { batchId, approve: true, by: staff.staffId };
    const batch = await decideBatch(decision, capabilities);
    return isRefusal(batch) ? batch : batchSummary(batch, staff, capabilities);
  },
);
