import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { proofsIn } from '../../infra/docs/trust/last-runs.ts';
import { projectFolder } from '../../infra/house/project-folder.ts';
import product from '../../package.json' with { type: 'json' };

interface Job {
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly strategy?: { readonly matrix: { readonly proof: readonly string[] } };
  readonly steps: readonly { readonly run?: string }[];
}
interface Workflow {
  readonly on: { readonly schedule: readonly { readonly cron: string }[] };
  readonly jobs: Readonly<Record<'seed' | 'nightly' | 'weekly' | 'tell', Job>>;
}

const read = (path: string): string => readFileSync(join(projectFolder, path), 'utf8');
const { on, jobs }: Workflow = parse(read('.github/workflows/proofs.yml'));
const nightly = (jobs.nightly.strategy?.matrix.proof ?? []).map((proof) => `prove:${proof}`);
const weekly = jobs.weekly.steps.flatMap(({ run }) =>
  run?.startsWith('npm run ') ? run.slice('npm run '.length) : [],
);

/** The first seed that a command names, and the one after its last, on the day whose seeds begin at `day`. */
function seedsOf(command: string, day: number): readonly [from: number, to: number] {
  const [, added = '0'] = /--seed \$\(\(SEED \+ (\d+)\)\)/.exec(command) ?? [];
  const [, count = '1'] = /--schedules (\d+)/.exec(command) ?? [];
  return [day + Number(added), day + Number(added) + Number(count)];
}

describe('the proofs that run by the clock', () => {
  it('are commands, with parts and numbers that there are', () => {
    expect(nightly.length + weekly.length).toBeGreaterThan(5);
    for (const command of [...nightly, ...weekly]) {
      const [name = '', args = ''] = command.split(' -- ');
      expect(Object.keys(product.scripts), command).toContain(name);
      const source = read(`test/prove/${name.slice('prove:'.length)}/run.ts`);
      const words = args
        .replace(/--seed \$(?:SEED|\(\(SEED \+ \d+\)\))/, '')
        .split(' ')
        .filter(Boolean);
      const flags = words.filter((word) => word.startsWith('--')).map((flag) => flag.slice(2));
      for (const flag of flags) expect(source, command).toMatch(new RegExp(`\\b${flag}: [\\d_]+|\\b${flag}: usual`));
      const parts = words.filter((word) => /^[a-z]/.test(word));
      expect(proofsIn(source), command).toEqual(expect.arrayContaining(parts));
    }
  });

  it('play each night a million schedules of faults, every pair of crashes, kills and power cuts', () => {
    const said = nightly.join('\n');
    for (const proof of ['crash-points-of-erasure', 'crash-pairs', 'kills -- kills', 'power-cuts'])
      expect(said).toContain(proof);
    const played = nightly.filter((command) => command.includes('--schedules'));
    const bands = [20_000, 20_001].flatMap((day) => played.map((command) => seedsOf(command, day * 1_000_000)));
    // One after another without a gap, and the next day goes on where this one ended.
    for (const [index, [from]] of bands.entries()) if (index > 0) expect(from).toBe(bands[index - 1]?.[1]);
    expect(bands.at(-1)?.[1]).toBe(20_002 * 1_000_000);
    expect(jobs.seed.steps[0]?.run).toContain('/ 86400 * 1000000');
  });

  it('run at their times, each at its own, and an issue tells of any that fails', () => {
    const [night = '', week = ''] = on.schedule.map(({ cron }) => cron);
    expect([night.split(' ').slice(2), week.split(' ').slice(2)]).toEqual([
      ['*', '*', '*'],
      ['*', '*', '0'],
    ]);
    expect(jobs.nightly.if).toBe(`github.event.schedule != '${week}'`);
    expect(jobs.weekly.if).toBe(`github.event.schedule != '${night}'`);
    expect(weekly).toEqual(['prove:restore -- --seed $SEED']);
    expect(jobs.tell).toMatchObject({ needs: ['nightly', 'weekly'], if: 'failure()' });
    expect(jobs.tell.steps[0]?.run).toContain('gh issue create');
  });
});
