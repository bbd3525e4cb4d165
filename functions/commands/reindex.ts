import * as z from 'zod/mini';
import { namedIn } from '../../shared/domain/audit.ts';
import type { LearnerId } from '../../shared/domain/kinds.ts';
import type { LedgerEntry } from '../../shared/domain/ledger.ts';
import { LostRaceError, type Write } from '../../shared/ports.ts';
import { workIndex } from '../../shared/table.ts';
import { handlerOver } from '../capabilities.ts';
import { eraseAgain } from '../privacy/erase-again.ts';
import { againAfterLostRaces } from '../races.ts';
import { ShreddedError } from '../records/sealing.ts';
import { awardMailKey } from '../views/award-mail-key.ts';
import { changeMailKey } from '../views/change-mail-key.ts';

const input = z.union([
  z.object({ erased: z.array(z.string()).check(z.maxLength(100)) }),
  z.object({
    shard: z.int().check(z.minimum(0), z.maximum(workIndex.shards - 1)),
    cursor: z.optional(z.string()),
  }),
]);

/** What was looked at, and what was written because it was in no list. */
export interface Reindexed {
  readonly learners: number;
  readonly written: Readonly<Record<'credits' | 'completions' | 'mails' | 'directory', number>>;
  /** Profiles whose key is gone. */
  readonly unreadable: number;
  /** Learners whose erasure was begun again. */
  readonly erased: number;
  /** Where to go on; absent after the last learner. */
  readonly next?: { readonly shard: number; readonly cursor?: string };
}

/** Learners that one call looks at: some hundred reads, a second or two. */
const AT_ONCE = 25;

/**
 * Puts into the lists and the directory what was written before there were any, learner by learner as their ledgers are found;
 * or erases again who was erased before records were brought back. What is as it shall be is not written, so that a repeat
 * changes nothing.
 */
export const handler = handlerOver({}, (capabilities) => {
  const { ledger, credits, certificates, participations, outbox, learners, table } = capabilities;

  /** Writes each for itself, since they need not hold together. Who was changed meanwhile was listed by that change. */
  const writeEach = async (writes: readonly Write[]): Promise<number> => {
    let written = 0;
    for (const write of writes)
      try {
        await table.write([write]);
        written++;
      } catch (error) {
        if (!(error instanceof LostRaceError)) throw error;
      }
    return written;
  };

  const unlistedCredits = async (learnerId: LearnerId): Promise<readonly Write[]> => {
    const found = await credits.unlisted(learnerId);
    const writes = found.map(async (award) => {
      const certified = await certificates.whole(award.value.certificateId);
      return certified ? [credits.put(award.value, award, certified.snapshot.name)] : [];
    });
    return (await Promise.all(writes)).flat();
  };

  /** The list shows when a course last changed: that is when the ledger last told of it. */
  const unlistedCourses = (learnerId: LearnerId, entries: readonly LedgerEntry[]): Promise<readonly Write[]> =>
    participations.unlisted(
      learnerId,
      (activityId) => entries.findLast(({ data }) => data.activityId === activityId)?.at,
    );

  const unlistedMails = async (entries: readonly LedgerEntry[]): Promise<readonly Write[]> => {
    const { certificateIds, changeIds } = namedIn(entries);
    const keys = [...certificateIds.map(awardMailKey), ...changeIds.map(changeMailKey)];
    const mails = await Promise.all(keys.map(outbox.mail));
    return mails.flatMap((mail) => (mail ? outbox.listing(mail) : []));
  };

  /** The directory follows an account in one write, since its rows are found by one another. */
  const intoDirectory = async (learnerId: LearnerId): Promise<'written' | 'as it is' | 'unreadable'> => {
    try {
      const learner = await learners.byId(learnerId);
      const writes = learner ? await learners.follow(learner.value) : [];
      if (writes.length > 0) await table.write(writes);
      return writes.length > 0 ? 'written' : 'as it is';
    } catch (error) {
      if (error instanceof ShreddedError) return 'unreadable';
      throw error;
    }
  };

  const lookAt = async (learnerId: LearnerId) => {
    const directory = await againAfterLostRaces(() => intoDirectory(learnerId));
    const entries = await ledger.of(learnerId);
    return {
      credits: await writeEach(await unlistedCredits(learnerId)),
      completions: await writeEach(await unlistedCourses(learnerId, entries)),
      mails: await writeEach(await unlistedMails(entries)),
      directory: directory === 'written' ? 1 : 0,
      unreadable: directory === 'unreadable' ? 1 : 0,
    };
  };

  return async (event: unknown): Promise<Reindexed> => {
    const asked = z.parse(input, event);
    const none = { learners: 0, written: { credits: 0, completions: 0, mails: 0, directory: 0 }, unreadable: 0 };
    if ('erased' in asked) {
      let erased = 0;
      for (const learnerId of asked.erased)
        if (await againAfterLostRaces(() => eraseAgain(learnerId, capabilities))) erased++;
      return { ...none, erased };
    }
    const { shard, cursor } = asked;
    const page = await ledger.heads({ shard, cursor, limit: AT_ONCE });
    const looked = await Promise.all(page.heads.map(({ learnerId }) => lookAt(learnerId)));
    const sum = (what: keyof (typeof looked)[number]): number => looked.reduce((all, one) => all + one[what], 0);
    const following = page.cursor ? { shard, cursor: page.cursor } : { shard: shard + 1 };
    return {
      learners: looked.length,
      written: {
        ...{ credits: sum('credits'), completions: sum('completions') },
        ...{ mails: sum('mails'), directory: sum('directory') },
      },
      ...{ unreadable: sum('unreadable'), erased: 0 },
      ...(following.shard < workIndex.shards && { next: following }),
    };
  };
});
