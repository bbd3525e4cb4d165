import * as z from 'zod/mini';
import { headText, isSigned } from '../../shared/documents/signed-head.ts';
import type { Finding } from '../../shared/domain/audit.ts';
import {
  auditFound,
  auditGrowth,
  auditHead,
  auditList,
  auditSigned,
  isAsBefore,
  type TwoLists,
} from '../../shared/domain/audit-heads.ts';
import { daysAfter, headKey, headOfLine, linesOf, type SignedHead, utcDay } from '../../shared/domain/daily-head.ts';
import { type CivilDate, isCivilDate } from '../../shared/domain/kinds.ts';
import { workIndex } from '../../shared/table.ts';
import { verifiesP256 } from '../adapters/ecdsa-signature.ts';
import { kmsSigner } from '../adapters/kms-signer.ts';
import { s3Documents } from '../adapters/s3-documents.ts';
import { handlerOver } from '../capabilities.ts';
import { readHeadDocument, readList } from '../records/daily-heads.ts';

const place = z.object({
  /** Of the page that the head stands on, and the day of the head before it. */
  cursor: z.optional(z.string()),
  before: z.optional(z.string()),
  shard: z.int().check(z.minimum(0), z.maximum(workIndex.shards - 1)),
  /** Lines of the shard's list that were compared. */
  from: z.int().check(z.minimum(0)),
});
type Place = z.infer<typeof place>;
const input = z.object({ day: z.optional(z.string().check(z.refine(isCivilDate))), place: z.optional(place) });

/** What was compared of the signed heads, and what does not agree. */
export interface HeadsAudited {
  readonly heads: number;
  readonly findings: readonly Finding[];
  /** Where to go on; absent after the last head. */
  readonly next?: Place;
}

/** A head, with what stands around it. */
interface HeadHere {
  readonly day: CivilDate;
  readonly head: SignedHead;
  /** The day of the row before. */
  readonly before: CivilDate | undefined;
  /** The cursor of the page that the next one is on. */
  readonly following?: string;
}

interface Audited {
  readonly findings: readonly Finding[];
  readonly cost: number;
  readonly goOnFrom?: number;
}

/** What one call compares: a second or two. A list counts as much as some ledgers, since it is read and hashed whole. */
const ENOUGH = 2_000;
const A_LIST = 50;
/** Reads at once. */
const AT_ONCE = 50;
/** How far back a document without its row is looked for. */
const DAYS_BACK = 31;

/**
 * Compares the signed heads with each other, with their documents, and with the ledgers as they stand now: each must still
 * hold the entry that was signed. With `day`, that of one day alone and all that it signed. Changes nothing.
 */
