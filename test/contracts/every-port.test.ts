import { describe, expect, it } from 'vitest';
import { filesOf, importsOf, sourceAt } from '../architecture/source.ts';

/** Ports that a handler may have, by the type in `shared/ports.ts` and as `Ports` lists them. */
const ports = [...sourceAt('functions/capabilities.ts').text.matchAll(/^ {2}readonly \w+: (\w+);$/gm)]
  .map(([, type]) => type)
  .filter((type) => sourceAt('shared/ports.ts').text.includes(`export interface ${type} `));
const suites = filesOf('test/contracts/*.ts')
  .filter((path) => !path.endsWith('.test.ts'))
  .map((path) => sourceAt(path).text);

describe('every port', () => {
  it('is found', () =>
    expect(ports).toEqual(expect.arrayContaining(['Table', 'Clock', 'Poster', 'Employer', 'Ciphers'])));

  it.each(ports)('%s has a contract suite', (port) => {
    expect(
      suites.some((text) => /export function describe\w+/.test(text) && new RegExp(`\\b${port}\\b`).test(text)),
    ).toBe(true);
  });

  const adapters = filesOf('functions/adapters/*.ts').filter((path) =>
    ports.some((port) => new RegExp(`\\): ${port}( \\{| =>)`).test(sourceAt(path).text)),
  );
  const tried = filesOf('test/contracts/*.ts').flatMap((path) =>
    importsOf(sourceAt(path)).map(({ specifier }) => specifier),
  );
  it('is implemented by adapters that are found', () => expect(adapters.length).toBeGreaterThanOrEqual(9));
  it.each(adapters)('is tried on what implements it: %s', (path) => expect(tried).toContain(`../../${path}`));
});
