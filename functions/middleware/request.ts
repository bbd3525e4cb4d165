import type middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context as LambdaContext } from 'aws-lambda';
import type { LearnerId, Sha256 } from '../../shared/domain/kinds.ts';
import type { KeyPrincipal } from '../records/api-keys.ts';
import type { FoundReply } from '../records/replies.ts';
import type { StaffPrincipal } from '../records/staff.ts';

/** Who is signed in. Repositories take their keys from here, never from a body. */
export interface Principal {
  readonly learnerId: LearnerId;
  readonly sessionHash: Sha256;
}

/** What the stack finds out of a request and hands to the handler. */
export interface Found {
  principal?: Principal;
  staff?: StaffPrincipal;
  apiKey?: KeyPrincipal;
  query?: unknown;
  body?: unknown;
  /** Under the Idempotency-Key that the request names. */
  reply?: FoundReply;
}

/** Lambda's context with what the stack found; middy hands it to the handler, which `internal` is not. */
export type ApiContext = LambdaContext & { readonly found: Found };

export type ApiEvent = APIGatewayProxyEventV2;
export type ApiResult = APIGatewayProxyStructuredResultV2;
export type ApiRequest = middy.Request<ApiEvent, ApiResult, Error, ApiContext>;
export type ApiMiddleware = middy.MiddlewareObj<ApiEvent, ApiResult, Error, ApiContext>;

/** The value of a cookie, or nothing. */
export function cookieOf(event: ApiEvent, name: string): string | undefined {
  const found = event.cookies?.find((cookie) => cookie.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}

/** A header by its lower-case name. */
export const headerOf = (event: ApiEvent, name: string): string | undefined => event.headers[name];

/** The body as text, whatever way the gateway handed it over. */
export const textOf = ({ body, isBase64Encoded }: ApiEvent): string =>
  isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString('utf8') : (body ?? '');

/**
 * Headers of every answer: what concerns a person is not for caches, and is what it says it is. What a browser that opens it as a
 * document may do is nothing; a page says more itself. The distribution adds what holds for the whole site.
 */
export const answerHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
};
export const jsonHeaders = { ...answerHeaders, 'content-type': 'application/json; charset=utf-8' };
