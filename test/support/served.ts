import { createServer, type RequestListener } from 'node:http';
import { isApiPath } from '../../infra/house/api-paths.ts';
import { build } from '../../infra/local/build.ts';
import { deploy } from '../../infra/local/deployment.ts';
import { createHttpApi } from '../../infra/local/parts/http-api.ts';
import { close, listen } from '../../infra/local/parts/port.ts';
import { createSite } from '../../infra/local/site.ts';
import type { Route } from '../../shared/api/route.ts';
import { type Routes, routes } from '../../shared/api/routes.ts';
import type { createBrowser } from './browser.ts';
import { createService, type Service } from './service.ts';

/** Services of memory behind one address, where a real browser finds them with both sites, as built, and their headers. */
export interface Served {
  /** `http://localhost:41234` */
  readonly site: string;
  /** A service with nothing in it, which the address leads to from now on. */
  begin(): Service;
  stop(): Promise<void>;
}

export async function serve(): Promise<Served> {
  const built = await build({ log: (line) => console.error(line) });
  let answer: RequestListener = (_, response) => void response.writeHead(503).end();
  const server = createServer((request, response) => answer(request, response));
  const site = `http://localhost:${await listen(server, 0)}`;
  const { headers } = deploy(built, { table: 'table', bucket: 'bucket', site });
  const pages = createSite(built.siteFolders, headers.site);
  return {
    site,
    begin: () => {
      const service = createService({ siteUrl: site });
      const api = createHttpApi({
        routes: Object.entries(routes as Readonly<Record<string, Route>>).map(([functionName, { method, path }]) => ({
          ...{ routeKey: `${method} ${path}`, functionName },
        })),
        invoke: (name, event) => service.handle(name as keyof Routes, event as Parameters<Service['handle']>[1]),
        owns: isApiPath,
        added: headers.api,
      });
      answer = async (request, response) => {
        if (!(await api(request, response))) pages(request, response);
      };
      return service;
    },
    stop: () => close(server),
  };
}

/**
 * What a real browser is given to be signed in as the tests’ browsers are. `__Host-` cookies are set over HTTPS alone; those of localhost are
 * then sent over HTTP too.
 */
export const cookiesOf = (site: string, ...browsers: readonly ReturnType<typeof createBrowser>[]) =>
  browsers.flatMap(({ cookies }) =>
    [...cookies].map(([name, value]) => ({
      ...{ name, value, url: site.replace('http:', 'https:'), secure: true, httpOnly: true },
    })),
  );
