import { gunzipSync, gzipSync } from 'node:zlib';
import {
  afterCheck,
  afterRun,
  type Import,
  moves,
  type RowResult,
  SLICE,
  type Verdict,
} from '../../shared/domain/import.ts';
import { epochMs } from '../../shared/domain/kinds.ts';
import { LostRaceError, type Write } from '../../shared/ports.ts';
import type { Stored } from '../records/rows.ts';
import { creditsKind } from './credits.ts';
import type { BroughtFile, Importing, KindOfImport, Row } from './kind.ts';
import { learnersKind } from './learners.ts';
import { questionsKind } from './questions.ts';

export const kinds: Readonly<Record<Import['kind'], KindOfImport>> = {
  questions: questionsKind,
  learners: learnersKind,
  credits: creditsKind,
};

/** A file as it is kept: as small as it gets, in letters that every store gives back. */
export const packed = (file: BroughtFile): string => gzipSync(JSON.stringify(file)).toString('base64');
const unpacked = (ascii: string): BroughtFile => JSON.parse(gunzipSync(Buffer.from(ascii, 'base64')).toString('utf8'));

/** A list in pieces that fit a row each, with the number of the first of each. */
function pieces<Thing>(
  list: readonly Thing[],
  from: number,
): readonly (readonly [from: number, piece: readonly Thing[]])[] {
  return Array.from({ length: Math.ceil(list.length / SLICE) }, (_, index) => [
    from + index * SLICE,
    list.slice(index * SLICE, (index + 1) * SLICE),
  ]);
}

const forgotten = 'The file was forgotten before the import had come to its end. Import it again.';

/** Checks the next rows. Nothing is written but what was found. */
async function checkMore(before: Stored<Import>, rows: readonly Row[], capabilities: Importing): Promise<void> {
  const { imports, table, clock } = capabilities;
  const what = before.value;
  const from = what.checked;
  const verdicts = await kinds[what.kind].check(rows.slice(from, from + SLICE), what, capabilities);
  await table.write([
    imports.putVerdicts(what, from, verdicts),
    imports.put(afterCheck(what, verdicts, clock.now()), before),
  ]);
}

const leftOut = ({ line, item, about, said }: Verdict): RowResult => ({ line, item, about, fate: 'left-out', said });

/** The entry of how an import came to its end, by whoever decided that it be brought in. */
const ended = ({ importId, kind, rows, fates, state, ...what }: Import, { ledger }: Importing): Write =>
  ledger.audit(what.runBy ?? what.by, 'import.ended', {
    ...{ importId, kind, rows, ended: state === 'failed' ? 'failed' : 'done' },
    ...{ added: fates.added, unchanged: fates.unchanged, kept: fates.kept, leftOut: fates['left-out'] },
  });

/** Ends an import that cannot go on. Where it was being brought in, which left an entry, its end leaves one too. */
function failing(before: Stored<Import>, failure: string, capabilities: Importing): readonly Write[] {
  const { imports, clock } = capabilities;
  const now = clock.now();
  const failed: Import = { ...before.value, state: 'failed', failure, touchedAt: now, endedAt: now };
  return [imports.put(failed, before), ...(before.value.state === 'running' ? [ended(failed, capabilities)] : [])];
}

/** Brings the next rows in, and tells of it; a run that dies in between finds what it did. */
async function runMore(before: Stored<Import>, rows: readonly Row[], capabilities: Importing): Promise<void> {
  const { imports, table, clock } = capabilities;
  const what = before.value;
  const kind = kinds[what.kind];
  const from = what.done;
  const slice = kind.atOnce ? rows.slice(from) : rows.slice(from, from + SLICE);
  const found = kind.atOnce ? await imports.verdicts(what.importId) : await imports.verdictsFrom(what.importId, from);
  const verdicts = new Map(found.map((verdict) => [verdict.item, verdict]));
  const good = slice.filter(({ item }) => verdicts.get(item)?.good);
  const brought = await kind.bringIn(good, what, capabilities);
  if ('failure' in brought) {
    await table.write(failing(before, brought.failure, capabilities));
    return;
  }
  const byItem = new Map(brought.results.map((result) => [result.item, result]));
  const results = slice.map((row) => {
    const result = byItem.get(row.item);
    if (result) return result;
    const verdict = verdicts.get(row.item);
    return leftOut(verdict ?? { ...row, good: false });
  });
  const after = afterRun(what, results, clock.now());
  await table.write([
    ...brought.writes,
    ...pieces(results, from).map(([at, piece]) => imports.putResults(what, at, piece)),
    imports.put(after, before),
    ...(moves(after) ? [] : [ended(after, capabilities)]),
  ]);
}

/**
 * Goes on with an import, slice by slice, until it is at its end or `forMs` have passed. Two may do so at a time: each slice is
 * told of once, and what it does is the same however often it is done.
 */
export async function carryOn(importId: string, forMs: number, capabilities: Importing): Promise<Import | undefined> {
  const { imports, table, clock } = capabilities;
  const began = epochMs(clock.now());
  let rows: readonly Row[] | undefined;
  for (;;) {
    const before = await imports.byId(importId);
    if (!before || !moves(before.value)) return before?.value;
    const what = before.value;
    if (!rows) {
      const file = await imports.fileOf(what);
      const read =
        file === undefined ? { fault: forgotten } : kinds[what.kind].read(unpacked(file), what, capabilities);
      if ('fault' in read) {
        await table.write(failing(before, forgotten, capabilities));
        continue;
      }
      rows = read.rows;
    }
    try {
      await (what.state === 'checking' ? checkMore : runMore)(before, rows, capabilities);
    } catch (error) {
      // Somebody else went on with it at this moment.
      if (!(error instanceof LostRaceError)) throw error;
    }
    if (epochMs(clock.now()) - began >= forMs) return (await imports.byId(importId))?.value;
  }
}
