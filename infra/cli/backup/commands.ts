import type { Command } from '../command.ts';
import { systemUsage } from '../functions.ts';

// Each is loaded when it is asked for: databases and clients are nothing that other commands should wait for.

export const backupCommand: Command = {
  usage: 'backup FOLDER [--keys FOLDER] [--data DIR]',
  does: 'Copies the records of a system on this machine into a new folder, as of one moment and while it runs (--keys: and its keys into another, in the place of an earlier copy of them). On AWS the table exports itself: docs/runbooks/restore.md.',
  run: async (args, terminal) => (await import('./backup.ts')).backup(args, terminal),
};

export const restoreBackupCommand: Command = {
  usage: 'restore-backup FOLDER (--keys FOLDER | --without-keys) --data NEWDIR',
  does: 'Brings a backup, or what DynamoDB exported to S3, back into a new system on this machine: checks every file, puts rows and documents, erases again who was erased, and audits everything.',
  run: async (args, terminal) => (await import('./restore.ts')).restore(args, terminal),
};

export const reindexCommand: Command = {
  usage: `reindex ${systemUsage}`,
  does: 'Writes again what is in no list or directory though it should be, and erases again who was erased before records were brought back. A repeat changes nothing.',
  run: async (args, terminal) => (await import('./reindex.ts')).reindex(args, terminal),
};
