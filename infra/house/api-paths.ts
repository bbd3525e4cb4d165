/** The paths of the site that handlers answer, as CloudFront writes them; all others are files of the site. */
export const apiPaths = ['/api/*', '/v/*', '/t/*', '/credentials/*', '/.well-known/*'] as const;

/** Whether handlers answer a path. The bare `/api` counts: it is a route that there is not, and no page of the site. */
export const isApiPath = (path: string): boolean =>
  apiPaths.some((pattern) => path.startsWith(pattern.slice(0, -1))) || path === '/api';
