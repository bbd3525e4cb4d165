import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type AddedHeaders, nothingAdded, withAdded } from '../added-headers.ts';
import { type HttpAnswer, internalServerError, messageAnswer, toHttpAnswer } from './http-api/answer.ts';
import { splitTarget, toEvent } from './http-api/event.ts';
import { createRouter, type Route } from './http-api/routes.ts';
import { readBody } from './read-body.ts';

/** Answers a request if it is the API's; false when it is not and nothing was sent. */
export type HttpApi = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export type HttpApiOptions = {
  readonly routes: readonly Route[];
  /** Runs the route's function; what it throws becomes a 500. */
  readonly invoke: (functionName: string, event: unknown) => Promise<unknown>;
  /** Which paths CloudFront hands on to the API. Without it, all of them. */
  readonly owns?: (path: string) => boolean;
  /** What CloudFront adds to each answer. */
  readonly added?: AddedHeaders;
  /** API Gateway gives a function 30 s; the host gives 29, so that its own answer is the one that is seen. */
  readonly timeoutMs?: number;
  readonly onError?: (error: unknown, functionName: string) => void;
};

const longestBodyBytes = 10 * 1024 * 1024;

/** The address without the IPv6 spelling of an IPv4 address. */
function addressOf(request: IncomingMessage): string {
  return (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
}

/**
 * API Gateway's HTTP API over node:http: finds the route, asks its function with an event of payload format 2.0 and sends the
 * answer. Its own refusals are those of API Gateway: 404 Not Found, 413 over 10 MB, 503 after 29 s, 500 when a function breaks.
 */
export function createHttpApi(options: HttpApiOptions): HttpApi {
  const { invoke, owns = () => true, added = nothingAdded, timeoutMs = 29_000, onError = console.error } = options;
  const findRoute = createRouter(options.routes);

  async function askFunction(functionName: string, event: unknown): Promise<HttpAnswer> {
    const late = Promise.withResolvers<HttpAnswer>();
    const timer = setTimeout(() => late.resolve(messageAnswer(503, 'Service Unavailable')), timeoutMs);
    const answered = invoke(functionName, event).then(toHttpAnswer, (error: unknown) => {
      onError(error, functionName);
      return internalServerError;
    });
    try {
      return await Promise.race([answered, late.promise]);
    } finally {
      clearTimeout(timer);
    }
  }

  async function answer(request: IncomingMessage): Promise<HttpAnswer | undefined> {
    const [method, url] = [request.method ?? 'GET', request.url ?? '/'];
    const { path } = splitTarget(url);
    if (!owns(path)) return undefined;
    const match = findRoute(method, path);
    if (!match) return messageAnswer(404, 'Not Found');
    const body = await readBody(request, longestBodyBytes);
    if (!body) return messageAnswer(413, 'Request Entity Too Large');
    const { httpVersion, rawHeaders } = request;
    const received = { method, url, httpVersion, rawHeaders, body, sourceIp: addressOf(request) };
    const event = toEvent(received, match, { requestId: randomUUID(), now: new Date() });
    return askFunction(match.route.functionName, event);
  }

  return async (request, response) => {
    const found = await answer(request);
    if (!found) return false;
    if (found.status === 413) {
      // The rest of the body is not wanted: answer, then hang up.
      response.setHeader('connection', 'close');
      request.resume();
    }
    try {
      const bodiless = found.status === 204 || found.status === 304;
      response.writeHead(found.status, {
        ...withAdded(added, found.headers),
        ...(!bodiless && { 'content-length': found.body.length }),
      });
      response.end(found.body);
    } catch (error) {
      // A header that HTTP cannot carry is the function's mistake, and API Gateway answers it so.
      onError(error, 'http-api');
      response.writeHead(500, withAdded(added, internalServerError.headers)).end(internalServerError.body);
    }
    return true;
  };
}
