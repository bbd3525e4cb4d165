import type { CertificateSnapshot } from '../../shared/domain/certificate.ts';
import { type Erasure, isOpen } from '../../shared/domain/erasure.ts';
import type { LearnerId } from '../../shared/domain/kinds.ts';
import type { Learner } from '../../shared/domain/learner.ts';
import type { Row, Table, Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { dataOf, type Say } from './contents.ts';
import type { MemoryTable } from './ports/memory-table.ts';

/** What is seen of erasures at the instants of their writes, which nobody can tell from the records in the end. */
export interface ErasureWatch {
  /** Rows as they were before an erasure wrote over them, in the order in which it did. */
  readonly taken: readonly Row[];
  /** When erasures were done, by the true time. */
  readonly doneAtMs: ReadonlyMap<LearnerId, number>;
  /** The table as everybody has it, looked at. */
  readonly table: Table;
  /** The table as those who erase have it. */
  readonly erasing: Table;
}

type Put = Extract<Write, { kind: 'put' }>;

/** @param say told where accounts are merged while one of them is to be erased, or an erasure is asked for that nobody would find */
export function watchErasures(table: Table, seen: MemoryTable, nowMs: () => number, say: Say): ErasureWatch {
  const taken = new Map<string, Row>();
  const doneAtMs = new Map<LearnerId, number>();
  const learnerOf = async (learnerId: LearnerId): Promise<Learner | undefined> =>
    dataOf<Learner | undefined>((await seen.get(entities.learner.keyOf({ learnerId })))?.data);
  const isBeingErased = async (learnerId: LearnerId): Promise<boolean> =>
    isOpen(dataOf<Erasure | undefined>((await seen.get(entities.erasure.keyOf({ learnerId })))?.data));

  /** Whoever is erased before a certificate is issued has one without their name, or none. */
  function checkIssued(learnerId: LearnerId): void {
    const { pk, sk } = entities.learner.keyOf({ learnerId });
    const { merged = [] } = dataOf<Partial<Learner> | undefined>(taken.get(`${pk} ${sk}`)?.data) ?? {};
    const accounts = [learnerId, ...merged];
    const rows = seen.rows();
    const theirs = new Set(
      rows.flatMap(({ pk, kind, data }) =>
        kind === 'snapshot' && accounts.includes(dataOf<CertificateSnapshot>(data).learnerId) ? [pk] : [],
      ),
    );
    for (const { pk, kind, data } of rows) {
      const { status } = dataOf<{ readonly status?: string } | undefined>(data) ?? {};
      if (kind === 'certificate' && theirs.has(pk) && (status === 'issuing' || status === 'parked'))
        say(`${learnerId} was erased while ${pk} was ${status}`);
    }
  }

  async function lookAt({ row }: Put, before: Row | undefined): Promise<void> {
    if (row.kind === 'learner') {
      const { learnerId, mergedInto } = dataOf<Learner>(row.data);
      if (mergedInto === undefined || dataOf<Learner | undefined>(before?.data)?.mergedInto === mergedInto) return;
      for (const account of [learnerId, mergedInto])
        if (await isBeingErased(account))
          say(`${learnerId} was merged into ${mergedInto} while ${account} was to be erased`);
    } else if (row.kind === 'erasure') {
      const { learnerId, status } = dataOf<Erasure>(row.data);
      if (status === 'done') {
        doneAtMs.set(learnerId, nowMs());
        checkIssued(learnerId);
      }
      if (status === 'asked' && (await learnerOf(learnerId))?.mergedInto !== undefined)
        say(`The erasure of ${learnerId} was asked for after it was merged into another account`);
    }
  }

  const watching = (isErasing: boolean): Table => ({
    ...table,
    async write(writes) {
      const puts = writes.filter((write) => write.kind === 'put');
      const looked = puts.filter(({ row }) => isErasing || row.kind === 'learner' || row.kind === 'erasure');
      if (looked.length === 0) return table.write(writes);
      const before = await Promise.all(looked.map(({ row }) => seen.get(row)));
      await table.write(writes);
      for (const [place, put] of looked.entries()) {
        const row = before[place];
        await lookAt(put, row);
        const name = `${put.row.pk} ${put.row.sk}`;
        if (isErasing && row && !taken.has(name)) taken.set(name, row);
      }
    },
  });
  return {
    get taken() {
      return [...taken.values()];
    },
    ...{ doneAtMs, table: watching(false), erasing: watching(true) },
  };
}
