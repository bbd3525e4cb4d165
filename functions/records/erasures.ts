import type { Erasure } from '../../shared/domain/erasure.ts';
import type { LearnerId } from '../../shared/domain/kinds.ts';
import type { Clock, Table, Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { dueIds } from './due-ids.ts';
import { due, held, putRow, type Stored } from './rows.ts';

/** Erasures that were asked for: in the work index until they are done or taken back. */
export interface Erasures {
  of(learnerId: LearnerId): Promise<Stored<Erasure> | undefined>;
  put(erasure: Erasure, before?: Stored<Erasure>): Write;
  /** The check that until the write nobody asks for an erasure, keeps the account after all, or goes on with it. */
  unchanged(learnerId: LearnerId, before: Stored<Erasure> | undefined): Write;
  /** Whose erasure is due now. The index lags: read the row before acting on it. */
  due(limitPerShard: number): Promise<readonly LearnerId[]>;
}

export function erasures({ table, clock }: { table: Table; clock: Clock }): Erasures {
  return {
    of: async (learnerId) => held<Erasure>(await table.get(entities.erasure.keyOf({ learnerId }))),
    put: (erasure, before) => {
      const { learnerId, status, dueAt } = erasure;
      const waits = status === 'asked' || status === 'closing';
      const place = waits ? due('erasure', learnerId, dueAt) : {};
      return putRow(entities.erasure.keyOf({ learnerId }), 'erasure', erasure, before, place);
    },
    unchanged: (learnerId, before) => ({
      ...{ kind: 'check', key: entities.erasure.keyOf({ learnerId }), expect: before?.rev ?? 'absent' },
    }),
    due: (limitPerShard) => dueIds(table, 'erasure', { at: clock.now(), limitPerShard }),
  };
}
