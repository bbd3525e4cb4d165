import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { makeBackup } from '../../../infra/cli/backup/make-backup.ts';
import { readBackup } from '../../../infra/cli/backup/restore-backup.ts';
import type { Row } from '../../../shared/ports.ts';
import { type Random, randomFrom } from '../../simulation/random.ts';
import type { Finding } from '../proof.ts';
import { countIn } from '../tally.ts';
import { startStore } from './embedded-store.ts';

/** Every file of a folder, by its path in it. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .sort();

/** The file of an older backup that stands where one of a newer stands: under names that differ, of the same kind. */
function counterpart(name: string, older: string): string | undefined {
  const kind = (path: string): string =>
    path.endsWith('.json.gz') ? 'data' : path.startsWith('documents/') ? path : basename(path);
  return filesIn(older).find((other) => kind(other) === kind(name));
}

/** What may happen to a file of a backup. Each says whether it changed the file. */
const damages = {
  'a file missing': (file: string) => {
    rmSync(file);
    return true;
  },
  'a bit turned': (file: string, random: Random) => {
    const bytes = readFileSync(file);
    const at = random.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    writeFileSync(file, bytes);
    return true;
  },
  'a file cut short': (file: string, random: Random) => {
    truncateSync(file, random.below(readFileSync(file).length));
    return true;
  },
  'a file of an older backup': (file: string, _: Random, older: string | undefined) => {
    if (older === undefined || readFileSync(older).equals(readFileSync(file))) return false;
    cpSync(older, file);
    return true;
  },
} as const;
type Damage = keyof typeof damages;

const rowsFrom = (first: number, last: number): readonly Row[] =>
  Array.from({ length: last - first }, (_, index) => ({
    ...{ pk: `LEDGER#${first + index}`, sk: 'ENTRY#0000000001', rev: 1, kind: 'ledgerEntry' },
    data: { seq: 1, note: 'Nguyễn 王小明', at: first + index },
  }));

/** Damages backups in every way that a disk or a hand might, and sees that each is refused with words before it is used. */
export async function proveDamages(seed: number, count: number): Promise<Finding> {
  const random = randomFrom(seed);
  const folder = mkdtempSync(join(tmpdir(), 'credit-wallet-damages-'));
  const [older, newer, copy] = ['older', 'newer', 'copy'].map((name) => join(folder, name)) as [string, string, string];
  const store = await startStore();
  const outcomes: Record<string, number> = {};
  const failures: string[] = [];
  try {
    const fill = async (first: number, last: number): Promise<void> => {
      for (const row of rowsFrom(first, last)) await store.ports.table.write([{ kind: 'put', row, expect: 'absent' }]);
      const bytes = new TextEncoder().encode(`%PDF-1.7 ${first}`);
      for (const name of ['0', `${last}`])
        await store.ports.documents.putOnce({
          key: `certificates/${name}/v1/0.pdf`,
          bytes,
          contentType: 'application/pdf',
        });
    };
    await fill(0, 30);
    await makeBackup(store, older, '2026-11-24T00:00:00.000Z');
    await fill(30, 60);
    await makeBackup(store, newer, '2026-11-25T00:00:00.000Z');
    const files = filesIn(newer);
    if ((await readBackup(newer)).kind !== 'whole') failures.push('The backup is refused as it was made');

    for (let tried = 0; tried < count; ) {
      const damage = random.pick(Object.keys(damages) as Damage[]);
      const name = random.pick(files);
      cpSync(newer, copy, { recursive: true });
      const from = counterpart(name, older);
      if (damages[damage](join(copy, name), random, from && join(older, from))) {
        tried++;
        const read = await readBackup(copy);
        const outcome = `${damage}: refused`;
        if (read.kind === 'damaged' && read.problems.every((problem) => / .*\.$/.test(problem)))
          countIn(outcomes, outcome);
        else failures.push(`${damage}, ${name}, number ${tried} of seed ${seed}: taken as whole`);
      }
      rmSync(copy, { recursive: true });
    }
    return { name: 'damages', tried: count, outcomes, failures };
  } finally {
    await store.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
