import { createRouter } from '../../infra/local/parts/http-api/routes.ts';
import { type Routes, routes } from '../../shared/api/routes.ts';

/** The gateway's router over the registry: each route under its name there. */
export const findRoute = createRouter(
  Object.entries(routes).map(([functionName, { method, path }]) => ({ routeKey: `${method} ${path}`, functionName })),
);

/** The route that a method and a path lead to; nothing where they lead to none of the API's. */
export const routeNameOf = (method: string, path: string): keyof Routes | undefined =>
  findRoute(method, path)?.route.functionName as keyof Routes | undefined;
