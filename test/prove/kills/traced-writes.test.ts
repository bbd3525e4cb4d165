import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { projectFolder } from '../../../infra/house/project-folder.ts';
import { randomFrom } from '../../simulation/random.ts';
import { cutPower } from './power-cut.ts';
import { unsyncedIn } from './traced-writes.ts';

const folder = mkdtempSync(join(tmpdir(), 'power-cut-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a power cut takes what was written and not synced, and a sync covers what was written before it began', () => {
  const at = (name: string): string => join(folder, name);
  mkdirSync(at('s3'));
  writeFileSync(at('wal'), 'syncedlatelost');
  writeFileSync(at('s3/kept'), 'kept');
  writeFileSync(at('s3/moved'), 'moved');
  const trace = [
    `10 pwrite64(3<${at('wal')}>, ""..., 6, 0) = 6`,
    `10 fdatasync(3<${at('wal')}> <unfinished ...>`,
    `11 pwrite64(3<${at('wal')}>, ""..., 4, 6) = 4`,
    '10 <... fdatasync resumed>) = 0',
    `11 pwrite64(3<${at('wal')}>, ""..., 4, 10 <unfinished ...>`,
    `12 openat(AT_FDCWD, "${at('s3/kept')}", O_WRONLY|O_CREAT|O_CLOEXEC, 0666) = 5<${at('s3/kept')}>`,
    `12 write(5<${at('s3/kept')}>, ""..., 4) = 4`,
    `12 fsync(5<${at('s3/kept')}>) = 0`,
    `12 fsync(6<${at('s3')}>) = 0`,
    `12 rename("${at('s3/writing')}", "${at('s3/moved')}") = 0`,
    `12 openat(AT_FDCWD, "/elsewhere", O_WRONLY|O_CREAT, 0666) = 7</elsewhere>`,
  ].join('\n');
  const unsynced = unsyncedIn(trace, folder);
  expect(unsynced.ranges.map(({ from, to }) => [from, to])).toEqual([
    [6, 10],
    [10, 14],
  ]);
  expect(unsynced.names.map(({ path }) => path)).toEqual([at('s3/moved')]);
  cutPower(folder, unsynced, undefined, { ...randomFrom(1), chance: () => true });
  expect(readFileSync(at('wal'), 'utf8')).toBe('synced');
  expect(readFileSync(at('s3/kept'), 'utf8')).toBe('kept');
  expect([existsSync(at('s3/moved')), existsSync(at('s3/writing'))]).toEqual([false, true]);
});

it('what a call did not do is not taken away: a folder that was there already keeps what it holds', () => {
  const documents = join(folder, 'documents');
  const file = join(documents, 'kept');
  mkdirSync(documents);
  writeFileSync(file, 'kept');
  const trace = [
    `10 mkdir("${documents}", 0777 <unfinished ...>`,
    `11 openat(AT_FDCWD, "${file}", O_RDONLY <unfinished ...>`,
    '10 <... mkdir resumed>) = -1 EEXIST (File exists)',
    `11 <... openat resumed>) = 5<${file}>`,
    `13 write(7<${join(folder, 'old')}>, ""..., 4) = 4`,
    `13 rename("${join(folder, 'old')}", "${join(folder, 'new')}" <unfinished ...>`,
    '13 <... rename resumed>) = -1 ENOENT (No such file or directory)',
    `14 mkdir("${join(folder, 'may have been made')}", 0777 <unfinished ...>`,
    `15 fsync(8<${folder}>) = 0`,
  ].join('\n');
  const unsynced = unsyncedIn(trace, folder);
  expect(unsynced.names.map(({ path }) => path)).toEqual([join(folder, 'may have been made')]);
  expect([...unsynced.appended.keys()]).toEqual([join(folder, 'old')]);
  cutPower(folder, unsynced, undefined, { ...randomFrom(1), chance: () => true });
  expect(readFileSync(file, 'utf8')).toBe('kept');
});

it('where nothing can be traced, the proof says that it tried nothing, and its exit code that it proved nothing', () => {
  const program = join(projectFolder, 'test', 'prove', 'kills', 'run.ts');
  const environment = { ...process.env, PATH: folder };
  const { status, stdout } = spawnSync(process.execPath, [program, 'power-cuts'], {
    env: environment,
    encoding: 'utf8',
  });
  expect(stdout).toContain('NOTHING WAS TRIED. There is no strace');
  expect(status).toBe(77);
}, 30_000);
