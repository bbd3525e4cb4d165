import { DAY, later, type Sha256 } from '../../shared/domain/kinds.ts';
import type { Ciphers, Clock, Digests, Ids, Table } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { keyFrom } from './key-from.ts';
import { forgetAfter, held, putRow, type Stored } from './rows.ts';

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

/** What was found under a key: the reply while it holds, and the row that another one takes the place of. */
export interface FoundReply {
  readonly reply?: Reply;
  readonly row?: Pick<Stored<object>, 'rev'>;
}

/** A cache of replies. It saves work and finds misuse; that nothing happens twice is the conditional writes' doing. */
export interface Replies {
  /** @param who the learner or the member of staff who sent the key */
  of(who: string, key: string): Promise<FoundReply>;
  /** Keeps a reply in the place of what was found. @throws LostRaceError when another request kept its own meanwhile */
  keep(who: string, key: string, reply: Omit<Reply, 'endsAt'>, found: FoundReply): Promise<void>;
}

const KEPT_FOR_MS = DAY;

export function replies({ table, clock, digests, ciphers, ids }: Needed): Replies {
  const keyOf = (who: string, key: string) => entities.reply.keyOf({ who, keyHash: digests.sha256(key) });
  const bodyBy = (who: string, key: string) => ({ key: keyFrom(digests, 'reply', key), place: who });
  return {
    of: async (who, key) => {
      const row = held<KeptReply>(await table.get(keyOf(who, key)));
      if (!row) return {};
      const { response, ...reply } = row.value;
      if (clock.now() >= reply.endsAt) return { row };
      if (!response) return { row, reply };
      const { statusCode, sealed } = response;
      // One of before they were sealed: what was asked for is safe to do again.
      if (sealed === undefined) return { row };
      return { row, reply: { ...reply, response: { statusCode, body: ciphers.open(sealed, bodyBy(who, key)) } } };
    },
    keep: async (who, key, { response, ...reply }, found) => {
      const endsAt = later(clock.now(), KEPT_FOR_MS);
      const sealed = response && {
        statusCode: response.statusCode,
        sealed: ciphers.seal(response.body, { ...bodyBy(who, key), nonce: ids.secret() }),
      };
      const kept: KeptReply = { ...reply, endsAt, ...(sealed && { response: sealed }) };
      await table.write([putRow(keyOf(who, key), 'reply', kept, found.row, forgetAfter(endsAt))]);
    },
  };
}
