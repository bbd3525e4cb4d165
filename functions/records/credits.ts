import type { ActivityId, LearnerId } from '../../shared/domain/kinds.ts';
import type { Award, Credit } from '../../shared/domain/wallet.ts';
import type { Table, Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { held, putRow } from './rows.ts';

export interface Credits {
  of(learnerId: LearnerId, activityId: ActivityId, cycle: number): Promise<Award | undefined>;
  list(learnerId: LearnerId): Promise<readonly Credit[]>;
  awards(learnerId: LearnerId): Promise<readonly Award[]>;
  /** Awards once: the write fails when there is an award under the key already. */
  awardOnce(award: Award): Write;
}

export function credits({ table }: { table: Table }): Credits {
  const awards: Credits['awards'] = async (learnerId) => {
    const { rows } = await table.query({ pk: `CREDIT#${learnerId}` });
    return rows.flatMap((row) => held<Award>(row)?.value ?? []);
  };

  return {
    of: async (learnerId, activityId, cycle) =>
      held<Award>(await table.get(entities.credit.keyOf({ learnerId, activityId, cycle })))?.value,
    list: async (learnerId) => (await awards(learnerId)).flatMap(({ credits: lines }) => lines),
    awards,
    awardOnce: (award) => putRow(entities.credit.keyOf(award), 'credit', award),
  };
}
