import type * as z from 'zod/mini';

/** Who may call a route. `optional`: anybody, who is told more when signed in. */
export type Access = 'public' | 'optional' | 'learner';

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
  /** The handler is `functions/api/{name}.ts`. */
  readonly name: string;
  readonly method: Method;
  /** With parameters in braces: `/api/attempts/{attemptId}`. */
  readonly path: `/${string}`;
  readonly access: Access;
  /** One sentence for the OpenAPI document. */
  readonly summary: string;
  /** An object of optional texts: the parameters of the query. What it does not name is ignored. */
  readonly query?: z.core.$ZodType;
  readonly body?: z.core.$ZodType;
  /** By status. The first is what a handler's bare return value is answered with. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** Statuses of the problems that it may answer, besides those of the stack. */
  readonly problems?: readonly number[];
}

/** States a route; a missing access, method or answer does not compile. */
export const route = <const Definition extends Route>(definition: Definition): Definition => definition;

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
