import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { projectDir } from '../../../infra/cli/project.ts';
import { run } from '../../../infra/cli/run.ts';
import { announce } from '../../../infra/local/running.ts';
import { changed, example } from '../../shared/authoring/example.ts';
import { startHost } from './host.ts';

type Published = { readonly activity: { readonly activityId: string } };

/** A system that remembers what was published and has one piece of work parked. */
async function startSystem() {
  const contents = new Map<string, string>();
  const parked = new Set(['award-1', 'award-2']);
  const broken = new Set<string>();
  const host = await startHost({
    'publish-activity': (input: Published) => {
      const { activityId } = input.activity;
      const same = contents.get(activityId) === JSON.stringify(input);
      contents.set(activityId, JSON.stringify(input));
      if (activityId === 'breaks') return { threw: { errorType: 'Error', errorMessage: 'the disk is full' } };
      return { returned: { outcome: same ? 'unchanged' : 'published', version: 1 } };
    },
    // Work is on one page, mail on the next, though it waits for longer.
    'list-parked': ({ from }: { from?: { of: string } }) => ({
      returned: {
        work: [...parked].slice(from ? 1 : 0, from ? 2 : 1).map((workId) => ({
          ...{ workId, step: 'render-certificate', reason: 'A glyph is missing.' },
          ...{ at: `2026-11-2${from ? 3 : 4}T00:00:00.000Z`, tries: 1 },
        })),
        ...(!from && { next: { of: 'mail' } }),
      },
    }),
    'audit-ledger': ({ shard }: { shard: number }) => ({
      returned: {
        ...{ learners: 1_000, entries: 6_000, awards: 1_000, certificates: 1_001, changes: 1 },
        findings: shard === 1 && broken.size > 0 ? [{ where: 'The certificate c1', wrong: 'is missing' }] : [],
        ...(shard < 1 && { next: { shard: shard + 1 } }),
      },
    }),
    'audit-heads': ({ day, place }: { day?: string; place?: { shard: number } }) => ({
      returned: {
        ...{ heads: 1, findings: [] },
        ...(!day && !place && { next: { cursor: 'next', before: '2026-11-25', shard: 0, from: 0 } }),
      },
    }),
    'redrive-work': ({ workId }: { workId: string }) => ({
      // The second keeps its cause, and is parked again at once.
      returned: {
        outcome: (workId === 'award-1' ? parked.delete(workId) : parked.has(workId)) ? 'redriven' : 'not-found',
      },
    }),
  });
  return { host, contents, broken };
}

