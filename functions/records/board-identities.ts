import type { ActivityId, LearnerId } from '../../shared/domain/kinds.ts';
import type { BoardIdentity } from '../../shared/domain/moc-facts.ts';
import type { Table, Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { FIRST_CYCLE } from './participations.ts';
import { held, putRow } from './rows.ts';
import type { Sealing } from './sealing.ts';

/**
 * Who learners are to certifying boards, for the points that they asked for. It stands in rows of its own, so that nothing that
 * awards, proves or shows credit ever reads it.
 */
export interface BoardIdentities {
  of(learnerId: LearnerId, activityId: ActivityId): Promise<readonly BoardIdentity[]>;
  list(learnerId: LearnerId): Promise<readonly (BoardIdentity & { readonly activityId: ActivityId })[]>;
  /** The writes that leave none of them. */
  blanks(learnerId: LearnerId): Promise<readonly Write[]>;
  /** Keeps them once, with the claim. */
  keepOnce(learnerId: LearnerId, activityId: ActivityId, identities: readonly BoardIdentity[]): Promise<Write>;
}

interface Held {
  readonly learnerId: LearnerId;
  readonly activityId: ActivityId;
  readonly identities: readonly BoardIdentity[];
}

export function boardIdentities({ table, sealing }: { table: Table; sealing: Sealing }): BoardIdentities {
  const keyOf = (learnerId: LearnerId, activityId: ActivityId) =>
    entities.boardIdentity.keyOf({ learnerId, activityId, cycle: FIRST_CYCLE });
  return {
    of: async (learnerId, activityId) =>
      (await sealing.open<Held>(learnerId, await table.get(keyOf(learnerId, activityId))))?.value.identities ?? [],
    list: async (learnerId) => {
      const { rows } = await table.query({ pk: entities.learner.keyOf({ learnerId }).pk, prefix: 'MOC#' });
      const opened = await Promise.all(rows.map((row) => sealing.open<Held>(learnerId, row)));
      return opened.flatMap((row) => {
        const { activityId = '', identities = [] } = row?.value ?? {};
        return identities.map((identity) => ({ activityId, ...identity }));
      });
    },
    blanks: async (learnerId) => {
      const { rows } = await table.query({ pk: entities.learner.keyOf({ learnerId }).pk, prefix: 'MOC#' });
      return rows.flatMap((row) => {
        const before = held<Held & { readonly sealed?: string }>(row);
        if (!before || (before.value.sealed === undefined && before.value.identities.length === 0)) return [];
        const { activityId } = before.value;
        const blank: Held = { learnerId, activityId, identities: [] };
        return [putRow({ pk: row.pk, sk: row.sk }, 'boardIdentity', blank, before)];
      });
    },
    keepOnce: (learnerId, activityId, identities) =>
      sealing.put<Held>(keyOf(learnerId, activityId), 'boardIdentity', { learnerId, activityId, identities }, [
        'identities',
      ]),
  };
}
