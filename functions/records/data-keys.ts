import { epochMs, type Instant, type LearnerId, SECOND } from '../../shared/domain/kinds.ts';
import { type Clock, type Ids, LostRaceError, type Table, type Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { held, putRow, type Stored } from './rows.ts';

/** What stands under a learner's name in the keys' own table: their key, or that it was destroyed. */
export type DataKey =
  | { readonly learnerId: LearnerId; readonly key: string; readonly madeAt: Instant }
  | { readonly learnerId: LearnerId; readonly destroyedAt: Instant };

/**
 * The keys that learners' personal values are sealed under, each learner's own. They are in a table that no backup keeps, so
 * that destroying a key makes unreadable whatever it sealed, in every copy there is.
 */
export interface DataKeys {
  /** The key of a learner; none where there never was one, or is none any more. */
  of(learnerId: LearnerId): Promise<string | undefined>;
  /** The write that makes the key of a learner who is new. What is sealed for them beside it is sealed by that. */
  begin(learnerId: LearnerId): Write;
  /** Makes a learner's key, unless there is or was one. @returns whether there is one now: not where it was destroyed */
  ensure(learnerId: LearnerId): Promise<boolean>;
  /** Whether a learner’s key was destroyed. */
  isDestroyed(learnerId: LearnerId): Promise<boolean>;
  /** Writes over the key, for good. A repeat changes nothing. */
  destroy(learnerId: LearnerId): Promise<void>;
}

/** A function that stays warm remembers a key for so long, and so many of them; a request then reads it once at most. */
const REMEMBERED_FOR_MS = 60 * SECOND;
const MOST_REMEMBERED = 1_000;

export function dataKeys({ table, clock, ids }: { table: Table; clock: Clock; ids: Ids }): DataKeys {
  const remembered = new Map<LearnerId, { readonly key: string; readonly atMs: number }>();
  const stored = async (learnerId: LearnerId): Promise<Stored<DataKey> | undefined> =>
    held<DataKey>(await table.get(entities.dataKey.keyOf({ learnerId })));
  const put = (dataKey: DataKey, before?: Stored<DataKey>): Write =>
    putRow(entities.dataKey.keyOf(dataKey), 'dataKey', dataKey, before);

  const destroy = async (learnerId: LearnerId): Promise<void> => {
    remembered.delete(learnerId);
    const before = await stored(learnerId);
    if (before && 'destroyedAt' in before.value) return;
    // Where there never was a key none may be made later: what stands here says that this learner is no more.
    await table.write([put({ learnerId, destroyedAt: clock.now() }, before)]);
  };

  const remember = (learnerId: LearnerId, key: string, atMs: number): void => {
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(learnerId, { key, atMs });
  };
  const made = (learnerId: LearnerId) => ({ learnerId, key: ids.secret(), madeAt: clock.now() });
  const begin: DataKeys['begin'] = (learnerId) => {
    const dataKey = made(learnerId);
    // Before it is written: nobody else knows of this learner yet, and where the write fails there is none.
    remember(learnerId, dataKey.key, epochMs(dataKey.madeAt));
    return put(dataKey);
  };

  const ensure: DataKeys['ensure'] = async (learnerId) => {
    const nowMs = epochMs(clock.now());
    const found = (await stored(learnerId))?.value;
    if (found && 'key' in found) remember(learnerId, found.key, nowMs);
    if (found) return 'key' in found;
    const dataKey = made(learnerId);
    try {
      await table.write([put(dataKey)]);
      remember(learnerId, dataKey.key, epochMs(dataKey.madeAt));
      return true;
    } catch (error) {
      // Another browser signed in at this moment; there is one now.
      if (error instanceof LostRaceError) return ensure(learnerId);
      throw error;
    }
  };

  return {
    of: async (learnerId) => {
      const nowMs = epochMs(clock.now());
      const known = remembered.get(learnerId);
      if (known && Math.abs(nowMs - known.atMs) < REMEMBERED_FOR_MS) return known.key;
      const found = (await stored(learnerId))?.value;
      if (!found || !('key' in found)) return undefined;
      remember(learnerId, found.key, nowMs);
      return found.key;
    },
    begin,
    ensure,
    isDestroyed: async (learnerId) => {
      const found = await stored(learnerId);
      return found !== undefined && 'destroyedAt' in found.value;
    },
    destroy,
  };
}
