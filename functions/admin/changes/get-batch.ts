import { changesRoutes } from '../../../shared/api/admin/changes-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { batchView } from '../../views/staff-change-view.ts';

/** Shows a batch with its rows and how far it is. */
export const handler = endpoint(changesRoutes.getBatch, {}, async ({ params, staff }, capabilities) => {
  const { batches } = capabilities;
  const batch = await batches.byId(params.batchId);
  if (!batch) return notFound('batch');
  const items = (await batches.items(params.batchId)).map(({ value }) => value);
  return batchView(batch.value, items, staff, capabilities);
});