let folder: string;
let system: Awaited<ReturnType<typeof startSystem>>;
let withdraw: () => void;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wallet-cli-'));
  system = await startSystem();
  vi.stubEnv('AWS_ENDPOINT_URL_LAMBDA', undefined);
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir);
  const { endpoint: lambdaEndpoint } = system.host;
  ({ withdraw } = announce({
    ...{ projectDir: folder, dataDir, pid: process.pid, lambdaEndpoint },
    ...{ dynamoDbEndpoint: 'http://127.0.0.1/', site: 'http://x' },
  }));
});
afterEach(async () => {
  withdraw();
  vi.unstubAllEnvs();
  await system.host.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function wallet(...args: readonly string[]) {
  const printed: string[] = [];
  const complained: string[] = [];
  const code = await run(args, { print: (line) => printed.push(line), complain: (line) => complained.push(line) });
  return { code, printed, complained };
}

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const onSystem = (): readonly string[] => ['--data', join(folder, 'data')];

describe('wallet import', () => {
  it('publishes every file, and a second import changes nothing', async () => {
    const files = [file('a.yaml', example), file('b.yaml', changed('id: hand-hygiene', 'id: second'))];
    const first = await wallet('import', ...files, ...onSystem());
    expect(first).toMatchObject({ code: 0, complained: [] });
    expect(first.printed).toEqual([
      `[1/2] ${files[0]}: hand-hygiene published as version 1`,
      `[2/2] ${files[1]}: second published as version 1`,
    ]);
    const second = await wallet('import', ...files, ...onSystem());
    expect(second.printed[1]).toBe(`[2/2] ${files[1]}: second unchanged, version 1`);
    expect(second.code).toBe(0);
  });

  it('imports none of the files when one has a mistake, and says file, line, field and remedy', async () => {
    const files = [file('a.yaml', example), file('b.yaml', changed('opens: 2026-01-15', 'opens: soon'))];
    const { code, complained } = await wallet('import', ...files, ...onSystem());
    expect(code).toBe(1);
    expect(complained).toEqual([
      `${files[1]}:13: opens: “soon” cannot be read. — Write a day, like 2026-01-15. [dates-stated: ACCME, enduring materials]`,
      '1 problem. Nothing was imported.',
    ]);
    expect(system.host.invoked).toEqual([]);
  });

  it('refuses two files that describe the same activity, files that are absent, and files that are not text', async () => {
    const files = [file('a.yaml', example), file('b.yaml', `# copy\n${example}`), join(folder, 'c.yaml')];
    writeFileSync(join(folder, 'd.yaml'), Uint8Array.of(0xff, 0xfe, 0x41));
    const { code, complained } = await wallet('import', ...files, join(folder, 'd.yaml'), ...onSystem());
    expect(code).toBe(1);
    expect(complained[0]).toContain('b.yaml:2: id: “hand-hygiene” is the activity of');
    expect(complained[1]).toContain('c.yaml:1: There is no such file.');
    expect(complained[2]).toContain('d.yaml:1: The file is not UTF-8 text.');
  });

  it('on a dry run checks the files and needs no system', async () => {
    const good = await wallet('import', file('a.yaml', example), '--dry-run', '--data', join(folder, 'nothing-here'));
    expect(good).toMatchObject({ code: 0, complained: [] });
    expect(good.printed[0]).toContain('hand-hygiene, 2 questions, 1 kind of credit');
    const bad = await wallet('import', file('b.yaml', 'id: x'), '--dry-run');
    expect(bad.code).toBe(1);
    expect(system.host.invoked).toEqual([]);
  });

  it('says in one line why a function failed', async () => {
    const path = file('a.yaml', changed('id: hand-hygiene', 'id: breaks'));
    expect(await wallet('import', path, ...onSystem())).toMatchObject({
      code: 1,
      complained: ['The function publish-activity failed: the disk is full.'],
    });
  });

  it('says how to start or name a system when none runs on the folder', async () => {
    const dir = join(folder, 'elsewhere');
    const { code, complained } = await wallet('import', file('a.yaml', example), '--data', dir);
    expect({ code, complained }).toEqual({
      code: 1,
      complained: [`No system is running on ${dir}. Start it with npm start, or name its folder with --data.`],
    });
  });
});

describe('wallet parked and wallet redrive', () => {
  it('list parked work with its step and reason', async () => {
    const { printed } = await wallet('parked', ...onSystem());
    expect(printed.slice(0, 2)).toEqual([
      'award-2  render-certificate  since 2026-11-23T00:00:00.000Z, 1 try: A glyph is missing.',
      'award-1  render-certificate  since 2026-11-24T00:00:00.000Z, 1 try: A glyph is missing.',
    ]);
  });

  it('start one piece of work again, or say that it is not known', async () => {
    expect(await wallet('redrive', 'award-1', ...onSystem())).toMatchObject({
      code: 0,
      printed: ['award-1 started again.'],
    });
    expect(await wallet('redrive', 'award-9', ...onSystem())).toMatchObject({ code: 1, printed: [] });
  });

  it('start everything again once, even what is parked again at once', async () => {
    const { code, printed } = await wallet('redrive', '--all', ...onSystem());
    expect({ code, printed }).toEqual({ code: 0, printed: ['award-2 started again.', 'award-1 started again.'] });
  });
});

describe('wallet', () => {
  it('explains a mistyped command or option in one line', async () => {
    expect(await wallet('imprt')).toEqual({
      code: 2,
      printed: [],
      complained: ['wallet has no command “imprt”. Did you mean “import”?'],
    });
    expect((await wallet('import', '--dry')).complained).toEqual([
      "Unknown option '--dry'. Usage: wallet import FILE… [--dry-run] [--data DIR | --stack NAME]",
    ]);
    expect((await wallet('import')).complained).toHaveLength(1);
    expect((await wallet('redrive')).complained).toHaveLength(1);
    expect((await wallet('parked', '--data', 'x', '--stack', 'y')).complained).toHaveLength(1);
  });

  it('explains one command by its own --help, or by help and its name, and no word that it does not have', async () => {
    const explained = await wallet('audit', '--help');
    expect(explained).toMatchObject({
      code: 0,
      printed: [expect.stringMatching(/^ {2}wallet audit \[.*\n {6}Compares/)],
    });
    expect(await wallet('audit', '--day', '2026-11-26', '-h')).toEqual(explained);
    expect(await wallet('help', 'audit')).toEqual(explained);
    const questions = await wallet('import', 'questions', '--help');
    expect(questions.printed[0]).toContain('wallet import questions FILE…');
    expect(await wallet('help', 'import', 'questions')).toEqual(questions);
    for (const word of ['constructor', 'toString', '__proto__'])
      expect(await wallet(word)).toMatchObject({ code: 2, complained: [expect.stringContaining('has no command')] });
    expect((await wallet('help', 'imprt')).complained).toEqual([
      'wallet has no command “imprt”. Did you mean “import”?',
    ]);
  });

  it('finds the endpoint of another host in AWS_ENDPOINT_URL_LAMBDA', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL_LAMBDA', system.host.endpoint);
    expect(await wallet('parked')).toMatchObject({ code: 0 });
    expect(system.host.invoked[0]).toEqual({ name: 'list-parked', input: {} });
  });

  it('runs as a program, and prints the answers as JSON that a program can read', () => {
    const program = join(projectDir, 'infra', 'cli', 'wallet.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'samples', '--answers'], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toHaveProperty('home-blood-pressure.post-test.q1', ['b']);
  });
});

it('wallet reindex says in one line that the store is down', async () => {
  const { code, complained } = await wallet('reindex', ...onSystem());
  expect({ code, lines: complained.length }).toEqual({ code: 1, lines: 1 });
  expect(complained[0]).toMatch(/^The table of the keys cannot be read, and nothing was written: .*ECONNREFUSED/);
  expect(system.host.invoked).toEqual([]);
});

describe('wallet audit', () => {
  it('goes through the whole store, says how far it is, and that everything agrees', async () => {
    expect(await wallet('audit', ...onSystem())).toEqual({
      code: 0,
      printed: [
        '1,000 learners, 6,000 ledger entries, 1,000 awards, 1,001 certificates, 1 change so far…',
        '2,000 learners, 12,000 ledger entries, 2,000 awards, 2,002 certificates, 2 changes so far…',
        '2,000 learners, 12,000 ledger entries, 2,000 awards, 2,002 certificates, 2 changes, 2 signed heads: everything agrees.',
      ],
      complained: [],
    });
  });

  it('fails when something does not agree, and names it', async () => {
    system.broken.add('c1');
    const { code, printed, complained } = await wallet('audit', ...onSystem());
    expect({ code, complained }).toEqual({ code: 1, complained: ['The certificate c1 is missing.'] });
    expect(printed.at(-1)).toMatch(
      /: 1 place does not agree\. Change nothing; docs\/procedures\/audit\.md says what next\.$/,
    );
  });

  it('compares with the head of one day alone where it is named', async () => {
    const { code, printed } = await wallet('audit', '--day', '2026-11-26', ...onSystem());
    expect({ code, printed }).toEqual({ code: 0, printed: ['1 signed head: everything agrees.'] });
    expect(system.host.invoked).toEqual([{ name: 'audit-heads', input: { day: '2026-11-26' } }]);
    expect((await wallet('audit', '--day', 'today', ...onSystem())).complained).toEqual([
      '“today” is no day. Write it like 2026-11-26.',
    ]);
  });

  it('never says that everything agrees where nothing would be compared', async () => {
    expect(await wallet('audit', '--day', '2026-11-26', '--without-heads', ...onSystem())).toEqual({
      ...{ code: 1, printed: [] },
      complained: ['A day is compared by its signed head: give --day or --without-heads, not both.'],
    });
    expect(system.host.invoked).toEqual([]);
    expect((await wallet('audit', '--without-heads', ...onSystem())).printed.at(-1)).toMatch(
      /, signed heads left out: everything agrees\.$/,
    );
  });
});
