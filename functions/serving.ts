import type { Route } from '../shared/api/route.ts';
import type { Handler } from './capabilities.ts';
import type { ApiEvent, ApiResult } from './middleware/request.ts';

type ApiHandler = Handler<ApiEvent, ApiResult>;

/**
 * One function for several routes: the console is used by few, who would meet a cold function at each click else. Each route
 * keeps its handler; the gateway says which it found (`routeKey`). It does not compile when one is missing.
 */
export function serving<const Routes extends Readonly<Record<string, Route>>>(
  routes: Routes,
  handlers: { readonly [Name in keyof Routes]: ApiHandler },
): ApiHandler {
  const byKey = new Map<string, ApiHandler | undefined>(
    Object.entries(routes).map(([name, { method, path }]) => [`${method} ${path}`, handlers[name]]),
  );
  const find = ({ routeKey }: ApiEvent): ApiHandler => {
    const found = byKey.get(routeKey);
    if (!found) throw new Error(`This function does not serve ${routeKey}`);
    return found;
  };
  const handler = (...[event, context]: Parameters<ApiHandler>): Promise<ApiResult> => find(event)(event, context);
  return Object.assign(handler, {
    using: (ports: Parameters<ApiHandler['using']>[0]) => (event: ApiEvent, context: Parameters<ApiHandler>[1]) =>
      find(event).using(ports)(event, context),
  });
}

/**
 * A handler that is read when its route is first asked for, because of what it alone brings along: a cold start of the area does
 * without. It is a file of its own beside the function's (`infra/bundle.ts`).
 */
export const later = (read: () => Promise<{ readonly handler: ApiHandler }>): ApiHandler =>
  Object.assign(async (...asked: Parameters<ApiHandler>) => (await read()).handler(...asked), {
    using:
      (ports: Parameters<ApiHandler['using']>[0]): ReturnType<ApiHandler['using']> =>
      async (...asked) =>
        (await read()).handler.using(ports)(...asked),
  });
