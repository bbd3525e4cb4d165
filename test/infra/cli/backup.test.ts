import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyKeys } from '../../../infra/cli/backup/make-backup.ts';
import { letsIn, notEmpty, readBackup, readKeys, restoreBackup } from '../../../infra/cli/backup/restore-backup.ts';
import { openSnapshot } from '../../../infra/cli/backup/snapshot.ts';
import { run } from '../../../infra/cli/run.ts';
import { type EmbeddedStore, startStore } from '../../prove/restore/embedded-store.ts';
import { whole } from '../../prove/restore/prove-restore.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wallet-backup-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function wallet(...args: readonly string[]) {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  return { code: await run(args, { print: say, complain: say }), said };
}

const itemOf = (pk: string, sk: string) => ({
  Item: { pk: { S: pk }, sk: { S: sk }, rev: { N: '1' }, kind: { S: 'x' } },
});

/** An export as DynamoDB writes it to a bucket, and `aws s3 sync` copies it: under a prefix, over several files, one of them empty. */
function exportOfAws(over: object = {}, parts = [[itemOf('CREDIT#1', 'a#1')], [itemOf('SESSION#1', 'SESSION')], []]) {
  const id = '01764115200000-2d8752fd';
  const data = join(folder, 'AWSDynamoDB', id, 'data');
  mkdirSync(data, { recursive: true });
  const lines = parts.map((items, index) => {
    const name = `asdl123dasas${index}.json.gz`;
    const bytes = gzipSync(items.map((item) => `${JSON.stringify(item)}\n`).join(''));
    writeFileSync(join(data, name), bytes);
    const md5Checksum = createHash('md5').update(bytes).digest('base64');
    const dataFileS3Key = `daily/AWSDynamoDB/${id}/data/${name}`;
    return `${JSON.stringify({ itemCount: items.length, md5Checksum, etag: 'af83-1', dataFileS3Key })}\n`;
  });
  const about = {
    ...{
      version: '2020-06-30',
      exportArn: 'arn:aws:dynamodb:eu-west-1:123456789012:table/T/export/01',
      s3Prefix: 'daily',
    },
    ...{ startTime: '2025-11-26T00:00:00.000Z', endTime: '2025-11-26T00:05:00.000Z', s3SseKmsKeyId: null },
    ...{ tableArn: 'arn:aws:dynamodb:eu-west-1:123456789012:table/T', exportTime: '2025-11-26T00:00:00.000Z' },
    ...{ billedSizeBytes: 0, itemCount: parts.flat().length, outputFormat: 'DYNAMODB_JSON', ...over },
  };
  writeFileSync(join(folder, 'AWSDynamoDB', id, 'manifest-files.json'), lines.join(''));
  writeFileSync(join(folder, 'AWSDynamoDB', id, 'manifest-summary.json'), JSON.stringify(about));
  for (const name of ['_started', 'manifest-files.checksum', 'manifest-summary.checksum'])
    writeFileSync(join(folder, 'AWSDynamoDB', id, name), '');
}

describe('a backup', () => {
  let store: EmbeddedStore;
  beforeEach(async () => {
    store = await startStore();
  });
  afterEach(() => store.stop());
  const keyRow = {
    pk: 'DATAKEY#one',
    sk: 'KEY',
    rev: 1,
    kind: 'dataKey',
    data: { learnerId: 'one', key: 'secret-of-one' },
  };

  it('is of one moment, though transactions go on while it is made', async () => {
    const { table } = store.ports;
    let [written, goesOn] = [0, true];
    const write = async (): Promise<void> => {
      while (goesOn) {
        const pair = ['A', 'B'].map((sk) => ({ pk: `PAIR#${written}`, sk, rev: 1 }));
        await table.write(pair.map((row) => ({ kind: 'put', row, expect: 'absent' }) as const));
        written++;
      }
    };
    const writing = write();
    while (written < 20) await new Promise((resolve) => setTimeout(resolve, 5));
    const snapshot = await openSnapshot(store.dataDir);
    goesOn = false;
    await writing;
    const { makeBackup } = await import('../../../infra/cli/backup/make-backup.ts');
    const { rows } = await makeBackup(snapshot, join(folder, 'backup'), snapshot.takenAt);
    await snapshot.close();
    expect(rows).toBeGreaterThanOrEqual(40);
    expect(rows % 2).toBe(0);
    expect(readdirSync(store.dataDir).filter((name) => name.startsWith('snapshot-'))).toEqual([]);
  });

  it('holds no key, and the copy of the keys has no history', async () => {
    const { table } = store.ports;
    await table.write([{ kind: 'put', row: keyRow, expect: 'absent' }]);
    const keys = join(folder, 'keys');
    const copied = () => copyKeys(store, { folder: keys, takenAt: '2026-11-26T00:00:00.000Z', signingKeys: folder });
    await copied();
    const destroyed = { ...keyRow, rev: 2, data: { learnerId: 'one', destroyedAt: '2026-11-26T00:00:00.000Z' } };
    await table.write([{ kind: 'put', row: destroyed, expect: 1 }]);
    await copied();
    const items = await Array.fromAsync(whole(await readBackup(keys)).records.items());
    expect(JSON.stringify(items)).not.toContain('secret-of-one');
    expect(readdirSync(folder)).toEqual(['keys']);
  });

  it('is restored from what DynamoDB itself exported, without whoever was signed in', async () => {
    exportOfAws();
    const backup = whole(await readBackup(folder));
    expect(backup).toMatchObject({ records: { rows: 2, takenAt: '2025-11-26T00:00:00.000Z' }, documents: [] });
    expect(await notEmpty(store)).toEqual([]);
    expect(await restoreBackup(backup, undefined, store)).toEqual({ rows: 1, leftOut: 1, keys: 0, documents: 0 });
    expect(await store.ports.table.get({ pk: 'CREDIT#1', sk: 'a#1' })).toMatchObject({ rev: 1 });
    expect(await notEmpty(store)).toEqual(['The table credit-wallet holds rows.']);
    expect(letsIn({ pk: { S: 'STAFFSESSION#1' } })).toBe(true);
  });

  it('is refused with keys that are older, because who was erased between would come back', async () => {
    exportOfAws();
    const keys = join(folder, 'keys');
    await copyKeys(store, { folder: keys, takenAt: '2025-11-25T00:00:00.000Z', signingKeys: keys });
    const read = await readKeys(keys, whole(await readBackup(folder)).records);
    expect(read).toMatchObject({
      kind: 'damaged',
      problems: [expect.stringContaining('erased between would come back')],
    });
  });
});

