import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOf, houseSources, projectFolder, sourceAt } from './source.ts';
import { copiedCapabilities, deadLinks, machineBound, missingFromTour, tooLong } from './text-rules.ts';

const code = [...houseSources(), ...filesOf('{infra,web}/**/*.{mjs,css}').map(sourceAt)];
const pages = filesOf('{*,docs/**/*,.github/**/*}.md').map(sourceAt);
const inProject = (path: string) => existsSync(join(projectFolder, path));
/** Text that anybody may read: code, pages, settings, and the lock file. */
const texts = filesOf('{*,.ci/**/*,.github/**/*,shared/**/*,functions/**/*,infra/**/*,web/**/*,test/**/*,docs/**/*}')
  .filter((path) => /(^|\/)run$|\.(ts|tsx|mjs|css|html|svg|md|json|ya?ml)$/.test(path))
  .map(sourceAt);

describe('files are small enough to be one idea', () => {
  it('holds for every file', () => expect(tooLong(code)).toEqual([]));
  it('refuses a file of 301 lines', () => {
    expect(tooLong([{ path: 'shared/planted.ts', text: 'a;\n'.repeat(301) }])).toHaveLength(1);
    expect(tooLong([{ path: 'shared/planted.ts', text: 'a;\n'.repeat(300) }])).toEqual([]);
  });
});

describe('what a function works with is passed on whole', () => {
  it('holds for every function', () =>
    expect(copiedCapabilities(filesOf('functions/**/*.ts').map(sourceAt))).toEqual([]));
  it.each(['decide({ ...capabilities, clock })', 'const { clock, ...rest } = capabilities;'])('refuses: %s', (text) =>
    expect(copiedCapabilities([{ path: 'functions/planted.ts', text }])).toHaveLength(1),
  );
});

describe('the project is at home on every machine', () => {
  it('holds for every text', () => {
    expect(texts.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['package-lock.json', 'README.md', '.ci/run']),
    );
    expect(machineBound(texts)).toEqual([]);
  });

  // Put together here, so that this file itself is no violation.
  const root = '/root';
  it.each([
    `const data = '${root}/wallet';`,
    `see ${root.replace('root', 'Users')}/somebody/wallet`,
    `registry=http${'s://'}npm.example.internal:4873/repository`,
    `"resolved": "${'http://'}10.0.0.7/zod.tgz"`,
    `${'//'}packages.example.org/:_authToken=secret`,
  ])('refuses: %s', (text) => expect(machineBound([{ path: 'docs/planted.md', text }])).not.toEqual([]));
  it('allows the public registry and paths of sites', () =>
    expect(
      machineBound([
        { path: 'docs/planted.md', text: 'https://registry.npmjs.org/zod and href="/work" and fetch("/api/me")' },
      ]),
    ).toEqual([]));
});

describe('the pages tell the way', () => {
  it('README.md’s tour mentions every folder at the top', () => {
    const folders = filesOf('*').filter((path) => !path.includes('.') && existsSync(join(projectFolder, path, '.')));
    const house = folders.filter((folder) => filesOf(`${folder}/**/*.*`).length > 0);
    expect(house).toEqual(expect.arrayContaining(['functions', 'infra', 'shared', 'test']));
    expect(missingFromTour(sourceAt('README.md').text, house)).toEqual([]);
    expect(missingFromTour('The house: `shared/` says what is true.', ['shared', 'web'])).toHaveLength(1);
  });

  it('every link between pages leads somewhere', () => {
    expect(pages.length).toBeGreaterThan(10);
    expect(deadLinks(pages, inProject)).toEqual([]);
  });
  it('refuses a link that leads nowhere', () => {
    const page = {
      path: 'docs/adr/planted.md',
      text: '[a](../glossary.md#credit) [b](nowhere.md) [c](https://example.org/x)',
    };
    expect(deadLinks([page], (path) => path === 'docs/glossary.md')).toEqual([
      'docs/adr/planted.md links to nowhere.md, which is not there',
    ]);
  });

  it('every decision is in the index', () => {
    const index = sourceAt('docs/adr/README.md').text;
    const decisions = filesOf('docs/adr/[0-9]*.md').map((path) => path.replace('docs/adr/', ''));
    expect(decisions.length).toBeGreaterThan(10);
    expect(decisions.filter((file) => !index.includes(`(${file})`))).toEqual([]);
  });
});
