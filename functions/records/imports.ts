import {
  type EarlierCredit,
  forgottenAt,
  type Import,
  moves,
  type RowResult,
  type Verdict,
} from '../../shared/domain/import.ts';
import { type LearnerId, later, MINUTE } from '../../shared/domain/kinds.ts';
import type { Clock, Table, Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { dueIds } from './due-ids.ts';
import { due, forgetAfter, held, putRow, type Stored } from './rows.ts';
import type { Sealing } from './sealing.ts';

/** A browser that follows an import has it go on by itself; after so long without anybody the sweeper does. */
const LEFT_ALONE_MS = MINUTE;
/** Far below a row's 400 KB. */
const PASSAGE = 300_000;

/** What staff bring in from files: how far each is, the file in passages, and what was found of its rows. */
export interface Imports {
  list(page: { readonly limit: number; readonly cursor?: string | undefined }): Promise<{
    readonly imports: readonly Import[];
    readonly cursor?: string;
  }>;
  byId(importId: string): Promise<Stored<Import> | undefined>;
  put(what: Import, before?: Stored<Import>): Write;
  /** Keeps a file, as text without anything but ASCII, before the import that names it. @returns its passages */
  keepFile(what: Pick<Import, 'importId' | 'at'>, ascii: string): Promise<number>;
  /** The file, or nothing where it was forgotten. */
  fileOf(what: Pick<Import, 'importId' | 'passages'>): Promise<string | undefined>;
  putVerdicts(what: Import, from: number, verdicts: readonly Verdict[]): Write;
  /** What was found of the rows from a row on, as far as one slice goes. */
  verdictsFrom(importId: string, from: number): Promise<readonly Verdict[]>;
  verdicts(importId: string): Promise<readonly Verdict[]>;
  putResults(what: Import, from: number, results: readonly RowResult[]): Write;
  results(importId: string): Promise<readonly RowResult[]>;
  /** Imports that nobody looked after for a minute. The index lags: read the row before acting on it. */
  due(limitPerShard: number): Promise<readonly string[]>;
  earlierCredits(learnerId: LearnerId): Promise<readonly EarlierCredit[]>;
  earlierCredit(learnerId: LearnerId, creditId: string): Promise<Stored<EarlierCredit> | undefined>;
  /** Records a credit of before, once. */
  recordEarlier(credit: EarlierCredit): Promise<Write>;
  /** The writes that leave nothing of a learner’s earlier credits but that there were some. */
  blanks(learnerId: LearnerId): Promise<readonly Write[]>;
}

/** What of an earlier credit is sealed: what it was for, which no accreditor demands of this provider’s ledger. */
const secrets = ['title', 'activityId', 'creditType', 'amount', 'date', 'certificateNumber'] as const;

export function imports({ table, clock, sealing }: { table: Table; clock: Clock; sealing: Sealing }): Imports {
  const listed = async <Thing>(importId: string, prefix: string): Promise<readonly Thing[]> => {
    const things: Thing[] = [];
    let cursor: string | undefined;
    do {
      const { pk } = entities.importPassage.keyOf({ importId, number: 0 });
      const page = await table.query({ pk, prefix, ...(cursor !== undefined && { cursor }) });
      things.push(...page.rows.flatMap((row) => held<{ readonly list: readonly Thing[] }>(row)?.value.list ?? []));
      cursor = page.cursor;
    } while (cursor !== undefined);
    return things;
  };
  return {
    list: async ({ limit, cursor }) => {
      const { pk } = entities.import;
      const page = await table.query({ pk, newestFirst: true, limit, ...(cursor !== undefined && { cursor }) });
      return {
        imports: page.rows.flatMap((row) => held<Import>(row)?.value ?? []),
        ...(page.cursor !== undefined && { cursor: page.cursor }),
      };
    },
    byId: async (importId) => held<Import>(await table.get(entities.import.keyOf({ importId }))),
    put: (what, before) => {
      const place = moves(what) ? due('import', what.importId, later(what.touchedAt, LEFT_ALONE_MS)) : {};
      return putRow(entities.import.keyOf(what), 'import', what, before, place);
    },
    keepFile: async ({ importId, at }, ascii) => {
      const passages = Math.ceil(ascii.length / PASSAGE);
      for (let number = 0; number < passages; number++) {
        const text = ascii.slice(number * PASSAGE, (number + 1) * PASSAGE);
        const key = entities.importPassage.keyOf({ importId, number });
        await table.write([putRow(key, 'importPassage', { text }, undefined, forgetAfter(forgottenAt({ at })))]);
      }
      return passages;
    },
    fileOf: async ({ importId, passages }) => {
      const texts: string[] = [];
      for (let number = 0; number < passages; number++) {
        const row = held<{ text: string }>(await table.get(entities.importPassage.keyOf({ importId, number })));
        if (!row) return undefined;
        texts.push(row.value.text);
      }
      return texts.join('');
    },
    putVerdicts: (what, from, list) =>
      putRow(
        entities.importVerdicts.keyOf({ importId: what.importId, from }),
        'importVerdicts',
        { list },
        undefined,
        forgetAfter(forgottenAt(what)),
      ),
    verdictsFrom: async (importId, from) =>
      held<{ list: readonly Verdict[] }>(await table.get(entities.importVerdicts.keyOf({ importId, from })))?.value
        .list ?? [],
    verdicts: (importId) => listed<Verdict>(importId, 'CHECK#'),
    putResults: (what, from, list) =>
      putRow(
        entities.importResults.keyOf({ importId: what.importId, from }),
        'importResults',
        { list },
        undefined,
        forgetAfter(forgottenAt(what)),
      ),
    results: (importId) => listed<RowResult>(importId, 'RESULT#'),
    due: (limitPerShard) => dueIds(table, 'import', { at: clock.now(), limitPerShard }),
    earlierCredits: async (learnerId) => {
      const { rows } = await table.query({ pk: entities.learner.keyOf({ learnerId }).pk, prefix: 'EARLIER#' });
      const opened = await Promise.all(rows.map((row) => sealing.open<EarlierCredit>(learnerId, row)));
      return opened.flatMap((row) => (row && row.value.title !== undefined ? [row.value] : []));
    },
    earlierCredit: async (learnerId, creditId) =>
      sealing.open<EarlierCredit>(learnerId, await table.get(entities.earlierCredit.keyOf({ learnerId, creditId }))),
    recordEarlier: (credit) => sealing.put(entities.earlierCredit.keyOf(credit), 'earlierCredit', credit, secrets),
    blanks: async (learnerId) => {
      const { rows } = await table.query({ pk: entities.learner.keyOf({ learnerId }).pk, prefix: 'EARLIER#' });
      return rows.flatMap((row) => {
        const before = held<EarlierCredit & { readonly sealed?: string }>(row);
        if (!before || (before.value.sealed === undefined && before.value.title === undefined)) return [];
        const { creditId, importId, recordedAt } = before.value;
        const blank = { learnerId, creditId, importId, recordedAt };
        return [putRow({ pk: row.pk, sk: row.sk }, 'earlierCredit', blank, before)];
      });
    },
  };
}
