import type { Instant, LearnerId } from '../../shared/domain/kinds.ts';
import { type Learner, normalizeEmail } from '../../shared/domain/learner.ts';
import { type Clock, type Digests, type Ids, LostRaceError, type Table, type Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import type { DataKeys } from './data-keys.ts';
import { held, putRow, type Stored } from './rows.ts';
import type { Sealing } from './sealing.ts';

export interface Learners {
  byId(learnerId: LearnerId): Promise<Stored<Learner> | undefined>;
  /** The account of an address; made on the first sign-in, once, however many browsers sign in at that moment. */
  ofAddress(email: string): Promise<Learner>;
  put(learner: Learner, before: Stored<Learner>): Promise<Write>;
  /** Whose an address is, if anybody's. */
  idOf(email: string): Promise<LearnerId | undefined>;
  /** The write that frees the address of an account, for a new one that knows nothing of it; none where it is free. */
  release(learnerId: LearnerId, email: string): Promise<readonly Write[]>;
  /** The write that leaves nothing of an account but that it was erased; none where it was. */
  blank(learnerId: LearnerId, erasedAt: Instant): Promise<readonly Write[]>;
}

/** What of an account is sealed. */
const secrets = ['email', 'profile'] as const;

interface Needed {
  readonly table: Table;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digests: Digests;
  readonly dataKeys: DataKeys;
  readonly sealing: Sealing;
}

export function learners({ table, clock, ids, digests, dataKeys, sealing }: Needed): Learners {
  const byId = async (learnerId: LearnerId): Promise<Stored<Learner> | undefined> =>
    sealing.open<Learner>(learnerId, await table.get(entities.learner.keyOf({ learnerId })));
  const put = (learner: Learner, before?: Stored<Learner>): Promise<Write> =>
    sealing.put(entities.learner.keyOf(learner), 'learner', learner, secrets, before);

  const ofAddress = async (typed: string): Promise<Learner> => {
    const email = normalizeEmail(typed);
    const addressKey = entities.address.keyOf({ emailHash: digests.sha256(email) });
    const known = held<{ learnerId?: LearnerId }>(await table.get(addressKey));
    const knownId = known?.value.learnerId;
    if (knownId !== undefined) {
      await dataKeys.ensure(knownId);
      const learner = await byId(knownId);
      if (!learner) throw new Error(`The account ${knownId} of an address is missing`);
      return learner.value;
    }
    const learner: Learner = { learnerId: ids.id(), email, createdAt: clock.now() };
    await dataKeys.ensure(learner.learnerId);
    try {
      await table.write([putRow(addressKey, 'address', { learnerId: learner.learnerId }, known), await put(learner)]);
      return learner;
    } catch (error) {
      if (error instanceof LostRaceError) return ofAddress(email);
      throw error;
    }
  };

  return {
    byId,
    ofAddress,
    put,
    idOf: async (email) => {
      const key = entities.address.keyOf({ emailHash: digests.sha256(normalizeEmail(email)) });
      return held<{ learnerId?: LearnerId }>(await table.get(key))?.value.learnerId;
    },
    release: async (learnerId, email) => {
      const key = entities.address.keyOf({ emailHash: digests.sha256(normalizeEmail(email)) });
      const known = held<{ learnerId?: LearnerId }>(await table.get(key));
      return known?.value.learnerId === learnerId ? [putRow(key, 'address', {}, known)] : [];
    },
    blank: async (learnerId, erasedAt) => {
      const key = entities.learner.keyOf({ learnerId });
      // As it is: once its key is destroyed nobody opens it.
      const before = held<Learner>(await table.get(key));
      if (!before || before.value.erasedAt !== undefined) return [];
      const { createdAt } = before.value;
      return [putRow(key, 'learner', { learnerId, email: '', createdAt, erasedAt } satisfies Learner, before)];
    },
  };
}
