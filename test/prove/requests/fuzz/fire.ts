import type { ApiEvent, ApiResult } from '../../../../functions/middleware/request.ts';
import { toHttpAnswer } from '../../../../infra/local/parts/http-api/answer.ts';
import { toEvent } from '../../../../infra/local/parts/http-api/event.ts';
import type { Routes } from '../../../../shared/api/routes.ts';
import { findRoute } from '../../../support/route-name.ts';
import type { Service } from '../../../support/service.ts';
import type { Wire } from './generate-requests.ts';

/** A request on its way through the gateway to the handler of its route, and the answer on its way back. */
export interface Fired {
  readonly name: keyof Routes;
  readonly event: ApiEvent;
  readonly result: ApiResult;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
}

/**
 * Sends a request through the gateway's own adapter to a service in process: which route its path finds, how its headers
 * are joined, its cookies taken apart, its body decoded. Nothing where the gateway finds no route.
 * @param inBase64 has the gateway hand the body over in base64, as it does with types that it does not know for text
 */
export async function fire(service: Service, wire: Wire, inBase64 = false): Promise<Fired | undefined> {
  const [path = ''] = wire.url.split('?');
  const match = findRoute(wire.method, path);
  if (!match) return undefined;
  const made = toEvent({ ...wire, httpVersion: '1.1' }, match, {
    requestId: 'request-1',
    now: new Date(service.now()),
  }) as unknown as ApiEvent;
  const event =
    inBase64 && !made.isBase64Encoded && wire.body.length > 0
      ? { ...made, body: wire.body.toString('base64'), isBase64Encoded: true }
      : made;
  const name = match.route.functionName as keyof Routes;
  const result = await service.handle(name, event);
  return { name, event, result, ...toHttpAnswer(result) };
}
