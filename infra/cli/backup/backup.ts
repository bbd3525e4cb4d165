import { join, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, UsageError } from '../command.ts';
import { figure } from '../figure.ts';
import { projectDir } from '../project.ts';
import { copyKeys, isEmpty, makeBackup, takesKeys } from './make-backup.ts';
import { openSnapshot } from './snapshot.ts';

const options = { data: { type: 'string' }, keys: { type: 'string' } } as const;

/** Whether a folder is another one, or lies in it. */
const isWithin = (inner: string, outer: string): boolean => `${inner}${sep}`.startsWith(`${outer}${sep}`);

/** Where the records go, and the keys. What was in the folder of the keys is lost, so that it must be a copy of them. */
function read(args: readonly string[]) {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new UsageError('Name one new folder to put the backup into.');
  const [records, keys] = [resolve(folder), values.keys === undefined ? undefined : resolve(values.keys)];
  if (!isEmpty(records))
    throw new UsageError(`${folder} holds something already. A backup goes into a folder of its own.`);
  if (keys !== undefined && (isWithin(keys, records) || isWithin(records, keys)))
    throw new UsageError('Keys are kept apart from the records: name a folder for them outside of the backup’s.');
  if (keys !== undefined && !takesKeys(keys))
    throw new UsageError(
      `${values.keys} holds something else than a copy of the keys. Name another folder with --keys.`,
    );
  return { folder, records, keys, named: values.keys, dataDir: resolve(values.data ?? join(projectDir, '.wallet')) };
}

/** Copies a system on one machine; on AWS, DynamoDB exports by itself (docs/runbooks/restore.md). */
export const backup: Command['run'] = async (args, terminal) => {
  const { folder, records, keys: keysFolder, named, dataDir } = read(args);
  const snapshot = await openSnapshot(dataDir);
  try {
    const { takenAt } = snapshot;
    const made = await makeBackup(snapshot, records, takenAt);
    terminal.print(`${folder}: ${figure(made.rows, 'row')}, ${figure(made.documents, 'document')}, as of ${takenAt}.`);
    if (keysFolder === undefined) {
      terminal.print('Without --keys: who loses the keys can read no profile and no answer again, and signs anew.');
      return true;
    }
    const signingKeys = join(dataDir, 'keys');
    const keys = await copyKeys(snapshot, { folder: keysFolder, takenAt, signingKeys });
    terminal.print(
      `${named}: the keys, ${figure(keys.rows, 'row')}, in the place of what was there. Keep one copy, apart from the backups: who is erased must be in no copy of their key.`,
    );
    return true;
  } finally {
    await snapshot.close();
  }
};
