import type * as z from 'zod/mini';
import type { Scope } from '../domain/api-key.ts';
import type { Role } from '../domain/staff.ts';

/**
 * Members of staff who hold one of these roles and signed in with their passkey. `stepUp`: within the last minutes, because
 * what the route does is grave. `by: 'code'`: also whoever has proved their address alone, to go on to the passkey.
 */
export interface StaffAccess {
  readonly staff: readonly [Role, ...Role[]];
  readonly stepUp?: true;
  readonly by?: 'code';
}

/** The provider's own systems, by a key with this scope. No cookie is looked at: nobody's browser calls such a route. */
export interface KeyAccess {
  readonly key: Scope;
}

/** Who may call a route. `optional`: anybody, who is told more when signed in. */
export type Access = 'public' | 'optional' | 'learner' | StaffAccess | KeyAccess;

export const isForStaff = (access: Access): access is StaffAccess => typeof access === 'object' && 'staff' in access;
export const isForKeys = (access: Access): access is KeyAccess => typeof access === 'object' && 'key' in access;

/** Whether somebody must be signed in, as a learner or as staff. */
export const needsSession = (access: Access): boolean => access === 'learner' || isForStaff(access);

export type Method = 'GET' | 'POST' | 'PUT';

/** Text of another kind than JSON of a schema; the handler's reply says which of the media types it is. */
export interface MediaAnswer {
  readonly media: readonly [string, ...string[]];
}

/** What a route answers with a status: JSON of a schema, a page, text of other media types, or nothing but headers. */
export type Answer = z.core.$ZodType | MediaAnswer | 'html' | 'empty';

/**
 * One route, stated once: API Gateway, the local server, the handlers' types and validation, the OpenAPI document and
 * the web client all read this object (style rule 2).
 */
export interface Route {
  /** The handler is `functions/api/{name}.ts`, or with `servedBy` `functions/admin/{area}/{name}.ts`. */
  readonly name: string;
  /** The function that serves this route together with others: `admin-learners`. Absent: one of its own, of its name. */
  readonly servedBy?: `admin-${string}`;
  readonly method: Method;
  /** With parameters in braces: `/api/attempts/{attemptId}`. */
  readonly path: `/${string}`;
  readonly access: Access;
  /** One sentence for the OpenAPI document. */
  readonly summary: string;
  /** An object of optional texts: the parameters of the query. What it does not name is ignored. */
  readonly query?: z.core.$ZodType;
  readonly body?: z.core.$ZodType;
  /**
   * A POST that reads: what is looked for may be a person's name or address, and stands in the body, because browsers, gateways and
   * logs keep addresses (ASVS 14.2.1). Its answer is not remembered for a repeat.
   */
  readonly reads?: true;
  /** In characters, where honest bodies are larger than 100,000. */
  readonly largestBody?: number;
  /** By status. The first is what a handler's bare return value is answered with. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** Statuses of the problems that it may answer, besides those of the stack. */
  readonly problems?: readonly number[];
}

/** States a route; a missing access, method or answer does not compile. */
export const route = <const Definition extends Route>(definition: Definition): Definition => definition;

/** Routes that one function serves: the console is used by few, who would meet a cold function at each click else. */
export const servedBy = <const By extends `admin-${string}`, const Routes extends Record<string, Route>>(
  by: By,
  routes: Routes,
): { readonly [Name in keyof Routes]: Routes[Name] & { readonly servedBy: By } } =>
  Object.fromEntries(Object.entries(routes).map(([name, each]) => [name, { ...each, servedBy: by }])) as ReturnType<
    typeof servedBy<By, Routes>
  >;

/** Whether a route answers HEAD too: what anybody may read, programs look at before they fetch it or follow a link to it. */
export const answersHead = ({ method, access }: Pick<Route, 'method' | 'access'>): boolean =>
  method === 'GET' && access === 'public';

/** What may be done at a path by the routes of a registry, for `Allow` (RFC 9110, section 10.2.1); nothing where there is none. */
export const methodsAt = (
  path: string,
  routes: readonly Pick<Route, 'path' | 'method' | 'access'>[],
): readonly string[] =>
  routes
    .filter((each) => new RegExp(`^${each.path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path))
    .flatMap((each) => (answersHead(each) ? ['GET', 'HEAD'] : [each.method]));

/** The name of the function that serves a route. */
export const functionOf = ({ name, servedBy: by }: Route): string => by ?? name;

type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
/** The parameters of a path: `/api/attempts/{attemptId}` has `attemptId`. */
export type Params<R extends Route> = { readonly [Name in NamesIn<R['path']>]: string };

/** The parsed body of a route, or nothing where it takes none. */
export type Body<R extends Route> = R['body'] extends z.core.$ZodType ? z.output<R['body']> : undefined;

/** The parsed query of a route, or nothing where it takes none. */
export type Query<R extends Route> = R['query'] extends z.core.$ZodType ? z.output<R['query']> : undefined;

/** What the route answers with success, as a client gets it. */
export type Success<R extends Route> = {
  [Status in keyof R['answers']]: R['answers'][Status] extends z.core.$ZodType
    ? z.output<R['answers'][Status]>
    : undefined;
}[keyof R['answers']];
