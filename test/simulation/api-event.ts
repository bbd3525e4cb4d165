import type { ApiEvent } from '../../functions/middleware/request.ts';
import type { AnyRoute } from '../../shared/api/routes.ts';
import { instantOf } from './ports/simulated-system.ts';

/** What a browser sends. */
export interface Sent {
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly cookies?: readonly string[];
}

/** A request as API Gateway hands it to a function (payload format 2.0). */
export function apiEvent({ method, path }: AnyRoute, requestId: string, nowMs: number, sent: Sent): ApiEvent {
  const { params = {}, body, idempotencyKey, cookies } = sent;
  const rawPath = path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  return {
    version: '2.0',
    routeKey: `${method} ${path}`,
    rawPath,
    rawQueryString: '',
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
    },
    ...(cookies && cookies.length > 0 && { cookies: [...cookies] }),
    pathParameters: { ...params },
    requestContext: {
      ...{ accountId: '000000000000', apiId: 'simulation', domainName: 'localhost', domainPrefix: 'localhost' },
      ...{ requestId, routeKey: `${method} ${path}`, stage: '$default' },
      ...{ time: instantOf(nowMs), timeEpoch: nowMs },
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'simulation' },
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    isBase64Encoded: false,
  };
}
