import type { LearnerId, Sha256 } from '../../shared/domain/kinds.ts';
import type { Share } from '../../shared/domain/share.ts';
import type { Table, Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { held, putRow, type Stored } from './rows.ts';

/** Links to transcripts, by the learner who made them and by the hash of the token that opens them. */
export interface Shares {
  of(learnerId: LearnerId, shareId: string): Promise<Stored<Share> | undefined>;
  list(learnerId: LearnerId): Promise<readonly Share[]>;
  /** The link that a token opens, whatever has become of it. */
  ofToken(tokenHash: Sha256): Promise<Share | undefined>;
  make(share: Share): readonly Write[];
  put(share: Share, before: Stored<Share>): Write;
}

export function shares({ table }: { table: Table }): Shares {
  const of: Shares['of'] = async (learnerId, shareId) =>
    held<Share>(await table.get(entities.share.keyOf({ learnerId, shareId })));

  return {
    of,
    list: async (learnerId) => {
      const { rows } = await table.query({ pk: entities.learner.keyOf({ learnerId }).pk, prefix: 'SHARE#' });
      return rows.flatMap((row) => held<Share>(row)?.value ?? []);
    },
    ofToken: async (tokenHash) => {
      const found = held<Pick<Share, 'learnerId' | 'shareId'>>(
        await table.get(entities.shareToken.keyOf({ tokenHash })),
      );
      return found && (await of(found.value.learnerId, found.value.shareId))?.value;
    },
    make: (share) => {
      const { learnerId, shareId } = share;
      return [
        putRow(entities.share.keyOf(share), 'share', share),
        putRow(entities.shareToken.keyOf(share), 'shareToken', { learnerId, shareId }),
      ];
    },
    put: (share, before) => putRow(entities.share.keyOf(share), 'share', share, before),
  };
}
