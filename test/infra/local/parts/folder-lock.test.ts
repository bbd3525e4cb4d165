import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from '../../../../infra/local/parts/folder-lock.ts';
import { close, freePort, listen } from '../../../../infra/local/parts/port.ts';
import { identify } from '../../../../infra/local/parts/process-identity.ts';

const lockModule = new URL('../../../../infra/local/parts/folder-lock.ts', import.meta.url).href;
const holdTheLock = `
  const { lockFolder } = await import(${JSON.stringify(lockModule)});
  try { lockFolder(process.argv[1]); console.log('locked'); } catch (error) { console.log(error.message); process.exit(0); }
  setInterval(() => {}, 1000);`;

let folder: string;
let holders: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parts-lock-'));
});
afterEach(() => {
  for (const child of holders) child.kill('SIGKILL');
  holders = [];
  rmSync(folder, { recursive: true, force: true });
});

async function holder() {
  const child = spawn(process.execPath, ['--input-type=module', '-e', holdTheLock, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  holders.push(child);
  const [said] = await once(child.stdout, 'data');
  return { child, said: String(said).trim() };
}

describe('the lock on a data folder', () => {
  it('tells a second start in one line who uses the folder and what to do', () => {
    const lock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(
      `The folder ${folder} is in use by process ${process.pid}. Stop it or choose another with --data.`,
    );
    lock.release();
    lockFolder(folder).release();
  });

  it('says in one line that what was named is a file, or lies below one', () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    expect(() => lockFolder(file)).toThrow(`${file} is a file. Name another folder with --data.`);
    expect(() => lockFolder(join(file, 'b'))).toThrow(`${join(file, 'b')} lies below a file.`);
  });

  it('is refused to us while another process lives, and is ours after it was killed', async () => {
    const { child, said } = await holder();
    expect(said).toBe('locked');
    expect(() => lockFolder(folder)).toThrow(`in use by process ${child.pid}.`);
    child.kill('SIGKILL');
    await once(child, 'exit');
    lockFolder(folder).release();
  });

  it('is taken over when the id of the dead owner now belongs to another process', () => {
    writeFileSync(join(folder, 'lock'), JSON.stringify({ ...identify(process.pid), startedAt: 'an earlier process' }));
    lockFolder(folder).release();
  });

  it('is taken over when a power cut left it empty', () => {
    writeFileSync(join(folder, 'lock'), '');
    lockFolder(folder).release();
  });

  it('has one winner when several start at once over a dead owner', async () => {
    const dead = spawnSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' });
    writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: Number(dead.stdout), startedAt: 'gone' }));
    const rivals = await Promise.all(Array.from({ length: 4 }, holder));
    expect(rivals.filter(({ said }) => said === 'locked')).toHaveLength(1);
    const winner = rivals.find(({ said }) => said === 'locked');
    expect(JSON.parse(readFileSync(join(folder, 'lock'), 'utf8'))).toMatchObject({ pid: winner?.child.pid });
  });
});

describe('a port', () => {
  it('that is in use is named in one line with the option that chooses another', async () => {
    const first = createServer();
    const port = await listen(first, 0);
    await expect(listen(createServer(), port)).rejects.toThrow(`Port ${port} is in use. Choose another with --port.`);
    await expect(freePort(port, { option: '--mail-port' })).rejects.toThrow(
      `Port ${port} is in use. Choose another with --mail-port.`,
    );
    await close(first);
    expect(await freePort(port)).toBe(port);
  });
});
