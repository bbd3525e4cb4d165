import { DAY, type LearnerId, later, type Sha256 } from '../../shared/domain/kinds.ts';
import type { Clock, Digests, Table } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { forgetAfter, held, putRow } from './rows.ts';

/** The answer to a POST that named an Idempotency-Key. */
export interface Reply {
  /** Of the path and the body: the same key with another is refused. */
  readonly requestHash: Sha256;
  /** Absent where the answer will change (it says to ask again), so that a repeat asks anew. */
  readonly response?: { readonly statusCode: number; readonly body: string };
  readonly endsAt: string;
}

/** A cache of replies. It saves work and finds misuse; that nothing happens twice is the conditional writes' doing. */
export interface Replies {
  of(learnerId: LearnerId, key: string): Promise<Reply | undefined>;
  keep(learnerId: LearnerId, key: string, reply: Omit<Reply, 'endsAt'>): Promise<void>;
}

const KEPT_FOR_MS = DAY;

export function replies({ table, clock, digests }: { table: Table; clock: Clock; digests: Digests }): Replies {
  const keyOf = (learnerId: LearnerId, key: string) =>
    entities.reply.keyOf({ learnerId, keyHash: digests.sha256(key) });
  const rowOf = async (learnerId: LearnerId, key: string) => held<Reply>(await table.get(keyOf(learnerId, key)));
  return {
    of: async (learnerId, key) => {
      const reply = await rowOf(learnerId, key);
      return reply && clock.now() < reply.value.endsAt ? reply.value : undefined;
    },
    keep: async (learnerId, key, reply) => {
      const endsAt = later(clock.now(), KEPT_FOR_MS);
      const before = await rowOf(learnerId, key);
      await table.write([putRow(keyOf(learnerId, key), 'reply', { ...reply, endsAt }, before, forgetAfter(endsAt))]);
    },
  };
}
