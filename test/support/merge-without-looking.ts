import { capabilitiesOver } from '../../functions/capabilities.ts';
import { required } from '../../functions/records/require.ts';
import type { LearnerId } from '../../shared/domain/kinds.ts';
import type { Service } from './service.ts';

/** Merges one account into another as the software does, but for looking whether they can be: as a fault of it would. */
export async function mergeWithoutLooking(
  service: Service,
  ids: { readonly learnerId: LearnerId; readonly into: LearnerId },
): Promise<void> {
  const { learners, ledger, table } = capabilitiesOver(service.portsOf('decide-change'));
  const from = required(await learners.byId(ids.learnerId), 'The account that goes');
  const into = required(await learners.byId(ids.into), 'The account that stays');
  const said = { ...ids, changeId: 'change', change: 'a'.repeat(64) };
  await table.write([
    ...(await learners.put({ ...from.value, mergedInto: ids.into }, from)),
    ...(await learners.put({ ...into.value, merged: [...(into.value.merged ?? []), ids.learnerId] }, into)),
    ...(await ledger.append(ids.learnerId, 'account.merged', said)),
    ...(await ledger.append(ids.into, 'account.merged', said)),
  ]);
}
