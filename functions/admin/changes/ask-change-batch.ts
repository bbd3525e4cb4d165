import { changesRoutes } from '../../../shared/api/admin/changes-routes.ts';
import type { Correction } from '../../../shared/domain/change.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { stepFunctions } from '../../adapters/step-functions.ts';
import { askBatch } from '../../batches/ask.ts';
import { endpoint } from '../../endpoint.ts';
import { batchSummary } from '../../views/staff-change-view.ts';

/** Asks for the same change of many certificates. */
export const handler = endpoint(
  changesRoutes.askChangeBatch,
  { workflows: stepFunctions },
  async ({ body: { of, reason, items }, staff }, capabilities) => {
    const subjects = items.map(({ certificateId, correction = {} }) => ({
      ...{ certificateId, correction: correction as Correction },
    }));
    const batch = await askBatch({ of, reason, by: staff.staffId, subjects }, capabilities);
    return isRefusal(batch) ? batch : batchSummary(batch, staff, capabilities);
  },
);
