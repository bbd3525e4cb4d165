import type { ActivityId, CertificateId, LearnerId } from '../../shared/domain/kinds.ts';
import type { Credit } from '../../shared/domain/wallet.ts';
import type { Table, Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { held, putRow } from './rows.ts';

/** What a learner was awarded in one cycle of an activity, under its permanent natural key. */
export interface Award {
  readonly learnerId: LearnerId;
  readonly activityId: ActivityId;
  readonly cycle: number;
  readonly certificateId: CertificateId;
  readonly credits: readonly Credit[];
}

export interface Credits {
  of(learnerId: LearnerId, activityId: ActivityId, cycle: number): Promise<Award | undefined>;
  list(learnerId: LearnerId): Promise<readonly Credit[]>;
  /** Awards once: the write fails when there is an award under the key already. */
  awardOnce(award: Award): Write;
}

export function credits({ table }: { table: Table }): Credits {
  return {
    of: async (learnerId, activityId, cycle) =>
      held<Award>(await table.get(entities.credit.keyOf({ learnerId, activityId, cycle })))?.value,
    list: async (learnerId) => {
      const { rows } = await table.query({ pk: `CREDIT#${learnerId}` });
      return rows.flatMap((row) => held<Award>(row)?.value.credits ?? []);
    },
    awardOnce: (award) => putRow(entities.credit.keyOf(award), 'credit', award),
  };
}
