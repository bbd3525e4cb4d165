import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Route } from '../../shared/api/route.ts';
import { routes } from '../../shared/api/routes.ts';
import { accessPatterns } from '../../shared/table/access-patterns.ts';
import { type EntityName, entities, shardOf, workIndex } from '../../shared/table.ts';
import { steps } from '../../shared/workflow/steps.ts';

const filesOf = (folder: string): readonly string[] =>
  readdirSync(new URL(`../../functions/${folder}`, import.meta.url))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.replace(/\.ts$/, ''));

const names = Object.keys(entities) as EntityName[];
const partsOf = (name: EntityName): readonly string[] =>
  [...`${entities[name].pk} ${entities[name].sk}`.matchAll(/\{(\w+)\}/g)].map(([, part]) => part ?? '');
const keyOf = (name: EntityName, part: (name: string) => string | number) =>
  entities[name].keyOf(Object.fromEntries(partsOf(name).map((each) => [each, part(each)])) as never);

describe('the keys of the table', () => {
  it.each(names)('of a %s are filled with all their parts', (name) => {
    const { pk, sk } = keyOf(name, (part) => `<${part}>`);
    expect(`${pk} ${sk}`).toBe(`${entities[name].pk} ${entities[name].sk}`.replaceAll('{', '<').replaceAll('}', '>'));
  });

  it.each(names.filter((name) => partsOf(name).length > 0))(
    'of a %s refuse a part with # in it, which would reach into another’s rows, and one that is missing',
    (name) => {
      for (const foul of partsOf(name)) {
        for (const value of ['x#y', '#', 'me#PROFILE', ''])
          expect(() => keyOf(name, (part) => (part === foul ? value : 'x'))).toThrow(RangeError);
      }
    },
  );

  it('tell every two rows apart, within a kind and between kinds', () => {
    const keys = names.flatMap((name) =>
      ['x', 'y'].map((value) =>
        JSON.stringify(keyOf(name, (part) => (part === partsOf(name).at(-1) ? value : 'same'))),
      ),
    );
    const fixed = names.filter((name) => partsOf(name).length === 0).length;
    expect(new Set(keys).size).toBe(keys.length - fixed);
  });

  it('sort numbers as numbers', () => {
    const sks = [9, 10, 100, 2_000_000].map((version) => entities.version.keyOf({ activityId: 'a', version }).sk);
    expect(sks.toSorted()).toEqual(sks);
  });
});

describe('the shards of the work index', () => {
  it('are the same for an id for ever', () => {
    // Others than these would lose sight of what waits in the table of a running system.
    expect(['grade-1', 'award-l-a', 'award-x'].map(shardOf)).toEqual([6, 5, 3]);
    expect(shardOf('')).toBe(0x811c9dc5 % workIndex.shards);
  });

  it('are within their number and take fair shares', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        expect(shardOf(id)).toBeLessThan(workIndex.shards);
      }),
    );
    const shares = Object.values(
      Object.groupBy(
        Array.from({ length: 8_000 }, (_, number) => shardOf(`grade-${number}`)),
        String,
      ),
    );
    expect(shares).toHaveLength(workIndex.shards);
    for (const share of shares) expect(Math.abs((share?.length ?? 0) - 1_000)).toBeLessThan(150);
  });
});

describe('the access patterns', () => {
  const areas = filesOf('admin').map((area) => `admin-${area}`);
  const functions = [...['api', 'workflow', 'scheduled', 'commands'].flatMap(filesOf), ...areas];

  it('name functions that there are', () => {
    for (const { does, usedBy } of accessPatterns)
      for (const name of usedBy) expect(functions, `“${does}”`).toContain(name);
  });

  it('leave no kind of row unused, and let nobody change what is never changed', () => {
    expect(new Set(accessPatterns.map(({ entity }) => entity))).toEqual(new Set(names));
    const writersOf = (entity: EntityName) => [
      ...new Set(
        accessPatterns
          .filter((each) => each.entity === entity && each.operations.includes('put'))
          .flatMap(({ usedBy }) => usedBy),
      ),
    ];
    expect(writersOf('credit')).toEqual([
      // Reindexing puts an award as it is into the list.
      ...['award-credit', 'reindex', 'propose-change', 'decide-change', 'admin-changes', 'run-batches'],
    ]);
    // Redriving a certificate that was never issued adds a version under a key of its own.
    expect(writersOf('snapshot').toSorted()).toEqual([
      'admin-changes',
      'admin-operations',
      'award-credit',
      'decide-change',
      'propose-change',
      'redrive-work',
      'run-batches',
    ]);
    expect(writersOf('answerKey')).toEqual(['publish-activity', 'admin-activities']);
  });

  it('let the answer keys be read by the grader, and by staff who publish or measure questions, alone', () => {
    const readers = accessPatterns.filter(({ entity }) => entity === 'answerKey').flatMap(({ usedBy }) => usedBy);
    expect([...new Set(readers)].sort()).toEqual([
      'admin-activities',
      'admin-outcomes',
      'grade-attempt',
      'publish-activity',
    ]);
  });
});

describe('the registries and the files', () => {
  it('have one handler for each route and one route for each handler', () => {
    expect(filesOf('api').toSorted()).toEqual(
      (Object.values(routes) as readonly Route[])
        .filter(({ servedBy }) => servedBy === undefined)
        .map(({ name }) => name)
        .toSorted(),
    );
  });

  it('have one step for each entry and one entry for each step', () => {
    expect(filesOf('workflow').toSorted()).toEqual(Object.keys(steps).toSorted());
  });
});
