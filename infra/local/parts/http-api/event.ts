import { decodePart, type RouteMatch } from './routes.ts';

/** A request as it came in, before it is an event. */
export type HttpRequest = {
  readonly method: string;
  /** Path and query as sent. */
  readonly url: string;
  readonly httpVersion: string;
  /** Names and values in turn, as `IncomingMessage.rawHeaders`. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
  readonly sourceIp: string;
};
export type RequestFacts = { readonly requestId: string; readonly now: Date };

/**
 * The event of API Gateway's payload format 2.0 for a Lambda proxy integration.
 * Source: "Create AWS Lambda proxy integrations for HTTP APIs", API Gateway developer guide.
 */
export type HttpApiEvent = {
  readonly version: '2.0';
  readonly routeKey: string;
  /** Decoded, in spite of its name, as an HTTP API sends it (a REST API does not). */
  readonly rawPath: string;
  readonly rawQueryString: string;
  readonly cookies?: readonly string[];
  /** Lower-case names; several headers of one name are joined by commas. Cookies stand apart. */
  readonly headers: Readonly<Record<string, string>>;
  /** Several values of one name are joined by commas. */
  readonly queryStringParameters?: Readonly<Record<string, string>>;
  readonly pathParameters?: Readonly<Record<string, string>>;
  readonly requestContext: {
    readonly accountId: string;
    readonly apiId: string;
    readonly domainName: string;
    readonly domainPrefix: string;
    readonly http: {
      readonly method: string;
      readonly path: string;
      readonly protocol: string;
      readonly sourceIp: string;
      readonly userAgent: string;
    };
    readonly requestId: string;
    readonly routeKey: string;
    readonly stage: '$default';
    /** `24/Nov/2026:03:20:58 +0000` */
    readonly time: string;
    readonly timeEpoch: number;
  };
  readonly body?: string;
  readonly isBase64Encoded: boolean;
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const textTypes = /^(text\/|application\/(json|javascript|xml|[\w.+-]+\+(json|xml))\b)/i;

function commonLogTime(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const date = `${two(now.getUTCDate())}/${months[now.getUTCMonth()]}/${now.getUTCFullYear()}`;
  return `${date}:${two(now.getUTCHours())}:${two(now.getUTCMinutes())}:${two(now.getUTCSeconds())} +0000`;
}

function joinByName(pairs: Iterable<readonly [name: string, value: string]>): Record<string, string> {
  const joined = new Map<string, string>();
  for (const [name, value] of pairs) joined.set(name, joined.has(name) ? `${joined.get(name)},${value}` : value);
  return Object.fromEntries(joined);
}

function* headerPairs(rawHeaders: readonly string[]): Generator<[name: string, value: string]> {
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    yield [(rawHeaders[index] ?? '').toLowerCase(), rawHeaders[index + 1] ?? ''];
  }
}

function cookiesOf(pairs: readonly (readonly [string, string])[]): string[] {
  return pairs
    .filter(([name]) => name === 'cookie')
    .flatMap(([, value]) => value.split(';'))
    .map((cookie) => cookie.trim())
    .filter((cookie) => cookie !== '');
}

/**
 * Splits a request target into its path and the query as sent (without `?`). A target in absolute form, which every server takes
 * (RFC 9112, section 3.2.2), counts as its path.
 */
export function splitTarget(target: string): { readonly path: string; readonly query: string } {
  const url = target.replace(/^https?:\/\/[^/?]*/i, '');
  const cut = url.indexOf('?');
  const [path, query] = cut < 0 ? [url, ''] : [url.slice(0, cut), url.slice(cut + 1)];
  return { path: path || '/', query };
}

/** Turns a request into the event that its route's function gets. */
export function toEvent(
  request: HttpRequest,
  { route, pathParameters }: RouteMatch,
  facts: RequestFacts,
): HttpApiEvent {
  const { path: sentPath, query } = splitTarget(request.url);
  const path = decodePart(sentPath);
  const pairs = [...headerPairs(request.rawHeaders)];
  const cookies = cookiesOf(pairs);
  const headers = joinByName(pairs.filter(([name]) => name !== 'cookie'));
  const domainName = headers.host ?? 'localhost';
  const queryStringParameters = joinByName(new URLSearchParams(query));
  const isText = textTypes.test(headers['content-type'] ?? 'text/plain');
  return {
    version: '2.0',
    routeKey: route.routeKey,
    rawPath: path,
    rawQueryString: query,
    ...(cookies.length > 0 && { cookies }),
    headers: {
      ...headers,
      'x-forwarded-for': [headers['x-forwarded-for'], request.sourceIp].filter(Boolean).join(', '),
    },
    ...(query !== '' && { queryStringParameters }),
    ...(Object.keys(pathParameters).length > 0 && { pathParameters }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName,
      domainPrefix: domainName.split('.')[0] ?? domainName,
      http: {
        method: request.method,
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: facts.requestId,
      routeKey: route.routeKey,
      stage: '$default',
      time: commonLogTime(facts.now),
      timeEpoch: facts.now.getTime(),
    },
    ...(request.body.length > 0 && { body: request.body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: request.body.length > 0 && !isText,
  };
}
