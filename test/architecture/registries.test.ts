import { describe, expect, it } from 'vitest';
import { functionSources } from '../../infra/functions.ts';
import { type Route, route } from '../../shared/api/route.ts';
import { routes } from '../../shared/api/routes.ts';
import { accessPatterns } from '../../shared/table/access-patterns.ts';
import type { AccessPattern } from '../../shared/table/pattern.ts';
import { steps } from '../../shared/workflow/steps.ts';
import { exportsHandler, handlersOutsideStacks, pathSign, unmatchedHandlers, untested } from './registry-rules.ts';
import { houseSources } from './source.ts';

const sources = houseSources();
const functions = sources.filter(({ path }) => path.startsWith('functions/'));
const tests = sources.filter(({ path }) => path.startsWith('test/') && !path.startsWith('test/architecture/'));
const paths = new Set(sources.map(({ path }) => path));

const ofConsole = ({ servedBy }: Route): boolean => servedBy !== undefined;
const allRoutes: readonly (readonly [string, Route])[] = Object.entries(routes);
const routeEntries = allRoutes
  .filter(([, each]) => !ofConsole(each))
  .map(([reference, { name }]) => ({ path: `functions/api/${name}.ts`, reference }));
const areas = [...new Set(allRoutes.flatMap(([, { servedBy }]) => servedBy?.slice('admin-'.length) ?? []))];
const consoleEntries = allRoutes
  .filter(([, each]) => ofConsole(each))
  .map(([reference, { name, servedBy = '' }]) => ({
    path: `functions/admin/${servedBy.slice('admin-'.length)}/${name}.ts`,
    reference,
  }));
const stepEntries = Object.keys(steps).map((name) => ({ path: `functions/workflow/${name}.ts`, reference: name }));
const planted = (path: string, text: string) => ({ path, text });

describe('every route and every step has its handler, and every handler its entry', () => {
  it('holds for the routes', () => expect(unmatchedHandlers('api', routeEntries, functions)).toEqual([]));
  it('holds for the routes of the console, in the folder of their area', () => {
    const inAreas = functions.filter(({ path }) => /^functions\/admin\/[^/]+\//.test(path));
    expect(unmatchedHandlers('admin', consoleEntries, inAreas)).toEqual([]);
  });
  it('holds for the functions that serve the areas of the console', () => {
    const serving = functions
      .map(({ path }) => /^functions\/admin\/([^/]+)\.ts$/.exec(path)?.[1] ?? '')
      .filter(Boolean);
    expect(serving.toSorted()).toEqual(areas.toSorted());
  });
  it('holds for the steps', () => expect(unmatchedHandlers('workflow', stepEntries, functions)).toEqual([]));
  it('holds for the functions that the deployment names', () => {
    const missing = Object.values(functionSources).filter((path) => !paths.has(path));
    expect(missing).toEqual([]);
    const handlers = functions.filter(exportsHandler).map(({ path }) => path);
    const served = consoleEntries.map(({ path }) => path);
    expect(handlers.filter((path) => ![...Object.values(functionSources), ...served].includes(path))).toEqual([]);
  });
  it('holds for the names that the routes go by', () => {
    const dashed = (key: string) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    for (const [key, { name }] of Object.entries(routes)) expect(name).toBe(dashed(key));
  });

  const entry = { path: 'functions/api/get-thing.ts', reference: 'getThing' };
  it.each([
    ['a missing handler', []],
    [
      'a handler of another route',
      [planted(entry.path, 'export const handler = endpoint(routes.getOther, {}, tell);')],
    ],
    [
      'a handler without a route',
      [
        planted(entry.path, 'export const handler = endpoint(routes.getThing, {}, tell);'),
        planted('functions/api/more.ts', 'export const handler = endpoint(routes.more, {}, tell);'),
      ],
    ],
  ])('refuses %s', (_, files) => expect(unmatchedHandlers('api', [entry], files)).toHaveLength(1));
});

describe('every handler stands in the one stack of its kind', () => {
  it('holds for every function', () => expect(handlersOutsideStacks(sources)).toEqual([]));

  it.each([
    ['functions/api/planted.ts', 'export const handler = async () => ({ statusCode: 200 });'],
    ['functions/api/planted.ts', 'export const handler = handlerOver({}, build);'],
    ['functions/workflow/planted.ts', 'export const handler = endpoint(routes.getMe, {}, tell);'],
    ['functions/outbox/planted.ts', 'export const handler = handlerOver({}, build);'],
    ['shared/domain/planted.ts', 'export const handler = step("grade-attempt", {}, grade);'],
  ])('refuses in %s: %s', (path, text) => expect(handlersOutsideStacks([planted(path, text)])).toHaveLength(1));
});

describe('every access pattern names functions that are there', () => {
  const unknownUsers = (patterns: readonly AccessPattern[]) =>
    patterns.flatMap(({ usedBy }) => usedBy).filter((name) => !(name in functionSources));

  it('holds for the table', () => expect(unknownUsers(accessPatterns)).toEqual([]));
  it('has no pattern that nobody uses', () =>
    expect(accessPatterns.filter(({ usedBy }) => usedBy.length === 0)).toEqual([]));
  it('refuses a function that is not there', () =>
    expect(
      unknownUsers([{ does: 'Planted', entity: 'work', operations: ['get'], usedBy: ['get-me', 'get-nothing'] }]),
    ).toEqual(['get-nothing']));
});

// Steps need no such rule: the simulation reads them from their registry and runs every one.
describe('every route is spoken of in a test', () => {
  const signsOf = (key: string, { name, path }: Route) => [
    new RegExp(`\\b${key}\\b`),
    new RegExp(`['"\`]${name}['"\`]`),
    pathSign(path),
  ];

  it('holds for the routes', () =>
    expect(
      untested(
        Object.entries(routes).map(([key, each]) => ({ name: each.name, signs: signsOf(key, each) })),
        tests,
      ),
    ).toEqual([]));
  it('refuses a route that no test speaks of', () => {
    const getThing = route({
      ...{ name: 'get-thing', method: 'GET', path: '/api/things/{thingId}/parts', access: 'public' },
      ...{ summary: 'A thing.', answers: { 200: 'html' } },
    });
    const entries = [{ name: 'get-thing', signs: signsOf('getThing', getThing) }];
    expect(untested(entries, [planted('test/a.test.ts', "fetch('/api/things/7')")])).toHaveLength(1);
    expect(untested(entries, [planted('test/a.test.ts', 'fetch("/api/things/7/parts")')])).toEqual([]);
  });
});
