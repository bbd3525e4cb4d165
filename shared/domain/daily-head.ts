/**
 * The head of a day: where every learner's ledger ended when it was read, as one hash that the provider signs and anybody
 * may keep. A ledger that is chained anew afterwards, with every hash made right, no longer holds the entry that was signed.
 */
import type { CivilDate, Instant, Sha256 } from './kinds.ts';
import { DAY, later } from './kinds.ts';
import type { LedgerHead } from './ledger.ts';
import { rootOf } from './merkle.ts';

type Hash = (content: string | Uint8Array) => Sha256;

/** The ledgers of a shard, as a tree over the lines of its list. */
export interface ShardHead {
  readonly ledgers: number;
  readonly root: Sha256;
}

/** A shard as it was read for a day. */
export interface ShardReading extends ShardHead {
  readonly shard: number;
  readonly from: Instant;
  readonly until: Instant;
}

export interface DailyHead {
  /** Who signs: `did:web:…`. */
  readonly issuer: string;
  /** In UTC. It covers whatever was chained before that day, and what was chained of it before it was read. */
  readonly day: CivilDate;
  /** The ledgers were read one after the other between these two. */
  readonly readFrom: Instant;
  readonly readUntil: Instant;
  readonly ledgers: number;
  /** By shard, from 0. */
  readonly shards: readonly ShardHead[];
  /** Of the tree over the shards' roots. */
  readonly root: Sha256;
  /** The head before, and the hash of it as it is published; absent in the first. */
  readonly previous?: { readonly day: CivilDate; readonly sha256: Sha256 };
  /** Days since the one before that no head was signed on. What happened on them is covered by this one. */
  readonly gap?: { readonly from: CivilDate; readonly until: CivilDate };
}

export interface SignedHead extends DailyHead {
  /** A JWS over the canonical JSON of the rest, detached (RFC 7515, appendix F). */
  readonly signature: string;
}

/** Where the heads and the lists that they stand for are kept. Keys of lists carry the root, so nothing else fits them. */
export const headKey = (day: CivilDate): string => `heads/${day}.json`;
export const listKey = (day: CivilDate, shard: number, root: Sha256): string => `heads/${day}/${shard}-${root}.txt`;

/** The UTC day of an instant, and the one that lies some days after another. */
export const utcDay = (instant: Instant): CivilDate => instant.slice(0, 10);
export const daysAfter = (day: CivilDate, days: number): CivilDate => utcDay(later(`${day}T00:00:00.000Z`, days * DAY));

/** A learner's line in a list: who, how many entries, and the hash of the last. Ids are random and say nothing. */
export const lineOf = ({ learnerId, seq, hash }: LedgerHead): string => `${learnerId} ${seq} ${hash}`;
export function headOfLine(line: string): LedgerHead {
  const [learnerId = '', seq = '', hash = ''] = line.split(' ');
  return { learnerId, seq: Number(seq), hash };
}
export const listText = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
/** The lines of a list; `listText` of them is the list again, unless it was altered. */
export const linesOf = (text: string): readonly string[] => text.split('\n').slice(0, -1);

/** A shard as it was read. `heads` are by learner. */
export function readShard(
  sha256: Hash,
  shard: number,
  heads: readonly LedgerHead[],
  { from, until }: Pick<ShardReading, 'from' | 'until'>,
): { readonly reading: ShardReading; readonly lines: readonly string[] } {
  const lines = heads.map(lineOf);
  return { reading: { shard, ledgers: lines.length, root: rootOf(sha256, lines), from, until }, lines };
}

const rootOfShards = (sha256: Hash, shards: readonly ShardHead[]): Sha256 =>
  rootOf(
    sha256,
    shards.map(({ root }) => root),
  );

/** The head of a day from all its shards, linked to the one before. `sha256Before`: of that one as it is published. */
export function dailyHead(
  sha256: Hash,
  facts: {
    readonly issuer: string;
    readonly day: CivilDate;
    readonly readings: readonly ShardReading[];
    readonly previous: { readonly day: CivilDate; readonly sha256: Sha256 } | undefined;
  },
): DailyHead {
  const { issuer, day, readings, previous } = facts;
  const shards = readings.map(({ ledgers, root }): ShardHead => ({ ledgers, root }));
  const missed = previous && daysAfter(previous.day, 1);
  return {
    ...{ issuer, day },
    readFrom: readings.map(({ from }) => from).toSorted()[0] ?? '',
    readUntil:
      readings
        .map(({ until }) => until)
        .toSorted()
        .at(-1) ?? '',
    ledgers: shards.reduce((sum, { ledgers }) => sum + ledgers, 0),
    shards,
    root: rootOfShards(sha256, shards),
    ...(previous && { previous }),
    ...(missed !== undefined && missed < day && { gap: { from: missed, until: daysAfter(day, -1) } }),
  };
}

/** Whether a head's root stands for its shards. */
export const standsForItsShards = (sha256: Hash, { root, shards, ledgers }: DailyHead): boolean =>
  root === rootOfShards(sha256, shards) && ledgers === shards.reduce((sum, shard) => sum + shard.ledgers, 0);
