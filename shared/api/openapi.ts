import * as z from 'zod/mini';
import { problem, titles } from './problem.ts';
import { type Answer, isForKeys, isForStaff, needsSession, type Route } from './route.ts';
import { routes } from './routes.ts';

type Json = { readonly [name: string]: unknown };

const schemaOf = (schema: z.core.$ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};

/** Of media types whose documents are JSON objects, and have a form that others than this document state. */
const jsonMedia: readonly string[] = ['application/json', 'application/vc', 'application/did+json'];
/** Bytes are told by their media type alone (OpenAPI 3.1, "Considerations for File Uploads"); text and a JWT are strings. */
const mediaSchema = (type: string): Json =>
  jsonMedia.includes(type)
    ? { type: 'object' }
    : /^text\/|\+jwt$|[+/](?:xml|yaml)\b/.test(type)
      ? { type: 'string' }
      : {};

function contentOf(answer: Answer): Json {
  if (answer === 'empty') return {};
  if (answer === 'html') return { content: { 'text/html': { schema: { type: 'string' } } } };
  if ('media' in answer)
    return { content: Object.fromEntries(answer.media.map((type) => [type, { schema: mediaSchema(type) }])) };
  return { content: { 'application/json': { schema: schemaOf(answer, 'output') } } };
}

const descriptions: Readonly<Record<number, string>> = {
  200: 'Done',
  201: 'Created',
  202: 'Accepted; ask again after Retry-After',
  303: 'See the Location',
};

/** Whether a repeat can be told from another request by its key (`replaying`). */
const takesIdempotencyKey = ({ method, access }: Pick<Route, 'method' | 'access'>): boolean =>
  method === 'POST' && needsSession(access);

/** Problems of the stack that every route stands in, besides those that a route states. */
const stackProblems = ({ access, method, query, body }: Route): readonly number[] => [
  ...(needsSession(access) || isForKeys(access) ? [401] : []),
  ...(method === 'GET' && !isForStaff(access) && !isForKeys(access) ? [] : [403]),
  ...(body ? [400, 413, 415] : []),
  ...(body || query ? [422] : []),
  ...(takesIdempotencyKey({ method, access }) ? [409, 422] : []),
  ...[500, 503],
];

/** Each property of a query's object is a parameter of its own. */
function queryParameters(query: z.core.$ZodType): readonly Json[] {
  const { properties = {}, required = [] } = schemaOf(query, 'input') as {
    readonly properties?: Readonly<Record<string, Json>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    ...{ name, in: 'query', required: required.includes(name), schema },
  }));
}

function operationOf(route: Route): Json {
  const { name, path, access, summary, query, body, answers, problems = [] } = route;
  const parameters = [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => ({
      ...{ name: parameter, in: 'path', required: true },
      schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,64}$' },
    })),
    ...(query ? queryParameters(query) : []),
    ...(takesIdempotencyKey(route)
      ? [
          {
            ...{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } },
            description: 'A repeat with the same key gets the same answer; the same key with another body is refused.',
          },
        ]
      : []),
  ];
  const success = Object.entries(answers).map(([status, answer]) => [
    status,
    { description: descriptions[Number(status)] ?? titles[Number(status)] ?? 'Answer', ...contentOf(answer) },
  ]);
  const refused = [...new Set([...problems, ...stackProblems(route)])]
    .filter((status) => !(status in answers))
    .sort()
    .map((status) => [
      String(status),
      {
        description: titles[status] ?? 'Problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]);
  return {
    operationId: name,
    summary,
    ...(access === 'learner' && { security: [{ session: [] }] }),
    ...(access === 'optional' && { security: [{}, { session: [] }] }),
    ...(isForStaff(access) && { security: [{ staff: [] }], 'x-roles': access.staff }),
    // What a scheme’s list holds beside OAuth are roles that are needed (OpenAPI 3.1, Security Requirement Object).
    ...(isForKeys(access) && { security: [{ key: [access.key] }] }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } },
    }),
    responses: Object.fromEntries([...success, ...refused]),
  };
}

/** The OpenAPI 3.1 document of every route, for a site at an origin. */
export function openApiDocument(siteUrl: string): Json & { readonly openapi: string } {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of Object.values(routes) as readonly Route[]) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Credit Wallet',
      version: '1',
      description:
        'Continuing-education credit from post-test to certificate. Credit is integer hundredths, times are UTC instants, days are civil dates, errors are problem+json (RFC 9457).',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: siteUrl }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problem, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-session' },
        staff: { type: 'apiKey', in: 'cookie', name: '__Host-staff' },
        key: {
          ...{ type: 'http', scheme: 'bearer' },
          description: 'A key that an owner made in the console, for the provider’s own systems. It begins with cw_.',
        },
      },
    },
  };
}
