import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, UsageError } from '../command.ts';
import { figure } from '../figure.ts';
import { projectDir } from '../project.ts';
import { copyKeys, makeBackup } from './make-backup.ts';
import { openSnapshot } from './snapshot.ts';

const options = { data: { type: 'string' }, keys: { type: 'string' } } as const;

/** Copies a system on one machine; on AWS, DynamoDB exports by itself (docs/runbooks/restore.md). */
export const backup: Command['run'] = async (args, terminal) => {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new UsageError('Name one new folder to put the backup into.');
  const dataDir = resolve(values.data ?? join(projectDir, '.wallet'));
  const snapshot = await openSnapshot(dataDir);
  try {
    const { takenAt } = snapshot;
    const made = await makeBackup(snapshot, resolve(folder), takenAt);
    if (!made) {
      terminal.complain(`${folder} holds something already. A backup goes into a folder of its own.`);
      return false;
    }
    terminal.print(`${folder}: ${figure(made.rows, 'row')}, ${figure(made.documents, 'document')}, as of ${takenAt}.`);
    if (values.keys === undefined) {
      terminal.print('Without --keys: who loses the keys can read no profile and no answer again, and signs anew.');
      return true;
    }
    const signingKeys = join(dataDir, 'keys');
    const keys = await copyKeys(snapshot, { folder: resolve(values.keys), takenAt, signingKeys });
    terminal.print(
      `${values.keys}: the keys, ${figure(keys.rows, 'row')}, in the place of what was there. Keep one copy, apart from the backups: who is erased must be in no copy of their key.`,
    );
    return true;
  } finally {
    await snapshot.close();
  }
};
