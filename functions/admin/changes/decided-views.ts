import type { Capabilities } from '../../capabilities.ts';
import type { Settled } from '../../records/decided.ts';
import { required } from '../../records/require.ts';
import type { StaffPrincipal } from '../../records/staff.ts';
import { batchSummary, changeViews } from '../../views/staff-change-view.ts';

/** What was decided, as lists show it: the change or the batch that each entry names, in the order of the entries. */
export async function decidedViews(
  entries: readonly Settled[],
  staff: Pick<StaffPrincipal, 'staffId' | 'role'>,
  capabilities: Capabilities<Record<never, never>>,
) {
  const { changes, batches } = capabilities;
  const idsOf = (wanted: Settled['is']) => entries.flatMap(({ id, is }) => (is === wanted ? [id] : []));
  const [made, many] = await Promise.all([
    Promise.all(idsOf('change').map(async (id) => required(await changes.byId(id), `The change ${id}`).value)),
    Promise.all(idsOf('batch').map(async (id) => required(await batches.byId(id), `The batch ${id}`).value)),
  ]);
  const [views, summaries] = await Promise.all([
    changeViews(made, staff, capabilities),
    Promise.all(many.map((batch) => batchSummary(batch, staff, capabilities))),
  ]);
  const changeOf = new Map(views.map((change) => [change.changeId, change]));
  const batchOf = new Map(summaries.map((batch) => [batch.batchId, batch]));
  return entries.map(({ id, is, at }) =>
    is === 'batch' ? { at, batch: batchOf.get(id) } : { at, change: changeOf.get(id) },
  );
}
