import type { LearnerId } from '../../shared/domain/kinds.ts';
import { type Learner, normalizeEmail } from '../../shared/domain/learner.ts';
import { type Clock, type Digests, type Ids, LostRaceError, type Table, type Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { held, putRow, type Stored } from './rows.ts';

export interface Learners {
  byId(learnerId: LearnerId): Promise<Stored<Learner> | undefined>;
  /** The account of an address; made on the first sign-in, once, however many browsers sign in at that moment. */
  ofAddress(email: string): Promise<Learner>;
  put(learner: Learner, before: Stored<Learner>): Write;
}

export function learners(ports: { table: Table; clock: Clock; ids: Ids; digests: Digests }): Learners {
  const { table, clock, ids, digests } = ports;
  const byId = async (learnerId: LearnerId): Promise<Stored<Learner> | undefined> =>
    held<Learner>(await table.get(entities.learner.keyOf({ learnerId })));

  const ofAddress = async (typed: string): Promise<Learner> => {
    const email = normalizeEmail(typed);
    const addressKey = entities.address.keyOf({ emailHash: digests.sha256(email) });
    const known = held<{ learnerId: LearnerId }>(await table.get(addressKey));
    if (known) {
      const learner = await byId(known.value.learnerId);
      if (!learner) throw new Error(`The account ${known.value.learnerId} of an address is missing`);
      return learner.value;
    }
    const learner: Learner = { learnerId: ids.id(), email, createdAt: clock.now() };
    try {
      await table.write([
        putRow(addressKey, 'address', { learnerId: learner.learnerId }),
        putRow(entities.learner.keyOf({ learnerId: learner.learnerId }), 'learner', learner),
      ]);
      return learner;
    } catch (error) {
      if (error instanceof LostRaceError) return ofAddress(email);
      throw error;
    }
  };

  return {
    byId,
    ofAddress,
    put: (learner, before) =>
      putRow(entities.learner.keyOf({ learnerId: learner.learnerId }), 'learner', learner, before),
  };
}
