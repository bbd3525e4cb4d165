import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { announce, find } from '../../../infra/local/running.ts';

let projectDir: string;
beforeEach(() => {
  projectDir = mkdtempSync(join(tmpdir(), 'wallet-running-'));
});
afterEach(() => rmSync(projectDir, { recursive: true, force: true }));

function folder(name: string): string {
  const dataDir = join(projectDir, name);
  mkdirSync(dataDir, { recursive: true });
  return dataDir;
}

const start = (name: string, pid = process.pid) =>
  announce({
    ...{ projectDir, dataDir: folder(name), pid, lambdaEndpoint: `http://127.0.0.1/${name}` },
    ...{ dynamoDbEndpoint: 'http://127.0.0.1/', site: 'http://x' },
  });

const endpointFound = (dataDir?: string): string => {
  const found = find({ projectDir, ...(dataDir !== undefined && { dataDir }) });
  return found.kind === 'found' ? found.system.lambdaEndpoint : found.message;
};

const nothing = 'No system is running on .wallet. Start it with npm start, or name its folder with --data.';

describe('a running system', () => {
  it('is found by its folder, and by default on .wallet', () => {
    start('.wallet');
    start('other');
    expect(endpointFound()).toBe('http://127.0.0.1/.wallet');
    expect(endpointFound(join(projectDir, 'other'))).toBe('http://127.0.0.1/other');
  });

  it('is found without naming its folder when it is the only one of the checkout', () => {
    start('other');
    expect(endpointFound()).toBe('http://127.0.0.1/other');
    expect(endpointFound(folder('third'))).toMatch(/^No system is running on .*third\./);
  });

  it('is asked for by name when several run', () => {
    start('other');
    start('third', process.ppid);
    expect(endpointFound()).toMatch(
      /^Several systems are running: .*other, .*third\. Name one of these folders with --data\.$/,
    );
  });

  it('is gone when its host withdrew it', () => {
    start('.wallet').withdraw();
    expect(endpointFound()).toBe(nothing);
    expect(readdirSync(folder('.wallet'))).toEqual([]);
  });

  it('is gone when its process was killed, and its place in the list is taken away by the next start', () => {
    const { pid = 0 } = spawnSync(process.execPath, ['-e', '']);
    start('.wallet', pid);
    expect(endpointFound()).toBe(nothing);
    start('other');
    expect(readdirSync(join(projectDir, '.cache', 'running'))).toEqual([`${process.pid}.json`]);
  });

  it('is gone when its id belongs to a later process, or its announcement is torn', () => {
    start('.wallet');
    const file = join(projectDir, '.wallet', 'running.json');
    const text = readFileSync(file, 'utf8');
    rmSync(join(projectDir, '.cache'), { recursive: true });
    writeFileSync(file, JSON.stringify({ ...JSON.parse(text), startedAt: 'earlier' }));
    expect(endpointFound()).toBe(nothing);
    writeFileSync(file, text.slice(0, 20));
    expect(endpointFound()).toBe(nothing);
  });
});
