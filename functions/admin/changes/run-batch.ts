import { changesRoutes } from '../../../shared/api/admin/changes-routes.ts';
import { SECOND } from '../../../shared/domain/kinds.ts';
import { stepFunctions } from '../../adapters/step-functions.ts';
import { runBatch } from '../../batches/run.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { required } from '../../records/require.ts';
import { batchView } from '../../views/staff-change-view.ts';

/** A look of the screen goes on for this long, so that the bar moves; then the screen looks again. */
const RUN_FOR_MS = 2 * SECOND;

/** Goes on with an approved batch, and says how far it is. */
export const handler = endpoint(
  changesRoutes.runBatch,
  { workflows: stepFunctions },
  async ({ params: { batchId }, staff }, capabilities) => {
    const { batches } = capabilities;
    if (!(await batches.byId(batchId))) return notFound('batch');
    await runBatch(batchId, RUN_FOR_MS, capabilities);
    const batch = required(await batches.byId(batchId), 'A batch that was run');
    return batchView(
      batch.value,
      (await batches.items(batchId)).map(({ value }) => value),
      staff,
      capabilities,
    );
  },
);
