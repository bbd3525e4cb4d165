import type { ActivityId, LearnerId } from '../../shared/domain/kinds.ts';
import { type Award, type Credit, creditsOf } from '../../shared/domain/wallet.ts';
import type { Table, Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { FIRST_CYCLE } from './participations.ts';
import { held, putRow, type Stored } from './rows.ts';

export interface Credits {
  of(learnerId: LearnerId, activityId: ActivityId, cycle: number): Promise<Award | undefined>;
  /** The award of the first cycle, to be written again under its revision. */
  stored(learnerId: LearnerId, activityId: ActivityId): Promise<Stored<Award> | undefined>;
  list(learnerId: LearnerId): Promise<readonly Credit[]>;
  awards(learnerId: LearnerId): Promise<readonly Award[]>;
  /** Awards once: the write fails when there is an award under the key already. */
  awardOnce(award: Award): Write;
  /** Says an award otherwise, as a change that was decided wants it. */
  put(award: Award, before: Stored<Award>): Write;
}

export function credits({ table }: { table: Table }): Credits {
  const at = async (learnerId: LearnerId, activityId: ActivityId, cycle: number) =>
    held<Award>(await table.get(entities.credit.keyOf({ learnerId, activityId, cycle })));
  const awards: Credits['awards'] = async (learnerId) => {
    const { rows } = await table.query({ pk: `CREDIT#${learnerId}` });
    return rows.flatMap((row) => held<Award>(row)?.value ?? []);
  };
  const put = (award: Award, before?: Stored<Award>): Write =>
    putRow(entities.credit.keyOf(award), 'credit', award, before);

  return {
    of: async (learnerId, activityId, cycle) => (await at(learnerId, activityId, cycle))?.value,
    stored: (learnerId, activityId) => at(learnerId, activityId, FIRST_CYCLE),
    list: async (learnerId) => (await awards(learnerId)).flatMap(creditsOf),
    awards,
    awardOnce: (award) => put(award),
    put,
  };
}
