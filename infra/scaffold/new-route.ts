/** Adds a route: its entry in the registry, its handler and its test. */
import { parseArgs } from 'node:util';
import { routes } from '../../shared/api/routes.ts';
import { isThere, Refused, scaffold, textOf, withEntry } from './files.ts';
import { camel, isDashed, words } from './naming.ts';

const registry = 'shared/api/learner-routes.ts';
const usage = 'npm run new:route -- "GET /api/things/{thingId}" get-thing';
const pathPattern = /^\/(?:api|v|t|credentials|\.well-known)(?:\/(?:[a-z0-9.-]+|\{[a-z][A-Za-z0-9]*\}))+$/;

const refusalsOf = (method: string, path: string, name: string): readonly string[] => [
  ...(['GET', 'POST', 'PUT'].includes(method) ? [] : [`“${method}” is no method of this API: GET, POST or PUT.`]),
  ...(pathPattern.test(path) ? [] : [`“${path}” is no path of this API, like /api/things/{thingId}.`]),
  ...(isDashed(name) ? [] : [`“${name}” is no name of a function, like get-thing.`]),
  ...Object.values(routes).flatMap((route) => [
    ...(route.name === name ? [`The route ${name} is there already: ${route.method} ${route.path}.`] : []),
    ...(route.method === method && route.path === path ? [`${method} ${path} is there already: ${route.name}.`] : []),
  ]),
  ...(isThere(`functions/api/${name}.ts`) ? [`functions/api/${name}.ts is there already.`] : []),
];

const entryOf = (method: string, path: string, name: string): string => `  ${camel(name)}: route({
    name: '${name}',
    method: '${method}',
    path: '${path}',
    access: 'learner',
    summary: '${words(name)}.',
    answers: { 200: s.done },
  }),
`;

const handlerOf = (name: string): string => `import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { endpoint } from '../endpoint.ts';

/** ${words(name)}. */
export const handler = endpoint(learnerRoutes.${camel(name)}, {}, async () => ({ status: 'done' as const }));
`;

function testOf(path: string, name: string): string {
  const params = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => `${parameter}: 'some-id'`);
  const sent = params.length > 0 ? `, { params: { ${params.join(', ')} } }` : '';
  return `import { describe, expect, it } from 'vitest';
import { createBrowser } from '../../support/browser.ts';
import { signIn } from '../../support/learner.ts';
import { createService } from '../../support/service.ts';

describe('${name}', () => {
  it('answers a learner who is signed in', async () => {
    const { ask } = await signIn(createService(), 'learner@example.org');
    expect((await ask('${camel(name)}'${sent})).body).toEqual({ status: 'done' });
  });

  it('asks a visitor to sign in first', async () => {
    const { ask } = createBrowser(createService());
    expect((await ask('${camel(name)}'${sent})).status).toBe(401);
  });
});
`;
}

scaffold(() => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [operation = '', name = '', ...surplus] = positionals;
  const [method = '', path = ''] = operation.split(' ');
  if (positionals.length < 2 || surplus.length > 0) throw new Refused([`Usage: ${usage}`]);
  const refusals = refusalsOf(method, path, name);
  if (refusals.length > 0) throw new Refused(refusals);
  return {
    texts: {
      [registry]: withEntry(
        textOf(registry),
        '} as const satisfies Record<string, Route>;',
        entryOf(method, path, name),
      ),
      [`functions/api/${name}.ts`]: handlerOf(name),
      [`test/functions/api/${name}.test.ts`]: testOf(path, name),
    },
    next: [
      `In ${registry}: say what the route is for, who may call it, what it takes and answers, and with which problems. Its shapes go to shared/api/schemas.ts.`,
      `In shared/table/patterns: add '${name}' to the access patterns that it uses, since its role is granted those and no others.`,
      'In infra/house/needs.ts: say what it needs beyond the table (mail, documents, the workflow), if anything.',
      `Write what it shall do in test/functions/api/${name}.test.ts, then functions/api/${name}.ts, as a sentence about the route.`,
      'npm run docs, npm run check, npm test.',
    ],
  };
});
