/** A route of the HTTP API as its key says it: `GET /api/me`, `ANY /v/{certificateId}`, `GET /{proxy+}` or `$default`. */
export type Route = { readonly routeKey: string; readonly functionName: string };
export type RouteMatch = { readonly route: Route; readonly pathParameters: Readonly<Record<string, string>> };

type Segment = { readonly kind: 'fixed' | 'one' | 'rest'; readonly name: string };
type CompiledRoute = { readonly route: Route; readonly method: string; readonly segments: readonly Segment[] };

function segment(text: string): Segment {
  const found = /^\{([^}+]+)(\+?)\}$/.exec(text);
  if (!found?.[1]) return { kind: 'fixed', name: text };
  return { kind: found[2] ? 'rest' : 'one', name: found[1] };
}

function split(path: string): string[] {
  return path.split('/').slice(1);
}

/** Percent-decodes a part of a path. */
export function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone % is passed on for the handler's own validation to refuse
  }
}

function compile(route: Route): CompiledRoute {
  const found = /^([A-Z]+) (\/.*)$/.exec(route.routeKey);
  if (!found?.[1] || !found[2])
    throw new Error(`The route key ${route.routeKey} is neither METHOD /path nor $default.`);
  return { route, method: found[1], segments: split(found[2]).map(segment) };
}

/** @param path its parts, decoded */
function matchPath(segments: readonly Segment[], path: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, { kind, name }] of segments.entries()) {
    const part = path[index];
    if (part === undefined) return undefined;
    if (kind === 'rest') {
      const rest = path.slice(index).join('/');
      if (rest === '') return undefined;
      parameters[name] = rest;
      return parameters;
    }
    if (kind === 'one' && part === '') return undefined;
    if (kind === 'one') parameters[name] = part;
    else if (part !== name) return undefined;
  }
  return segments.length === path.length ? parameters : undefined;
}

/** Compares segment by segment: fixed text before a variable, a variable before the rest; then a method before ANY. */
function moreSpecific(a: CompiledRoute, b: CompiledRoute): number {
  const rank = { fixed: 0, one: 1, rest: 2 };
  for (const [index, { kind }] of a.segments.entries()) {
    const difference = rank[kind] - rank[b.segments[index]?.kind ?? 'rest'];
    if (difference !== 0) return difference;
  }
  return Number(a.method === 'ANY') - Number(b.method === 'ANY');
}

/** Finds the route of a request as API Gateway does: the most specific one, and `$default` when none matches. */
export function createRouter(routes: readonly Route[]): (method: string, path: string) => RouteMatch | undefined {
  const fallback = routes.find(({ routeKey }) => routeKey === '$default');
  const compiled = routes
    .filter((route) => route !== fallback)
    .map(compile)
    .sort(moreSpecific);
  return (method, path) => {
    const parts = split(path).map(decodePart);
    for (const { route, method: allowed, segments } of compiled) {
      if (allowed !== 'ANY' && allowed !== method) continue;
      const pathParameters = matchPath(segments, parts);
      if (pathParameters) return { route, pathParameters };
    }
    return fallback && { route: fallback, pathParameters: {} };
  };
}
