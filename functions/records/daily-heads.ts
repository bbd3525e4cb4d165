import { headText } from '../../shared/documents/signed-head.ts';
import { headKey, listKey, listText, type ShardReading, type SignedHead } from '../../shared/domain/daily-head.ts';
import type { CivilDate } from '../../shared/domain/kinds.ts';
import { type DocumentStore, LostRaceError, type Row, type Table } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { held, putRow, type Stored } from './rows.ts';

/** Which head is the newest, as a row of its own. */
interface Newest {
  readonly day: CivilDate;
}

/** A head, with the day that its row is under. */
interface DayAndHead {
  readonly day: CivilDate;
  readonly head: SignedHead;
}

export interface DailyHeads {
  /** The shards that were read for a day so far. */
  readings(day: CivilDate): Promise<readonly ShardReading[]>;
  /** Keeps a reading once; when another run was first, its reading stands. */
  keepReading(day: CivilDate, reading: ShardReading): Promise<void>;
  on(day: CivilDate): Promise<SignedHead | undefined>;
  newest(): Promise<DayAndHead | undefined>;
  /** The day of the head that the next one follows. */
  last(): Promise<Stored<Newest> | undefined>;
  /** Keeps a head once. @returns whether it is this one that stands; not when another run was first. */
  keep(head: SignedHead, last: Stored<Newest> | undefined): Promise<boolean>;
  /** Heads by day, with the day that each one's row is under. */
  page(page: { readonly cursor?: string | undefined; readonly limit: number }): Promise<{
    readonly heads: readonly DayAndHead[];
    readonly cursor?: string;
  }>;
}

export function dailyHeads({ table }: { table: Table }): DailyHeads {
  const { pk } = entities.dailyHead.keyOf({ day: '-' });
  const dayAndHead = (row: Row): readonly DayAndHead[] => {
    const head = held<SignedHead>(row)?.value;
    return head ? [{ day: row.sk, head }] : [];
  };
  const unlessLost = async (write: () => Promise<void>): Promise<boolean> => {
    try {
      await write();
      return true;
    } catch (error) {
      if (error instanceof LostRaceError) return false;
      throw error;
    }
  };
  return {
    readings: async (day) => {
      const { rows } = await table.query({ pk: entities.headPart.keyOf({ day, shard: 0 }).pk });
      return rows.flatMap((row) => held<ShardReading>(row)?.value ?? []);
    },
    keepReading: async (day, reading) => {
      const key = entities.headPart.keyOf({ day, shard: reading.shard });
      await unlessLost(() => table.write([putRow(key, 'headPart', reading)]));
    },
    on: async (day) => held<SignedHead>(await table.get(entities.dailyHead.keyOf({ day })))?.value,
    newest: async () => {
      const { rows } = await table.query({ pk, newestFirst: true, limit: 1 });
      return rows.flatMap(dayAndHead)[0];
    },
    last: async () => held<Newest>(await table.get(entities.newestHead.keyOf({}))),
    keep: (head, last) =>
      unlessLost(() =>
        table.write([
          putRow(entities.dailyHead.keyOf(head), 'dailyHead', head),
          putRow(entities.newestHead.keyOf({}), 'newestHead', { day: head.day } satisfies Newest, last),
        ]),
      ),
    page: async ({ cursor, limit }) => {
      const page = await table.query({ pk, limit, ...(cursor && { cursor }) });
      const heads = page.rows.flatMap(dayAndHead);
      return { heads, ...(page.cursor && { cursor: page.cursor }) };
    },
  };
}

const utf8 = new TextEncoder();

/** Keeps a head where nothing can be changed for years, and third parties' copies can be compared with it. */
export const keepHeadDocument = (documents: DocumentStore, head: SignedHead): Promise<void> =>
  documents.putOnce({
    key: headKey(head.day),
    bytes: utf8.encode(headText(head)),
    contentType: 'application/json',
  });

/** Keeps the list that a shard's root stands for. */
export const keepList = (
  documents: DocumentStore,
  day: CivilDate,
  { shard, root }: ShardReading,
  lines: readonly string[],
): Promise<void> =>
  documents.putOnce({
    key: listKey(day, shard, root),
    bytes: utf8.encode(listText(lines)),
    contentType: 'text/plain; charset=utf-8',
  });

/** The list of a shard of a head, or nothing when it is lost. */
export async function readList(
  documents: DocumentStore,
  { day, shards }: SignedHead,
  shard: number,
): Promise<string | undefined> {
  const bytes = await documents.read(listKey(day, shard, shards[shard]?.root ?? ''));
  return bytes && textOf(bytes);
}

/** The document of a head, or nothing when it is lost. */
export async function readHeadDocument(documents: DocumentStore, day: CivilDate): Promise<string | undefined> {
  const bytes = await documents.read(headKey(day));
  return bytes && textOf(bytes);
}

/** Text to the byte: a mark at its beginning that says which order bytes have is part of it. */
const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
