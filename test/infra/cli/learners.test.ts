import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../../infra/cli/run.ts';
import { startHost } from './host.ts';

let folder: string;
let host: Awaited<ReturnType<typeof startHost>>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wallet-learners-'));
  host = await startHost({
    'export-learner': ({ learner }: { learner: string }) => ({
      returned:
        learner === 'l1'
          ? { outcome: 'exported', gzip: gzipSync('{"learner":"l1"}').toString('base64') }
          : { outcome: 'unknown' },
    }),
  });
  vi.stubEnv('AWS_ENDPOINT_URL_LAMBDA', host.endpoint);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function exported(learner: string, out: string) {
  const said: string[] = [];
  const terminal = { print: (line: string) => said.push(line), complain: (line: string) => said.push(line) };
  return { code: await run(['export-learner', learner, '--by', 'Asha', '--out', out], terminal), said };
}

describe('wallet export-learner', () => {
  it('writes a file that nobody else on the machine may read', async () => {
    const out = join(folder, 'learner.json');
    expect((await exported('l1', out)).code).toBe(0);
    expect(readFileSync(out, 'utf8')).toBe('{"learner":"l1"}');
    expect(statSync(out).mode & 0o777).toBe(0o600);
  });

  it('leaves no file of an account that is not there', async () => {
    const out = join(folder, 'nobody.json');
    expect(await exported('nobody', out)).toEqual({ code: 1, said: ['There is no account nobody.'] });
    expect(existsSync(out)).toBe(false);
  });

  it('asks for nothing that it could not write, and writes over no file', async () => {
    const out = join(folder, 'learner.json');
    await exported('l1', out);
    expect((await exported('l1', out)).said).toEqual([`${out} is there already. Name another file with --out.`]);
    const nowhere = join(folder, 'none', 'learner.json');
    expect(await exported('l1', nowhere)).toEqual({
      code: 1,
      said: [`${nowhere} cannot be written: its folder is not there. Name another file with --out.`],
    });
    expect(host.invoked).toHaveLength(1);
  });
});

it('wallet erase and wallet export-learner take what they use, and nothing that they would pass over', async () => {
  const said: string[] = [];
  const terminal = { print: (line: string) => said.push(line), complain: (line: string) => said.push(line) };
  const by = ['l1', '--by', 'Asha'];
  expect(await run(['erase', ...by, '--reason', 'They asked', '--out', 'x'], terminal)).toBe(2);
  expect(await run(['export-learner', ...by, '--out', join(folder, 'x'), '--reason', 'They asked'], terminal)).toBe(2);
  expect(said).toEqual([
    expect.stringMatching(/^Unknown option '--out'/),
    expect.stringMatching(/^Unknown option '--reason'/),
  ]);
  expect(host.invoked).toEqual([]);
});
