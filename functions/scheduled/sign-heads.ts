import { didOf } from '../../shared/documents/credential/issuer.ts';
import { headText, signHead } from '../../shared/documents/signed-head.ts';
import { dailyHead, readShard, type SignedHead, utcDay } from '../../shared/domain/daily-head.ts';
import { epochMs, MINUTE } from '../../shared/domain/kinds.ts';
import { workIndex } from '../../shared/table.ts';
import { kmsSigner } from '../adapters/kms-signer.ts';
import { s3Documents } from '../adapters/s3-documents.ts';
import { handlerOver } from '../capabilities.ts';
import { keepHeadDocument, keepList } from '../records/daily-heads.ts';

/** One run begins no other shard after this long, well inside the function's time-out; the next run goes on. */
const READ_FOR_MS = 5 * MINUTE;

const shards = [...Array(workIndex.shards).keys()];

/** What stands after a run: whether the day has its head, and whether this run signed it. */
export interface HeadsSigned {
  readonly stands: boolean;
  readonly signed: boolean;
}

/**
 * Signs the head of the day once it has begun, over where every ledger ends. Run again and again: what was read stands,
 * what was signed is never signed anew, and a day that no run came on is told as a gap by the next head.
 */
export const handler = handlerOver({ signer: kmsSigner, documents: s3Documents }, (capabilities) => {
  const { ledger, dailyHeads, documents, signer, digests, clock, config, log } = capabilities;

  /** Reads the shards that are not read yet. @returns whether all of them are now. */
  const readAll = async (day: string): Promise<boolean> => {
    const began = epochMs(clock.now());
    const known = new Set((await dailyHeads.readings(day)).map(({ shard }) => shard));
    for (const shard of shards.filter((each) => !known.has(each))) {
      const from = clock.now();
      if (epochMs(from) - began > READ_FOR_MS) return false;
      const { heads } = await ledger.heads({ shard });
      const ends = heads.map(({ learnerId, head }) => ({ ...head, learnerId }));
      const { reading, lines } = readShard(digests.sha256, shard, ends, { from, until: clock.now() });
      // The list first: a root whose list is lost proves nothing.
      await keepList(documents, day, reading, lines);
      await dailyHeads.keepReading(day, reading);
    }
    return true;
  };

  const sign = async (day: string): Promise<boolean> => {
    const last = await dailyHeads.last();
    const before = last && (await dailyHeads.on(last.value.day));
    if (last && !before) throw new Error(`The head of ${last.value.day} is missing, which the next one must follow`);
    // A run that was cut short between the two, and that no other came after on that day, kept the record alone.
    if (before) await keepHeadDocument(documents, before);
    const previous = before && { day: before.day, sha256: digests.sha256(headText(before)) };
    const readings = await dailyHeads.readings(day);
    const head = dailyHead(digests.sha256, { issuer: didOf(config.siteUrl), day, readings, previous });
    return dailyHeads.keep(await signHead(head, signer), last);
  };

  return async (): Promise<HeadsSigned> => {
    const day = utcDay(clock.now());
    const isDue = ((await dailyHeads.last())?.value.day ?? '') < day;
    if (isDue && !(await readAll(day))) return { stands: false, signed: false };
    const signed = isDue && (await sign(day));
    const head: SignedHead | undefined = await dailyHeads.on(day);
    if (!head) return { stands: false, signed };
    await keepHeadDocument(documents, head);
    log({ event: 'head.stands', day, ledgers: head.ledgers, signed });
    return { stands: true, signed };
  };
});
