import { DAY, type LearnerId, later, type Sha256 } from '../../shared/domain/kinds.ts';
import type { Ciphers, Clock, Digests, Ids, Table } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { keyFrom } from './key-from.ts';
import { forgetAfter, held, putRow } from './rows.ts';

/** The answer to a POST that named an Idempotency-Key. */
export interface Reply {
  /** Of the path and the body: the same key with another is refused. */
  readonly requestHash: Sha256;
  /** Absent where the answer will change (it says to ask again), so that a repeat asks anew. */
  readonly response?: { readonly statusCode: number; readonly body: string };
  readonly endsAt: string;
}

/** A reply as it is kept: its body opens by the Idempotency-Key alone, which is kept as a hash. */
type KeptReply = Omit<Reply, 'response'> & {
  readonly response?: { readonly statusCode: number; readonly sealed: string };
};

interface Needed {
  readonly table: Table;
  readonly clock: Clock;
  readonly digests: Digests;
  readonly ciphers: Ciphers;
  readonly ids: Ids;
}

/** A cache of replies. It saves work and finds misuse; that nothing happens twice is the conditional writes' doing. */
export interface Replies {
  of(learnerId: LearnerId, key: string): Promise<Reply | undefined>;
  keep(learnerId: LearnerId, key: string, reply: Omit<Reply, 'endsAt'>): Promise<void>;
}

const KEPT_FOR_MS = DAY;

export function replies({ table, clock, digests, ciphers, ids }: Needed): Replies {
  const keyOf = (learnerId: LearnerId, key: string) =>
    entities.reply.keyOf({ learnerId, keyHash: digests.sha256(key) });
  const rowOf = async (learnerId: LearnerId, key: string) => held<KeptReply>(await table.get(keyOf(learnerId, key)));
  const bodyBy = (learnerId: LearnerId, key: string) => ({ key: keyFrom(digests, 'reply', key), place: learnerId });
  return {
    of: async (learnerId, key) => {
      const kept = await rowOf(learnerId, key);
      if (!kept || clock.now() >= kept.value.endsAt) return undefined;
      const { response, ...reply } = kept.value;
      if (!response) return reply;
      const { statusCode, sealed } = response;
      // One of before they were sealed: what was asked for is safe to do again.
      if (sealed === undefined) return undefined;
      return { ...reply, response: { statusCode, body: ciphers.open(sealed, bodyBy(learnerId, key)) } };
    },
    keep: async (learnerId, key, { response, ...reply }) => {
      const endsAt = later(clock.now(), KEPT_FOR_MS);
      const before = await rowOf(learnerId, key);
      const sealed = response && {
        statusCode: response.statusCode,
        sealed: ciphers.seal(response.body, { ...bodyBy(learnerId, key), nonce: ids.secret() }),
      };
      const kept: KeptReply = { ...reply, endsAt, ...(sealed && { response: sealed }) };
      await table.write([putRow(keyOf(learnerId, key), 'reply', kept, before, forgetAfter(endsAt))]);
    },
  };
}
