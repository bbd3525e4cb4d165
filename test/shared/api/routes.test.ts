import { describe, expect, it } from 'vitest';
import { openApiDocument } from '../../../shared/api/openapi.ts';
import { titles } from '../../../shared/api/problem.ts';
import { type Access, functionOf, isForKeys, isForStaff, needsSession, type Route } from '../../../shared/api/route.ts';
import { routes } from '../../../shared/api/routes.ts';

const all: readonly Route[] = Object.values(routes);

describe('the routes', () => {
  it('are each one method at one path, and named as their key is', () => {
    expect(new Set(all.map(({ method, path }) => `${method} ${path}`)).size).toBe(all.length);
    for (const [key, { name }] of Object.entries(routes))
      expect(name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())).toBe(key);
  });

  it('are for learners only wherever they name something of a learner’s', () => {
    const open = all.filter(({ access }) => !needsSession(access) && !isForKeys(access)).map(({ path }) => path);
    expect(open.sort()).toEqual([
      '/.well-known/did.json',
      ...['/api/activities', '/api/activities/{activityId}', '/api/admin/employer'],
      ...['/api/admin/employer/callback', '/api/admin/sign-in', '/api/admin/sign-in/code', '/api/admin/sign-in/ways'],
      ...['/api/health', '/api/openapi.json'],
      ...['/api/sign-in', '/api/sign-in/code', '/api/sign-out'],
      ...['/credentials/heads/{day}', '/credentials/offers/{offerToken}', '/credentials/offers/{offerToken}/exchange'],
      ...['/credentials/status/{purpose}/{list}', '/t/{token}', '/t/{token}/pdf'],
      ...['/v/{certificateId}', '/v/{certificateId}/pdf'],
    ]);
  });

  it('are staff’s, in stated roles, wherever they are of the console, but for signing in', () => {
    const console = all.filter(({ path }) => path.startsWith('/api/admin/'));
    const unguarded = console.filter(({ access }) => !isForStaff(access)).map(({ name }) => name);
    expect(unguarded.sort()).toEqual([
      ...['enter-staff-code', 'finish-employer-sign-in', 'get-sign-in-ways'],
      ...['start-employer-sign-in', 'start-staff-sign-in'],
    ]);
    expect(all.filter(({ access, path }) => isForStaff(access) && !path.startsWith('/api/admin/'))).toEqual([]);
    expect(console.filter(({ servedBy }) => servedBy === undefined)).toEqual([]);
  });

  it('are the keys’ of the provider’s own systems below /api/provider and nowhere else, and change nothing', () => {
    const byKey = all.filter(({ access }) => isForKeys(access));
    expect(all.filter(({ path }) => path.startsWith('/api/provider/'))).toEqual(byKey);
    expect(new Set(byKey.map(({ servedBy }) => servedBy))).toEqual(new Set(['admin-provider']));
    expect(byKey.filter(({ method }) => method !== 'GET').map(({ name }) => name)).toEqual(['find-learner']);
  });

  it('of staff and those of keys are never the same function, so that neither has the rights of the other', () => {
    const functions = (which: (access: Access) => boolean) => all.filter(({ access }) => which(access)).map(functionOf);
    expect(functions(isForStaff).filter((name) => functions(isForKeys).includes(name))).toEqual([]);
  });

  it('let an auditor read, and change nothing but their own sign-in', () => {
    const changing = all.filter(
      ({ method, reads, access }) =>
        method !== 'GET' && !reads && isForStaff(access) && access.staff.includes('auditor'),
    );
    expect(changing.map(({ name }) => name).sort()).toEqual([
      ...['challenge-passkey', 'prove-passkey', 'sign-staff-out', 'sign-staff-out-everywhere'],
    ]);
  });

  it('take a body only where they change something', () => {
    for (const { method, body, name } of all) if (body) expect(method, name).not.toBe('GET');
  });

  it('state a title for every problem', () => {
    for (const { problems = [] } of all) for (const status of problems) expect(titles[status]).toBeDefined();
  });
});

describe('the OpenAPI document', () => {
  const document = openApiDocument('https://credit.example.org');
  const operations = Object.entries(document.paths as Record<string, Record<string, Record<string, unknown>>>).flatMap(
    ([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

  it('describes every route once, with its parameters and answers', () => {
    expect(operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`).toSorted()).toEqual(
      all.map(({ method, path }) => `${method} ${path}`).toSorted(),
    );
    for (const { path, operation } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const parameters = (operation.parameters ?? []) as { name: string; in: string }[];
      expect(parameters.filter((each) => each.in === 'path').map(({ name }) => name)).toEqual(named);
      expect(Object.keys(operation.responses as object)).toContain('500');
    }
  });

  const security = (access: Access): string =>
    isForKeys(access)
      ? `[{"key":["${access.key}"]}]`
      : isForStaff(access)
        ? '[{"staff":[]}]'
        : { learner: '[{"session":[]}]', optional: '[{},{"session":[]}]', public: '[]' }[access];

  it('tells that learners’ and staff’s routes want a session, those of keys a key, and answer 401 without one', () => {
    for (const { name, access } of all) {
      const operation = operations.find((each) => each.operation.operationId === name)?.operation ?? {};
      expect(JSON.stringify(operation.security ?? []), name).toBe(security(access));
      expect('401' in Object(operation.responses), name).toBe(
        needsSession(access) || isForKeys(access) || ['enter-code', 'enter-staff-code'].includes(name),
      );
    }
  });

  it('calls a document a JSON object that is one, text a string, and says no more of a PDF or a workbook than its type', () => {
    const schemas = new Map<string, string>();
    for (const { operation } of operations)
      for (const { content = {} } of Object.values(operation.responses as Record<string, { content?: object }>))
        for (const [type, { schema }] of Object.entries(content)) schemas.set(type, JSON.stringify(schema));
    for (const type of ['application/vc', 'application/did+json']) expect(schemas.get(type)).toBe('{"type":"object"}');
    for (const type of ['text/csv; charset=utf-8', 'application/vc+jwt', 'image/svg+xml', 'application/yaml'])
      expect(schemas.get(type), type).toBe('{"type":"string"}');
    expect(schemas.get('application/pdf')).toBe('{}');
  });

  it('has no word of an answer key', () => {
    const text = JSON.stringify(document);
    expect(text).not.toMatch(/answerKey|"right":\{"type":"array"/);
  });

  it('is plain JSON whose references lead somewhere', () => {
    const text = JSON.stringify(document);
    expect(JSON.parse(text)).toEqual(document);
    expect(new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref))).toEqual(
      new Set(['#/components/schemas/Problem']),
    );
  });
});
