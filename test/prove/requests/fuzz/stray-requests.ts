import { handler } from '../../../../functions/gateway/no-such-route.ts';
import type { ApiEvent } from '../../../../functions/middleware/request.ts';
import { toEvent } from '../../../../infra/local/parts/http-api/event.ts';
import { createRouter } from '../../../../infra/local/parts/http-api/routes.ts';
import { answersHead, type Route } from '../../../../shared/api/route.ts';
import { type Routes, routes } from '../../../../shared/api/routes.ts';
import { randomFrom } from '../../../simulation/random.ts';
import { createService } from '../../../support/service.ts';
import { wildHeaders, wildIds, wildText } from './hostile.ts';

const known = Object.values<Route>(routes).flatMap((each) =>
  [each.method, ...(answersHead(each) ? ['HEAD'] : [])].map((method) => ({
    ...{ routeKey: `${method} ${each.path}`, functionName: each.name },
  })),
);
const find = createRouter([...known, { routeKey: '$default', functionName: 'no-such-route' }]);
const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND', 'get'] as const;

/** Requests to paths and with methods that the API does not know: each is answered as every error is, and logged. */
export async function strayRequests(seed: number, count: number) {
  const random = randomFrom(seed);
  const service = createService();
  const run = handler.using(service.portsOf('no-such-route'));
  const paths = (Object.keys(routes) as (keyof Routes)[]).map((name) => routes[name].path);
  const failures: string[] = [];
  let tried = 0;
  while (tried < count) {
    const method = random.pick(methods);
    const real = random.pick(paths).replaceAll(/\{\w+\}/g, () => random.pick(wildIds));
    const path = random.pick([
      real,
      `/api/${random.pick(wildIds)}`,
      `/api${real}`,
      `${real}/${random.pick(wildIds)}`,
      `/api/admin/${random.pick(wildIds)}`,
    ]);
    const match = find(method, path.split('?')[0] ?? '');
    if (match?.route.functionName !== 'no-such-route') {
      // A route of the contract, or the site’s and not the API’s: the next one is to be stray.
      continue;
    }
    tried += 1;
    const received = {
      ...{ method, url: path, httpVersion: '1.1', sourceIp: '192.0.2.1', body: Buffer.from(wildText(random)) },
      rawHeaders: [random.pick(wildHeaders), random.pick(wildHeaders)].flat(),
    };
    const event = toEvent(received, match, { requestId: 'request-1', now: new Date(service.now()) });
    const { statusCode, headers } = await run(event as unknown as ApiEvent, { awsRequestId: 'test' });
    const [line, ...more] = service.logged.splice(0);
    const isLogged = line?.event === 'request' && line.status === statusCode && more.length === 0;
    const type = String(headers?.['content-type']);
    // What comes from another site’s page is told so before it is told that there is nothing. People are told by a page.
    const isProblem = type === 'application/problem+json' && [403, 404, 405].includes(statusCode ?? 0);
    const isPage = type.startsWith('text/html') && statusCode === 404 && /^\/[vt](\/|$)/.test(path);
    const leads =
      statusCode === 308 && `${headers?.location}/`.startsWith(`${encodeURI(event.rawPath).replace(/\/+$/, '')}/`);
    if (!(isProblem || isPage || leads) || !isLogged)
      failures.push(`${method} ${path} was answered ${statusCode} and logged as ${JSON.stringify(line)}`);
  }
  return { tried, failures: failures.slice(0, 5), outcome: '404 for a path or a method that there is not' };
}
