import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { copyKeys, makeBackup } from '../../../infra/cli/backup/make-backup.ts';
import type { Read } from '../../../infra/cli/backup/read-export.ts';
import { destroyedKeys } from '../../../infra/cli/backup/reindex.ts';
import { notEmpty, readBackup, readKeys, restoreBackup } from '../../../infra/cli/backup/restore-backup.ts';
import { openSnapshot } from '../../../infra/cli/backup/snapshot.ts';
import { simulatedPrinter } from '../../simulation/ports/simulated-printer.ts';
import { auditAll, auditHeads } from '../../support/audit-all.ts';
import { createService, type Service } from '../../support/service.ts';
import type { Finding } from '../proof.ts';
import { eraseAll, storeOf } from './careers.ts';
import { differences } from './compare.ts';
import { memoryOf, pourDocuments, pourRows, startStore } from './embedded-store.ts';
import { goOn } from './go-on.ts';

/** What was read. @throws where it is not whole, which a backup of this proof always is */
export function whole<Thing>(read: Read<Thing>): Thing {
  if (read.kind === 'whole') return read.found;
  throw new Error(read.problems.join(' '));
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

/** What an audit counted, and what it found. */
async function audited(service: Service) {
  const { findings, ...counts } = await auditAll(service);
  const heads = await auditHeads(service);
  return { counts: { ...counts, heads: heads.heads }, findings: [...findings, ...heads.findings] };
}

/** Measures how long something takes. */
async function timed<Result>(act: () => Promise<Result>): Promise<readonly [Result, number]> {
  const began = performance.now();
  return [await act(), performance.now() - began];
}

/**
 * Makes a store with many careers, backs it up, has some erased, restores it into an empty store on the embedded parts, and
 * compares everything; then lets both go on and compares what became of whom.
 */
export async function proveRestore(seed: number, learners: number): Promise<Finding> {
  const { service, made } = await storeOf(learners, seed);
  const folder = mkdtempSync(join(tmpdir(), 'credit-wallet-backups-'));
  const [from, to] = [await startStore(), await startStore()];
  try {
    await pourRows(from, [...service.table.rows(), ...service.keyTable.rows()]);
    await pourDocuments(from, service.documents);
    const before = service.table.rows();
    const auditBefore = await audited(service);

    const [backup, backupMs] = await timed(async () => {
      const snapshot = await openSnapshot(from.dataDir);
      await makeBackup(snapshot, join(folder, 'records'), snapshot.takenAt);
      await snapshot.close();
      return join(folder, 'records');
    });
    await eraseAll(
      service,
      made.filter(({ career }) => career === 'erased since'),
    );
    await pourRows(from, service.keyTable.rows());
    const signingKeys = join(from.dataDir, 'keys');
    await copyKeys(from, { folder: join(folder, 'keys'), takenAt: new Date().toISOString(), signingKeys });

    const failures: string[] = [...(await notEmpty(to))];
    const [restored, restoreMs] = await timed(async () => {
      const read = whole(await readBackup(backup));
      return restoreBackup(read, whole(await readKeys(join(folder, 'keys'), read.records)), to);
    });
    failures.push(...(await differences(before, service.documents, to)));

    const over = { ...to.ports, at: service.now(), seed: seed + 1, printer: simulatedPrinter };
    const again = createService(over);
    const [auditAfter, auditMs] = await timed(() => audited(again));
    failures.push(...auditAfter.findings.map(({ where, wrong }) => `${where} ${wrong}`));
    if (!isDeepStrictEqual(auditAfter.counts, auditBefore.counts))
      failures.push(`${JSON.stringify(auditBefore.counts)} became ${JSON.stringify(auditAfter.counts)}`);

    const destroyed = await destroyedKeys({ dynamoDb: to.dynamoDb, table: to.keyTable });
    const [, reindexMs] = await timed(async () => {
      for (let at = 0; at < destroyed.length; at += 25) await again.reindex({ erased: destroyed.slice(at, at + 25) });
    });
    // By the rows that came back, in memory: every request of every learner to a database would take minutes.
    const table = await memoryOf(to, again.now);
    const goesOn = createService({ ...over, table });
    const outcomes = await goOn(goesOn, made, failures);
    failures.push(...again.undeclared, ...goesOn.undeclared);

    return {
      name: 'restore',
      tried: made.length,
      outcomes,
      figures: {
        'rows restored': restored.rows.toLocaleString('en-US'),
        'rows left out, by which somebody was signed in': restored.leftOut.toLocaleString('en-US'),
        'documents restored': restored.documents.toLocaleString('en-US'),
        'ledger entries, chained as before': auditAfter.counts.entries.toLocaleString('en-US'),
        'awards, equal to the ledger': auditAfter.counts.awards.toLocaleString('en-US'),
        'signed heads that hold': auditAfter.counts.heads.toLocaleString('en-US'),
        'to make the backup': seconds(backupMs),
        'to check and restore it': seconds(restoreMs),
        'to audit it': seconds(auditMs),
        'to erase again who was erased': seconds(reindexMs),
        'from an empty store to an audited one (RTO of the drill)': seconds(restoreMs + auditMs + reindexMs),
      },
      failures,
    };
  } finally {
    await Promise.all([from.stop(), to.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}
