import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { withdrawErasure } from '../../shared/domain/erasure.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { endpoint } from '../endpoint.ts';
import { erasureView } from '../views/erasure-view.ts';

/** Keeps the account after all, within the days of grace. A repeat changes nothing. */
export const handler = endpoint(
  learnerRoutes.withdrawErasure,
  {},
  async ({ principal }, { erasures, ledger, table }) => {
    const { learnerId } = principal;
    const before = await erasures.of(learnerId);
    const kept = withdrawErasure(before?.value);
    if (isRefusal(kept)) return kept;
    if (kept)
      await table.write([erasures.put(kept, before), ledger.audit('learner', 'erasure.withdrawn', { learnerId })]);
    return erasureView(kept ?? before?.value);
  },
);
