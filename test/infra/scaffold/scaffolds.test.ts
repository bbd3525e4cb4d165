import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../../infra/house/project-folder.ts';

const inProject = (...path: string[]) => join(projectFolder, ...path);
const copied = [
  'shared',
  'functions',
  'infra/scaffold',
  'infra/house/project-folder.ts',
  'test/support',
  'test/simulation',
];

let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'credit-wallet-scaffold-'));
  for (const path of [...copied, 'package.json', 'tsconfig.json', 'biome.json'])
    cpSync(inProject(path), join(copy, path), { recursive: true });
  symlinkSync(inProject('node_modules'), join(copy, 'node_modules'), 'junction');
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const scaffold = (name: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(copy, 'infra/scaffold', `${name}.ts`), ...args],
    {
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
};
const textOf = (path: string) => readFileSync(join(copy, path), 'utf8');
/** Runs a tool of the project in the copy. @throws with what it printed when it fails */
const tool = (path: string, ...args: readonly string[]) =>
  execFileSync(process.execPath, [inProject('node_modules', path), ...args], {
    cwd: copy,
    encoding: 'utf8',
    stdio: 'pipe',
  });

describe('the scaffolds', () => {
  it('make a route and a step that type-check, keep the style, and pass the tests that come with them', () => {
    const route = scaffold('new-route', 'POST /api/things/{thingId}/parts', 'add-part');
    expect(route.stderr).toBe('');
    expect(route.stdout).toContain('Next:\n1. In shared/api/learner-routes.ts');
    expect(textOf('shared/api/learner-routes.ts')).toContain("path: '/api/things/{thingId}/parts'");
    const step = scaffold('new-step', 'report-credit');
    expect(step.stderr).toBe('');
    expect(textOf('shared/workflow/steps.ts')).toContain("state: 'ReportCredit'");

    const tests = ['test/functions/api/add-part.test.ts', 'test/functions/workflow/report-credit.test.ts'];
    const made = ['functions/api/add-part.ts', 'functions/workflow/report-credit.ts', ...tests];
    const include = ['shared', 'functions', ...tests];
    writeFileSync(join(copy, 'tsconfig.made.json'), JSON.stringify({ extends: './tsconfig.json', include }));
    // Several threads would read the same twice: all of it takes half the processor time in one.
    tool('typescript/bin/tsc', '-p', 'tsconfig.made.json', '--singleThreaded');
    tool(
      '@biomejs/biome/bin/biome',
      'ci',
      '--vcs-enabled=false',
      ...made,
      'shared/api/learner-routes.ts',
      'shared/workflow/steps.ts',
    );
    expect(tool('vitest/vitest.mjs', 'run', '--root', copy, ...tests)).toMatch(/3 passed/);
    // The compiler and a test run of their own, on a machine that does other work meanwhile.
  }, 120_000);

  it('refuse what is there already, with every reason, and change nothing', () => {
    const before = textOf('shared/api/learner-routes.ts');
    const again = scaffold('new-route', 'GET /api/me', 'get-me');
    expect(again.status).toBe(1);
    expect(again.stderr.trim().split('\n')).toEqual([
      'The route get-me is there already: GET /api/me.',
      'GET /api/me is there already: get-me.',
      'functions/api/get-me.ts is there already.',
    ]);
    expect(scaffold('new-step', 'award-credit').stderr).toContain('The step award-credit is there already.');
    expect(textOf('shared/api/learner-routes.ts')).toBe(before);
  });

  it('refuse what is no route and no step, and say how it is written', () => {
    const wrong = scaffold('new-route', 'DELETE /things/:id', 'RemoveThing');
    expect(wrong.status).toBe(1);
    expect(wrong.stderr.trim().split('\n')).toHaveLength(3);
    expect(scaffold('new-route').stderr).toContain('Usage: npm run new:route -- "GET /api/things/{thingId}" get-thing');
    expect(scaffold('new-step').stderr).toContain('Usage: npm run new:step -- report-credit');
  });
});