describe('an export', () => {
  const problems = async (): Promise<readonly string[]> => {
    const read = await readBackup(folder);
    return read.kind === 'damaged' ? read.problems : [];
  };

  it.each([
    [{ outputFormat: 'ION' }, 'A full export as DYNAMODB_JSON is needed.'],
    [{ exportType: 'INCREMENTAL_EXPORT' }, 'A full export as DYNAMODB_JSON is needed.'],
    [{ itemCount: 3 }, 'names 2 rows, and the export has 3.'],
    [{ tableArn: 'arn:aws:dynamodb:us-east-1:000000000000:table/credit-wallet' }, 'backup.json is missing'],
  ])('is refused for %o', async (over, words) => {
    exportOfAws(over);
    expect((await problems()).join()).toContain(words);
  });

  it('is refused where there is none, or more than one', async () => {
    expect((await problems()).join()).toContain('has no folder AWSDynamoDB');
    exportOfAws();
    mkdirSync(join(folder, 'AWSDynamoDB', 'other'));
    expect((await problems()).join()).toContain('Leave the one that is meant.');
  });
});

describe('the commands', () => {
  it('say what they need before they touch anything', async () => {
    const filled = join(folder, 'filled');
    mkdirSync(join(filled, 'x'), { recursive: true });
    const fresh = join(folder, 'fresh');
    const noFolder = join(folder, 'file');
    writeFileSync(noFolder, '');
    for (const [args, words] of [
      [['backup'], 'Name one new folder'],
      [['backup', fresh, '--data', filled], 'holds no records'],
      [['backup', filled, '--data', filled], 'A backup goes into a folder of its own'],
      [['backup', noFolder, '--data', filled], 'A backup goes into a folder of its own'],
      [['restore-backup'], 'Name one folder with a backup'],
      [['restore-backup', folder], '--data DIR'],
      [['restore-backup', folder, '--data', fresh], '--keys FOLDER, or say that there is none'],
      [['restore-backup', folder, '--data', filled, '--without-keys'], 'holds something already'],
      [['restore-backup', folder, '--data', noFolder, '--without-keys'], 'holds something already'],
      [['restore-backup', folder, '--data', fresh, '--without-keys'], 'nothing was restored'],
      [['reindex', '--data', fresh], 'No system is running'],
    ] as const) {
      const { code, said } = await wallet(...args);
      expect(said.join(), args.join(' ')).toContain(words);
      expect(code).toBe(1);
    }
    expect(readdirSync(folder)).toEqual(['file', 'filled']);
  });

  it('put the keys in the place of an earlier copy of them, and of nothing else', async () => {
    const [backups, older, keys] = [join(folder, 'backups'), join(folder, 'older'), join(folder, 'keys')];
    for (const [of, names] of [
      [backups, ['2026-11-25']],
      [older, ['backup.json', 'documents.jsonl']],
      [keys, ['backup.json']],
    ] as const) {
      mkdirSync(of);
      for (const name of names) writeFileSync(join(of, name), '');
    }
    const fresh = join(backups, '2026-11-26');
    const said = async (of: string) => (await wallet('backup', fresh, '--keys', of, '--data', folder)).said.join();
    for (const of of [fresh, join(fresh, 'keys'), backups]) expect(await said(of)).toContain('Keys are kept apart');
    for (const of of [older, join(older, 'backup.json')])
      expect(await said(of)).toContain('holds something else than a copy of the keys');
    // These two go on to what is to be backed up.
    for (const of of [keys, join(folder, 'new')]) expect(await said(of)).toContain('holds no records');
  });
});
