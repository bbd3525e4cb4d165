import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDocuments } from './documents.ts';
import { DOCUMENT_LIST, hashOfFile, manifestNames, SEAL, type Seal } from './format.ts';
import type { Store } from './store.ts';
import { writeExport } from './write-export.ts';

/** Whether something can be put into a folder without touching what was there. */
export const isEmpty = (folder: string): boolean =>
  !existsSync(folder) || (statSync(folder).isDirectory() && readdirSync(folder).length === 0);

/** Whether a folder may be replaced by a copy of the keys: it is empty, or holds an earlier one, which lists no documents. */
export const takesKeys = (folder: string): boolean =>
  isEmpty(folder) || (existsSync(join(folder, SEAL)) && !existsSync(join(folder, DOCUMENT_LIST)));

/** Says what belongs to a backup, and that it is whole: the last file that is written. */
async function sealFolder(
  folder: string,
  contents: Omit<Seal, 'format' | 'version' | 'files'>,
  named: readonly string[],
) {
  const hashes = await Promise.all(named.map((name) => hashOfFile(join(folder, name), 'sha256', 'hex')));
  const whole: Seal = {
    ...{ format: 'credit-wallet-backup', version: 1, ...contents },
    files: Object.fromEntries(named.map((name, index) => [name, hashes[index] ?? ''])),
  };
  writeFileSync(join(folder, SEAL), `${JSON.stringify(whole, null, 2)}\n`, { mode: 0o600 });
}

const manifestsOf = (path: string): readonly string[] => Object.values(manifestNames).map((name) => `${path}/${name}`);

/**
 * Copies the records of a store that nobody writes to meanwhile into a new folder: rows and documents, without the
 * learners' keys.
 * @returns how much there is
 */
export async function makeBackup(
  store: Store,
  folder: string,
  takenAt: string,
): Promise<{ readonly rows: number; readonly documents: number }> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { dynamoDb, table } = store;
  const { rows, path } = await writeExport({ dynamoDb, table, folder, takenAt });
  const documents = await writeDocuments(store, folder);
  await sealFolder(folder, { takenAt, rows, documents }, [...manifestsOf(path), DOCUMENT_LIST]);
  return { rows, documents };
}

/**
 * Copies the keys, those that sign and the learners' own, into a folder in the place of what it held. It is one copy and no
 * history: a key that was destroyed is in no copy that is made after that (ADR 26).
 * @param signingKeys the folder of the files of the keys that sign
 */
export async function copyKeys(
  { dynamoDb, keyTable }: Pick<Store, 'dynamoDb' | 'keyTable'>,
  { folder, takenAt, signingKeys }: { readonly folder: string; readonly takenAt: string; readonly signingKeys: string },
): Promise<{ readonly rows: number }> {
  const [next, last] = [`${folder}.new`, `${folder}.old`];
  for (const left of [next, last]) rmSync(left, { recursive: true, force: true });
  mkdirSync(next, { recursive: true, mode: 0o700 });
  const { rows, path } = await writeExport({ dynamoDb, table: keyTable, folder: next, takenAt });
  const signing = existsSync(signingKeys) ? readdirSync(signingKeys).filter((name) => name.endsWith('.pem')) : [];
  for (const name of signing) cpSync(join(signingKeys, name), join(next, 'signing', name));
  await sealFolder(next, { takenAt, rows, documents: 0 }, [
    ...manifestsOf(path),
    ...signing.map((name) => `signing/${name}`),
  ]);
  if (existsSync(folder)) renameSync(folder, last);
  renameSync(next, folder);
  rmSync(last, { recursive: true, force: true });
  return { rows };
}
