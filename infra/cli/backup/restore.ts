import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { build } from '../../local/build.ts';
import { lockFolder } from '../../local/parts/folder-lock.ts';
import { freePort } from '../../local/parts/port.ts';
import { type LocalRecords, startSystem } from '../../local/system.ts';
import { auditCommand } from '../audit.ts';
import { type Command, type Terminal, UsageError } from '../command.ts';
import { figure } from '../figure.ts';
import { isEmpty } from './make-backup.ts';
import type { Read } from './read-export.ts';
import { reindex } from './reindex.ts';
import { notEmpty, readBackup, readKeys, restoreBackup } from './restore-backup.ts';
import type { Store } from './store.ts';

const options = {
  data: { type: 'string' },
  keys: { type: 'string' },
  'without-keys': { type: 'boolean' },
} as const;

/** What was read, or every reason why not, told. */
function wholeOr<Thing>(read: Read<Thing>, what: string, terminal: Terminal): Thing | undefined {
  if (read.kind === 'whole') return read.found;
  for (const problem of read.problems) terminal.complain(problem);
  terminal.complain(`${what} cannot be used, and nothing was restored. Take another one.`);
  return undefined;
}

/** A store by the clients of the AWS SDK, whoever speaks the protocols there. */
export const storeAt = ({ dynamoDbEndpoint, s3Endpoint, region, credentials, ...names }: LocalRecords): Store => ({
  ...names,
  dynamoDb: new DynamoDBClient({ endpoint: dynamoDbEndpoint, region, credentials }),
  s3: new S3Client({ endpoint: s3Endpoint, region, credentials }),
});

/** The keys that sign, as files of the new system, which makes its own where there are none. */
function placeSigningKeys(keysFolder: string, dataDir: string): void {
  const from = join(keysFolder, 'signing');
  if (!existsSync(from)) return;
  mkdirSync(join(dataDir, 'keys'), { recursive: true, mode: 0o700 });
  for (const name of readdirSync(from)) cpSync(join(from, name), join(dataDir, 'keys', name));
}

function read(args: readonly string[]) {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new UsageError('Name one folder with a backup or an export.');
  if (values.data === undefined) throw new UsageError('Name a new folder for the restored system: --data DIR.');
  if ((values.keys === undefined) !== (values['without-keys'] === true))
    throw new UsageError('Give the copy of the keys, --keys FOLDER, or say that there is none, --without-keys.');
  const dataDir = resolve(values.data);
  if (!isEmpty(dataDir))
    throw new UsageError(`${values.data} holds something already. Records are restored into a new folder.`);
  return { folder: resolve(folder), keysFolder: values.keys && resolve(values.keys), dataDir, named: values.data };
}

/** Brings a backup back into a new system on this machine, and has everything compared. */
export const restore: Command['run'] = async (args, terminal) => {
  const { folder, keysFolder, dataDir, named } = read(args);
  const began = performance.now();
  const backup = wholeOr(await readBackup(folder), folder, terminal);
  if (!backup) return false;
  const keys = keysFolder ? wholeOr(await readKeys(keysFolder, backup.records), keysFolder, terminal) : undefined;
  if (keysFolder && !keys) return false;

  const lock = lockFolder(dataDir);
  if (keysFolder) placeSigningKeys(keysFolder, dataDir);
  const built = await build({ log: terminal.complain });
  const system = await startSystem({ ...{ built, dataDir, port: await freePort() }, quiet: true });
  try {
    const store = storeAt(system.records);
    const full = await notEmpty(store);
    if (full.length > 0) throw new UsageError(full.join(' '));
    const { rows, leftOut, documents } = await restoreBackup(backup, keys, store);
    // What is put into a new folder on its first start is in the records already.
    for (const marker of ['seeded', 'owned']) writeFileSync(join(dataDir, marker), `${new Date().toISOString()}\n`);
    terminal.print(
      `Restored as of ${backup.records.takenAt}: ${figure(rows, 'row')}, ${figure(documents, 'document')}. Left out: ${figure(leftOut, 'row')} by which somebody was signed in, or was signing in.`,
    );
    const reindexed = await reindex(['--data', dataDir], terminal);
    // Closes the accounts of who was erased; the rest of it follows by schedule, when the system is started.
    await system.invoke('erase-learners', {});
    const audited = await auditCommand.run(
      // Who signed then is known by the keys alone.
      ['--data', dataDir, ...(keysFolder ? [] : ['--without-heads'])],
      terminal,
    );
    const seconds = Math.ceil((performance.now() - began) / 1_000);
    terminal.print(`${figure(seconds, 'second')} in all. Start it with npm start -- --data ${named}`);
    return reindexed && audited;
  } finally {
    await system.stop();
    lock.release();
  }
};
