import { routes } from '../../../shared/api/routes.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { batchView } from '../../views/staff-change-view.ts';

/** Shows a batch with its rows and how far it is. */
export const handler = endpoint(routes.getBatch, {}, async ({ params, staff }, capabilities) => {
  const { batches } = capabilities;
  const batch = await batches.byId(params.batchId);
  if (!batch) return notFound('batch');
  const items = (await batches.items(params.batchId)).map(({ value }) => value);
  return batchView(batch.value, items, staff, capabilities);
});