export const handler = handlerOver({ signer: kmsSigner, documents: s3Documents }, (capabilities) => {
  const { dailyHeads, ledger, documents, signer, digests, clock } = capabilities;
  const { sha256 } = digests;

  const itself = async ({ day, head }: HeadHere, known: boolean, before: CivilDate | undefined) => {
    const previous = before === undefined ? undefined : await dailyHeads.on(before);
    const wrong = auditHead(sha256, {
      ...{ day, head, text: headText(head), isSigned: known },
      document: await readHeadDocument(documents, day),
      before: previous && before !== undefined ? { day: before, sha256: sha256(headText(previous)) } : undefined,
    });
    return wrong ? [wrong] : [];
  };

  const listBefore = async (before: CivilDate | undefined, shard: number): Promise<TwoLists['before']> => {
    const head = before === undefined ? undefined : await dailyHeads.on(before);
    // One that is no head any more was told of when its day was audited.
    const list = head && Array.isArray(head.shards) ? await readList(documents, head, shard) : undefined;
    if (!head || list === undefined) return undefined;
    const heads = linesOf(list).map(headOfLine);
    return { day: head.day, heads: new Map(heads.map((one) => [one.learnerId, one])) };
  };

  const eachOf = async (
    lines: readonly string[],
    audit: (line: string) => Promise<readonly Finding[]>,
  ): Promise<readonly Finding[]> => {
    const findings: Finding[] = [];
    for (let at = 0; at < lines.length; at += AT_ONCE)
      findings.push(...(await Promise.all(lines.slice(at, at + AT_ONCE).map(audit))).flat());
    return findings;
  };

  /** Some lines of a shard's list, at most so many, against the ledgers. */
  const some = async (lists: TwoLists, from: number, isNewest: boolean, most: number): Promise<Audited> => {
    const { day, lines } = lists;
    const stretch = lines.slice(from, from + most);
    const changed = stretch.filter((line) => !isAsBefore(line, lists));
    const signed = await eachOf(changed, async (line) => {
      const { learnerId, seq } = headOfLine(line);
      return auditSigned(day, line, await ledger.entry(learnerId, seq));
    });
    // The audit of the ledgers goes by their last links; whether none of those is lost, the newest list knows.
    const found = isNewest
      ? await eachOf(stretch, async (line) => auditFound(day, line, await ledger.head(headOfLine(line).learnerId)))
      : [];
    return {
      findings: [...(from === 0 ? auditGrowth(lists) : []), ...signed, ...found],
      cost: changed.length + (isNewest ? stretch.length : 0),
      ...(from + most < lines.length && { goOnFrom: from + most }),
    };
  };

  /** A shard of a head that is signed: its list for itself, then with the day before and the ledgers. */
  const ofShard = async (
    { head, day, before }: HeadHere,
    { shard, from }: Place,
    isNewest: boolean,
    most: number,
  ): Promise<Audited> => {
    const list = await readList(documents, head, shard);
    const wrong = auditList(sha256, head, shard, list);
    if (wrong || list === undefined) return { findings: wrong ? [wrong] : [], cost: 0 };
    return some({ day, lines: linesOf(list), before: await listBefore(before, shard) }, from, isNewest, most);
  };

  /** Documents of heads after the newest row: theirs are gone. */
  const lostRows = async (newest: CivilDate | undefined): Promise<readonly Finding[]> => {
    const today = utcDay(clock.now());
    const days = Array.from({ length: DAYS_BACK }, (_, back) => daysAfter(today, -back));
    const gone = days.filter((day) => newest === undefined || day > newest);
    // Looked at again, since a head may just have been signed.
    const isLost = async (day: CivilDate) => (await documents.exists(headKey(day))) && !(await dailyHeads.on(day));
    const kept = await Promise.all(gone.map(async (day) => ((await isLost(day)) ? [day] : [])));
    return kept
      .flat()
      .map((day) => ({ where: `The head of ${day}`, wrong: 'is kept as a document, but its row is missing' }));
  };

  /** The head that a place is in; with `only`, that of the day. */
  const headAt = async (only: CivilDate | undefined, { cursor, before }: Place): Promise<HeadHere | undefined> => {
    if (only !== undefined) {
      const head = await dailyHeads.on(only);
      return head && { day: only, head, before: undefined };
    }
    const page = await dailyHeads.page({ cursor, limit: 1 });
    const [found] = page.heads;
    return found && { ...found, before, ...(page.cursor && { following: page.cursor }) };
  };

  return async (event: unknown): Promise<HeadsAudited> => {
    const { day: only, place: start = { shard: 0, from: 0 } } = z.parse(input, event);
    const newest = (await dailyHeads.newest())?.day;
    const findings: Finding[] = [];
    let heads = 0;
    let next: Place | undefined = start;
    let here: (HeadHere & { readonly known: boolean }) | undefined;
    for (let spent = 0; next && spent < ENOUGH; spent += A_LIST) {
      const at: Place = next;
      // Read and verified once, for all its shards.
      if (!here || (at.shard === 0 && at.from === 0)) {
        const found = await headAt(only, at);
        here = found && { ...found, known: isSigned(found.head, await signer.keys(), verifiesP256) };
      }
      if (!here) {
        findings.push(
          ...(only === undefined ? await lostRows(newest) : [{ where: `The head of ${only}`, wrong: 'is missing' }]),
        );
        next = undefined;
        break;
      }
      const { day, head, following, known }: HeadHere & { readonly known: boolean } = here;
      next = following === undefined ? undefined : { cursor: following, before: day, shard: 0, from: 0 };
      if (at.shard === 0 && at.from === 0) {
        heads++;
        findings.push(...(await itself(here, known, only === undefined ? here.before : head.previous?.day)));
      }
      // What nobody signed says nothing of the ledgers.
      if (!known) continue;
      const part = await ofShard(here, at, only !== undefined || day === newest, ENOUGH - spent);
      findings.push(...part.findings);
      spent += part.cost;
      if (part.goOnFrom !== undefined) next = { ...at, from: part.goOnFrom };
      else if (at.shard + 1 < head.shards.length) next = { ...at, shard: at.shard + 1, from: 0 };
    }
    return { heads, findings, ...(next && { next }) };
  };
});
