import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';
import type { ApiEvent } from '../../functions/middleware/request.ts';
import { type Problem, problem } from '../../shared/api/problem.ts';
import type { Route, Success } from '../../shared/api/route.ts';
import { type Routes, routes } from '../../shared/api/routes.ts';
import { bytesOf } from './leaks.ts';
import type { Service } from './service.ts';

/** What a test sends; `text` and `headers` are for requests that no honest client makes. */
export interface Sent {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly ip?: string;
}

export interface Answer<Name extends keyof Routes> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The body as a download has it. */
  readonly bytes: Uint8Array;
  /** The body by the route's schema. @throws where the answer is a problem. */
  readonly body: Success<Routes[Name]>;
  readonly problem: Problem | undefined;
  /** Of the problem; none where there is none. */
  readonly reasons: Problem['reasons'];
}

const withCookies = (cookies: ReadonlyMap<string, string>): Pick<ApiEvent, 'cookies'> =>
  cookies.size > 0 ? { cookies: [...cookies].map(([name, value]) => `${name}=${value}`) } : {};

/** A request as API Gateway hands it to a function (payload format 2.0). */
export function eventOf({ method, path }: Route, sent: Sent, cookies: ReadonlyMap<string, string>): ApiEvent {
  const {
    params = {},
    query = {},
    body,
    text = body === undefined ? undefined : JSON.stringify(body),
    headers = {},
    ip,
  } = sent;
  const rawPath = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  const routeKey = `${method} ${path}`;
  return {
    ...{
      version: '2.0',
      routeKey,
      rawPath,
      rawQueryString: String(new URLSearchParams(query)),
      isBase64Encoded: false,
    },
    ...(Object.keys(query).length > 0 && { queryStringParameters: { ...query } }),
    headers: { ...(text !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...withCookies(cookies),
    pathParameters: { ...params },
    requestContext: {
      ...{ accountId: '0', apiId: 'test', domainName: 'localhost', domainPrefix: 'localhost', routeKey },
      ...{ requestId: 'request-1', stage: '$default', time: '', timeEpoch: 0 },
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: ip ?? '192.0.2.1', userAgent: 'test' },
    },
    ...(text !== undefined && { body: text }),
  };
}

/** A browser: keeps cookies, and holds every answer against the contract. */
export function createBrowser(service: Service) {
  const cookies = new Map<string, string>();

  async function ask<Name extends keyof Routes>(name: Name, sent: Sent = {}): Promise<Answer<Name>> {
    const route: Route = routes[name];
    const result = await service.handle(name, eventOf(route, sent, cookies));
    const { statusCode: status = 0, headers = {}, cookies: set = [] } = result;
    const bytes = bytesOf(result);
    const text = bytes.toString();
    for (const cookie of set) {
      const [, cookieName = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value) cookies.set(cookieName, value);
      else cookies.delete(cookieName);
    }
    const type = String(headers['content-type'] ?? '');
    // Whatever a person wrote is in it, no browser takes it for anything else than it says, and no page of another frames it.
    const guards = `${headers['x-content-type-options']} ${headers['content-security-policy']}`;
    if (!/^nosniff .*\bframe-ancestors 'none'/.test(guards) || /unsafe|\*/.test(guards) || (text && !type))
      throw new Error(`${name} answers ${status} with the guards ${guards}`);
    const json: unknown = type.includes('json') ? JSON.parse(text) : undefined;
    if (service.undeclared.length > 0) throw new Error(service.undeclared.join('\n'));

    const isProblem = type.includes('problem+json');
    if (isProblem !== (status >= 400 && type !== 'text/html; charset=utf-8'))
      throw new Error(`${name} answered ${status} as ${type}`);
    const found = isProblem ? z.parse(problem, json) : undefined;
    const shape = route.answers[status];
    if (!found && !shape) throw new Error(`${name} does not state the answer ${status}`);
    const parsed =
      shape && typeof shape === 'object' && !('media' in shape) && !found ? z.parse(shape, json) : undefined;
    // What a client gets is what the contract names, and nothing beside it.
    if (parsed !== undefined && !isDeepStrictEqual(parsed, json))
      throw new Error(`${name} answers more than its schema names: ${text.slice(0, 500)}`);
    return {
      ...{ status, text, bytes, problem: found, reasons: found?.reasons ?? [] },
      headers: Object.fromEntries(Object.entries(headers).map(([header, value]) => [header, String(value)])),
      get body() {
        if (found) throw new Error(`${name} answered ${status}: ${text.slice(0, 500)}`);
        return parsed as Success<Routes[Name]>;
      },
    };
  }

  return { ask, cookies };
}
export type Browser = ReturnType<typeof createBrowser>;
