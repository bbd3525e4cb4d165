import type { Instant, LearnerId } from '../../shared/domain/kinds.ts';
import { type Learner, normalizeEmail } from '../../shared/domain/learner.ts';
import { type Clock, type Digests, type Ids, LostRaceError, type Table, type Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import type { DataKeys } from './data-keys.ts';
import type { Directory } from './directory.ts';
import { held, putRow, type Stored } from './rows.ts';
import type { Sealing } from './sealing.ts';

export interface Learners {
  byId(learnerId: LearnerId): Promise<Stored<Learner> | undefined>;
  /** The account of an address; made on the first sign-in, once, however many browsers sign in at that moment. */
  ofAddress(email: string): Promise<Stored<Learner>>;
  /**
   * The account of an address for who signs in, and what is written with their session: of a new account its making; of
   * another the check that it is as it was read, since nobody signs in to one that was merged meanwhile.
   */
  arriving(email: string): Promise<{ readonly learner: Stored<Learner>; readonly writes: readonly Write[] }>;
  /** The writes that change an account, and what the directory says of it. */
  put(learner: Learner, before: Stored<Learner>): Promise<readonly Write[]>;
  /** Which account an account was merged into, if it was, and the check that nothing of it changes until the write. */
  unchanged(learnerId: LearnerId): Promise<{ readonly mergedInto?: LearnerId | undefined; readonly check: Write }>;
  /** An account that is about to be changed, with the writes that change it: what the directory says of it is read along with it. */
  changing(
    learnerId: LearnerId,
  ): Promise<(Stored<Learner> & { put(changed: Learner): Promise<readonly Write[]> }) | undefined>;
  /** The account that its learner signs in to: itself, or the one that it was merged into. */
  living(learnerId: LearnerId): Promise<Stored<Learner> | undefined>;
  /** Which account the learner of an account signs in to by now, and whether anything is left of it; nothing of it is unsealed. */
  holder(learnerId: LearnerId): Promise<{ readonly learnerId: LearnerId; readonly erased: boolean }>;
  /** An account and those that were merged into it, whose awards are its learner's. */
  accountsOf(learnerId: LearnerId): Promise<readonly LearnerId[]>;
  /** The write that lets an address lead to an account. */
  lead(email: string, learnerId: LearnerId): Promise<Write>;
  /** Whose an address is, if anybody's. */
  idOf(email: string): Promise<LearnerId | undefined>;
  /** The write that frees the address of an account, for a new one that knows nothing of it; none where it is free. */
  release(learnerId: LearnerId, email: string): Promise<readonly Write[]>;
  /** The writes that let staff find an account of before there was a directory; none where they do. */
  follow(learner: Learner): Promise<readonly Write[]>;
  /** Whether nothing is left of an account, or there is none. */
  isBlank(learnerId: LearnerId): Promise<boolean>;
  /** The writes that leave nothing of an account but that it was erased; none where it was. */
  blank(learnerId: LearnerId, erasedAt: Instant): Promise<readonly Write[]>;
}

/** What of an account is sealed. */
const secrets = ['email', 'otherEmails', 'profile'] as const;

interface Needed {
  readonly table: Table;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digests: Digests;
  readonly dataKeys: DataKeys;
  readonly sealing: Sealing;
  readonly directory: Directory;
}

export function learners({ table, clock, ids, digests, dataKeys, sealing, directory }: Needed): Learners {
  const byId = async (learnerId: LearnerId): Promise<Stored<Learner> | undefined> =>
    sealing.read<Learner>(learnerId, entities.learner.keyOf({ learnerId }));
  const putLearner = (learner: Learner, before?: Stored<Learner>): Promise<Write> =>
    sealing.put(entities.learner.keyOf(learner), 'learner', learner, secrets, before);
  const put: Learners['put'] = async (learner, before) => [
    await putLearner(learner, before),
    ...(await directory.follow(learner)),
  ];

  /** Enters an account of before there was a directory. */
  const enter = async (learner: Learner): Promise<void> => {
    try {
      const writes = (await directory.isFollowed(learner)) ? [] : await directory.follow(learner);
      if (writes.length > 0) await table.write(writes);
    } catch (error) {
      // Another request changed the learner at this moment, and entered them.
      if (!(error instanceof LostRaceError)) throw error;
    }
  };

  const addressKeyOf = (email: string) => entities.address.keyOf({ emailHash: digests.sha256(normalizeEmail(email)) });
  const living: Learners['living'] = async (learnerId) => {
    const learner = await byId(learnerId);
    return learner?.value.mergedInto === undefined ? learner : living(learner.value.mergedInto);
  };

  const holder: Learners['holder'] = async (learnerId) => {
    const row = held<Learner>(await table.get(entities.learner.keyOf({ learnerId })));
    const { mergedInto, erasedAt } = row?.value ?? {};
    return mergedInto === undefined ? { learnerId, erased: !row || erasedAt !== undefined } : holder(mergedInto);
  };

  /** The account that an address leads to; where it leads to none, one that `making` would make. */
  const found = async (
    typed: string,
  ): Promise<{ readonly learner: Stored<Learner>; readonly making?: readonly Write[] }> => {
    const email = normalizeEmail(typed);
    const addressKey = addressKeyOf(email);
    const known = held<{ learnerId?: LearnerId }>(await table.get(addressKey));
    const knownId = known?.value.learnerId;
    // Where records of before were brought back, an address may lead to who was erased since: then it is as good as free.
    if (knownId !== undefined && (await dataKeys.ensure(knownId))) {
      const learner = await byId(knownId);
      if (!learner) throw new Error(`The account ${knownId} of an address is missing`);
      await enter(learner.value);
      return { learner };
    }
    const learner: Learner = { learnerId: ids.id(), email, createdAt: clock.now() };
    const making = [
      dataKeys.begin(learner.learnerId),
      putRow(addressKey, 'address', { learnerId: learner.learnerId }, known),
      await putLearner(learner),
      ...directory.enter(learner),
    ];
    return { learner: { value: learner, rev: 1 }, making };
  };

  const ofAddress: Learners['ofAddress'] = async (email) => {
    const { learner, making } = await found(email);
    try {
      if (making) await table.write(making);
      return learner;
    } catch (error) {
      if (error instanceof LostRaceError) return ofAddress(email);
      throw error;
    }
  };

  return {
    ...{ byId, ofAddress, put, living, holder },
    changing: async (learnerId) => {
      const [learner, card] = await Promise.all([byId(learnerId), directory.card(learnerId)]);
      if (!learner) return undefined;
      const putChanged = async (changed: Learner): Promise<readonly Write[]> => [
        await putLearner(changed, learner),
        ...(await directory.follow(changed, card)),
      ];
      return { ...learner, put: putChanged };
    },
    follow: directory.follow,
    unchanged: async (learnerId) => {
      const key = entities.learner.keyOf({ learnerId });
      const row = held<Learner>(await table.get(key));
      return { mergedInto: row?.value.mergedInto, check: { kind: 'check', key, expect: row?.rev ?? 'absent' } };
    },
    arriving: async (email) => {
      const { learner, making } = await found(email);
      const unchanged: Write = { kind: 'check', key: entities.learner.keyOf(learner.value), expect: learner.rev };
      return { learner, writes: making ?? [unchanged] };
    },
    accountsOf: async (learnerId) => {
      const row = held<Learner>(await table.get(entities.learner.keyOf({ learnerId })));
      return [learnerId, ...(row?.value.merged ?? [])];
    },
    lead: async (email, learnerId) => {
      const key = addressKeyOf(email);
      return putRow(key, 'address', { learnerId }, held(await table.get(key)));
    },
    idOf: async (email) => held<{ learnerId?: LearnerId }>(await table.get(addressKeyOf(email)))?.value.learnerId,
    release: async (learnerId, email) => {
      const key = addressKeyOf(email);
      const known = held<{ learnerId?: LearnerId }>(await table.get(key));
      return known?.value.learnerId === learnerId ? [putRow(key, 'address', {}, known)] : [];
    },
    isBlank: async (learnerId) => {
      const row = held<Learner>(await table.get(entities.learner.keyOf({ learnerId })));
      return row === undefined || row.value.erasedAt !== undefined;
    },
    blank: async (learnerId, erasedAt) => {
      const key = entities.learner.keyOf({ learnerId });
      // As it is: once its key is destroyed nobody opens it.
      const before = held<Learner>(await table.get(key));
      if (!before || before.value.erasedAt !== undefined) return [];
      const { createdAt } = before.value;
      const blank: Learner = { learnerId, email: '', createdAt, erasedAt };
      return [putRow(key, 'learner', blank, before), ...(await directory.follow(blank))];
    },
  };
}
