import type { Finding } from './audit.ts';
import { headOfLine, lineOf, linesOf, listText, type SignedHead, standsForItsShards } from './daily-head.ts';
import type { CivilDate, LearnerId, Sha256 } from './kinds.ts';
import type { LedgerEntry, LedgerHead } from './ledger.ts';
import { rootOf } from './merkle.ts';

type Hash = (content: string | Uint8Array) => Sha256;

/** A head as it stands in the records, with what it must agree with. */
export interface HeadRecords {
  /** That its row is under. */
  readonly day: CivilDate;
  readonly head: SignedHead;
  /** The head and the document, as they are published. */
  readonly text: string;
  readonly document: string | undefined;
  /** Whether the provider's key signed it. */
  readonly isSigned: boolean;
  /** The row before, where there is one. */
  readonly before: { readonly day: CivilDate; readonly sha256: Sha256 } | undefined;
}

/** What is wrong with a head itself, or nothing. */
export function auditHead(sha256: Hash, records: HeadRecords): Finding | undefined {
  const { day, head, text, document, isSigned, before } = records;
  const found = (wrong: string): Finding => ({ where: `The head of ${day}`, wrong });
  if (!isSigned) return found('does not have the signature of the provider’s key for what it says');
  if (head.day !== day) return found(`is that of ${head.day}`);
  const { previous } = head;
  if (previous?.day !== before?.day)
    return previous
      ? found(`follows the head of ${previous.day}, ${before ? `not that of ${before.day}` : 'which is missing'}`)
      : found(`follows none, but there is that of ${before?.day}`);
  if (previous?.sha256 !== before?.sha256) return found(`follows another head of ${before?.day} than there is now`);
  if (document === undefined) return found('is not kept as a document');
  if (document !== text) return found('says something else than its document');
  return standsForItsShards(sha256, head) ? undefined : found('has a root that is not that of its shards');
}

/** What is wrong with the list that a shard of a head stands for, or nothing. */
export function auditList(
  sha256: Hash,
  { day, shards }: SignedHead,
  shard: number,
  list: string | undefined,
): Finding | undefined {
  const found = (wrong: string): Finding => ({ where: `The list of shard ${shard} of ${day}`, wrong });
  const signed = shards[shard];
  if (list === undefined) return found('is missing');
  const lines = linesOf(list);
  const isSigned =
    listText(lines) === list && signed?.ledgers === lines.length && signed.root === rootOf(sha256, lines);
  return isSigned ? undefined : found('is not the one that was signed');
}

/** A day's list of a shard, and the one before it by learner. */
export interface TwoLists {
  readonly day: CivilDate;
  readonly lines: readonly string[];
  readonly before: { readonly day: CivilDate; readonly heads: ReadonlyMap<LearnerId, LedgerHead> } | undefined;
}

/** Ledgers that were signed on the day before, and are signed no more, or shorter: those that grow never are. */
export function auditGrowth({ day, lines, before }: TwoLists): readonly Finding[] {
  if (!before) return [];
  const now = new Map(lines.map((line) => [headOfLine(line).learnerId, headOfLine(line)]));
  return [...before.heads.values()].flatMap(({ learnerId, seq }): Finding[] => {
    const after = now.get(learnerId)?.seq ?? 0;
    if (after >= seq) return [];
    const where = `The ledger of learner ${learnerId}`;
    return [{ where, wrong: `was signed with ${seq} entries on ${before.day}, and with ${after} on ${day}` }];
  });
}

/** Whether a line says what the day before said already, whose list is compared for itself. */
export const isAsBefore = (line: string, { before }: TwoLists): boolean => {
  const known = before?.heads.get(headOfLine(line).learnerId);
  return known !== undefined && lineOf(known) === line;
};

/** Compares the end of a ledger as it was signed with the entry that stands there now. */
export function auditSigned(day: CivilDate, line: string, entry: LedgerEntry | undefined): readonly Finding[] {
  const { learnerId, seq, hash } = headOfLine(line);
  if (entry?.hash === hash) return [];
  const where = `The ledger of learner ${learnerId}, entry ${seq},`;
  return [
    { where, wrong: entry ? `is not the one that was signed on ${day}` : `is missing, but was signed on ${day}` },
  ];
}

/** Whether a ledger that was signed can still be found, and is as long as it was. */
export function auditFound(day: CivilDate, line: string, head: LedgerHead | undefined): readonly Finding[] {
  const { learnerId, seq } = headOfLine(line);
  if ((head?.seq ?? 0) >= seq) return [];
  const wrong = head
    ? `ends with entry ${head.seq}, but was signed with ${seq} on ${day}`
    : `cannot be found, but was signed on ${day}`;
  return [{ where: `The ledger of learner ${learnerId}`, wrong }];
}
