import type { Change } from '../../shared/domain/change.ts';
import type { Table, Write } from '../../shared/ports.ts';
import { entities, workIndex } from '../../shared/table.ts';
import { held, parked, putRow, type Stored } from './rows.ts';

/** Changes of certificates: those that wait for a second person are in the work index for as long as they wait. */
export interface Changes {
  byId(changeId: string): Promise<Stored<Change> | undefined>;
  put(change: Change, before?: Stored<Change>): Write;
  /** Changes that wait, oldest first. The index lags: read the row before acting on it. */
  waiting(limit: number): Promise<readonly Change[]>;
}

export function changes({ table }: { table: Table }): Changes {
  const byId: Changes['byId'] = async (changeId) => held<Change>(await table.get(entities.change.keyOf({ changeId })));

  return {
    byId,
    put: (change, before) =>
      putRow(
        entities.change.keyOf(change),
        'change',
        change,
        before,
        change.status === 'proposed' ? parked('change', change.changeId, change.proposedAt) : {},
      ),
    waiting: async (limit) => {
      const { rows } = await table.queryWork({ workPk: workIndex.parked('change'), until: '9999~', limit });
      const found = await Promise.all(rows.map(({ workSk = '' }) => byId(workSk.slice(workSk.indexOf('#') + 1))));
      return found.flatMap((change) => (change?.value.status === 'proposed' ? [change.value] : []));
    },
  };
}
