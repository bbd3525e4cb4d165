import middy from '@middy/core';
import type { Body, KeyAccess, Params, Query, Route, StaffAccess, Success } from '../shared/api/route.ts';
import type { Refusal } from '../shared/domain/refusal.ts';
import { type Capabilities, type Handler, handlerOver, type Needs } from './capabilities.ts';
import { answering } from './middleware/answering.ts';
import { parsing } from './middleware/parsing.ts';
import { replaying } from './middleware/replaying.ts';
import type { Reply } from './middleware/reply.ts';
import {
  type ApiContext,
  type ApiEvent,
  type ApiResult,
  cookieOf,
  headerOf,
  type Principal,
} from './middleware/request.ts';
import { sameOrigin } from './middleware/same-origin.ts';
import { signedIn } from './middleware/signed-in.ts';
import { sourceIpOf } from './middleware/source-ip.ts';
import { againAfterLostRaces } from './races.ts';
import type { KeyPrincipal } from './records/api-keys.ts';
import type { StaffPrincipal } from './records/staff.ts';

/** What a handler is given of a request; everything in it has been parsed. */
export interface Asked<R extends Route> {
  readonly params: Params<R>;
  readonly query: Query<R>;
  readonly body: Body<R>;
  readonly principal: R['access'] extends 'learner' ? Principal : Principal | undefined;
  readonly staff: R['access'] extends StaffAccess ? StaffPrincipal : undefined;
  readonly apiKey: R['access'] extends KeyAccess ? KeyPrincipal : undefined;
  readonly sourceIp: string;
  readonly method: string;
  /** As it was asked for, decoded. */
  readonly path: string;
  cookie(name: string): string | undefined;
  /** A header by its lower-case name. */
  header(name: string): string | undefined;
}

/** A body as a handler may give it: read-only at every depth, and `undefined` where a field may be absent. */
type Given<Body> = Body extends readonly (infer Item)[]
  ? readonly Given<Item>[]
  : Body extends object
    ? {
        readonly [Name in keyof Body]: object extends Pick<Body, Name>
          ? Given<Body[Name]> | undefined
          : Given<Body[Name]>;
      }
    : Body;

/** What a handler may return: the body of the route's first answer, another answer, or a refusal. */
type Outcome<R extends Route> = Given<Success<R>> | Reply | Refusal;

type Logic<R extends Route, N extends Needs> = (
  asked: Asked<R>,
  capabilities: Capabilities<N>,
) => Promise<Outcome<R>> | Outcome<R>;

/**
 * The one stack that every API handler stands in: answers, same origin, sign-in, parsing, replay. A handler is then a
 * sentence about its route (style, "Shapes").
 */
export function endpoint<const R extends Route, N extends Needs>(
  route: R,
  needs: N,
  logic: Logic<R, N>,
): Handler<ApiEvent, ApiResult> {
  return handlerOver(needs, (capabilities) => {
    const { replay, remember } = replaying(route, capabilities);
    const stack = middy<ApiEvent, ApiResult, Error, ApiContext>()
      .after(remember)
      .use(answering(route, capabilities))
      .use(sameOrigin(route, capabilities))
      .use(signedIn(route.access, capabilities))
      .use(parsing(route))
      .before(replay)
      .handler(async (event: ApiEvent, { found }: ApiContext) => {
        const asked = {
          params: event.pathParameters ?? {},
          query: found.query,
          body: found.body,
          principal: found.principal,
          staff: found.staff,
          apiKey: found.apiKey,
          sourceIp: sourceIpOf(event),
          method: event.requestContext.http.method,
          path: event.rawPath,
          cookie: (name: string) => cookieOf(event, name),
          header: (name: string) => headerOf(event, name),
        } as Asked<R>;
        // The last `after` turns the outcome into the gateway's result.
        return (await againAfterLostRaces(() => logic(asked, capabilities))) as ApiResult;
      });
    return (event, context) => stack(event, { ...context, found: {} } as ApiContext);
  });
}
