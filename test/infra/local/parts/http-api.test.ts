import { createServer, request as httpRequest, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toHttpAnswer } from '../../../../infra/local/parts/http-api/answer.ts';
import { type HttpRequest, toEvent } from '../../../../infra/local/parts/http-api/event.ts';
import { createRouter } from '../../../../infra/local/parts/http-api/routes.ts';
import { createHttpApi } from '../../../../infra/local/parts/http-api.ts';
import { close, listen } from '../../../../infra/local/parts/port.ts';

const facts = { requestId: 'request-1', now: new Date('2026-11-24T03:05:09.120Z') };
const match = { route: { routeKey: 'GET /api/me', functionName: 'getMe' }, pathParameters: {} };

function requestWith(more: Partial<HttpRequest> = {}): HttpRequest {
  return {
    method: 'GET',
    url: '/api/me',
    httpVersion: '1.1',
    rawHeaders: ['Host', 'localhost:4100', 'User-Agent', 'test'],
    body: Buffer.alloc(0),
    sourceIp: '127.0.0.1',
    ...more,
  };
}

describe('the event that a function gets', () => {
  it('has every field of payload format 2.0', () => {
    expect(toEvent(requestWith(), match, facts)).toEqual({
      version: '2.0',
      routeKey: 'GET /api/me',
      rawPath: '/api/me',
      rawQueryString: '',
      headers: { host: 'localhost:4100', 'user-agent': 'test', 'x-forwarded-for': '127.0.0.1' },
      requestContext: {
        accountId: '000000000000',
        apiId: 'local',
        domainName: 'localhost:4100',
        domainPrefix: 'localhost:4100',
        http: { method: 'GET', path: '/api/me', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
        requestId: 'request-1',
        routeKey: 'GET /api/me',
        stage: '$default',
        time: '24/Nov/2026:03:05:09 +0000',
        timeEpoch: facts.now.getTime(),
      },
      isBase64Encoded: false,
    });
  });

  it('joins repeated headers and parameters by commas and keeps cookies apart', () => {
    const rawHeaders = ['X-A', '1', 'x-a', '2', 'Cookie', 'a=1; __Host-b=2', 'Cookie', 'c=3'];
    const event = toEvent(requestWith({ url: '/api/me?q=a%20b+c&q=2&e=', rawHeaders }), match, facts);
    expect(event.headers).toMatchObject({ 'x-a': '1,2' });
    expect(event.headers).not.toHaveProperty('cookie');
    expect(event.cookies).toEqual(['a=1', '__Host-b=2', 'c=3']);
    expect(event.queryStringParameters).toEqual({ q: 'a b c,2', e: '' });
    expect(event.rawQueryString).toBe('q=a%20b+c&q=2&e=');
  });

  it('has its path decoded, as HTTP APIs do', () => {
    const event = toEvent(requestWith({ url: '/v/a%20b%C3%BC?x=%20' }), match, facts);
    expect([event.rawPath, event.requestContext.http.path, event.rawQueryString]).toEqual([
      '/v/a bü',
      '/v/a bü',
      'x=%20',
    ]);
  });

  it('carries text as it is and anything else as base64', () => {
    const withType = (type: string, body: Buffer) =>
      toEvent(requestWith({ rawHeaders: ['Content-Type', type], body }), match, facts);
    expect(withType('application/json; charset=utf-8', Buffer.from('{"ü":1}'))).toMatchObject({
      body: '{"ü":1}',
      isBase64Encoded: false,
    });
    expect(withType('image/png', Buffer.from([255, 0]))).toMatchObject({ body: '/wA=', isBase64Encoded: true });
  });
});

describe('the route of a request', () => {
  const keys = ['GET /a/{id}', 'GET /a/new', 'ANY /a/{id}', 'GET /files/{proxy+}', 'GET /a/{id}/pdf'];
  const find = createRouter(keys.map((routeKey) => ({ routeKey, functionName: routeKey })));
  const found = (method: string, path: string) => {
    const result = find(method, path);
    return result && [result.route.routeKey, result.pathParameters];
  };

  it('is the most specific one, with its parameters decoded', () => {
    expect(found('GET', '/a/new')).toEqual(['GET /a/new', {}]);
    expect(found('GET', '/a/x%2Fy%20z')).toEqual(['GET /a/{id}', { id: 'x/y z' }]);
    expect(found('POST', '/a/new')).toEqual(['ANY /a/{id}', { id: 'new' }]);
    expect(found('GET', '/a/1/pdf')).toEqual(['GET /a/{id}/pdf', { id: '1' }]);
    expect(found('GET', '/files/x/y.txt')).toEqual(['GET /files/{proxy+}', { proxy: 'x/y.txt' }]);
    expect(found('GET', '/a/%')).toEqual(['GET /a/{id}', { id: '%' }]);
  });

  it('is none for an unknown path, an empty parameter or another method', () => {
    for (const path of ['/', '/a', '/a/', '/files/', '/a/1/pdf/x', '/b']) expect(found('GET', path)).toBeUndefined();
    expect(found('DELETE', '/a/1/pdf')).toBeUndefined();
  });

  it('is $default when there is one and no other fits', () => {
    const withDefault = createRouter([{ routeKey: '$default', functionName: 'rest' }]);
    expect(withDefault('GET', '/anything')?.route.functionName).toBe('rest');
  });
});

describe('the answer of a function', () => {
  it('becomes status, headers, cookies and bytes', () => {
    const answer = toHttpAnswer({
      statusCode: 303,
      headers: { Location: '/x', 'Content-Type': 'image/png', 'content-length': '99' },
      cookies: ['a=1; Path=/', 'b=2'],
      body: '/wA=',
      isBase64Encoded: true,
    });
    expect(answer).toEqual({
      status: 303,
      headers: { location: '/x', 'content-type': 'image/png', 'set-cookie': ['a=1; Path=/', 'b=2'] },
      body: Buffer.from([255, 0]),
    });
  });

  it('without a status is itself the body', () => {
    expect(toHttpAnswer({ a: 1 })).toMatchObject({ status: 200, body: Buffer.from('{"a":1}') });
    expect(toHttpAnswer('text')).toMatchObject({ status: 200, body: Buffer.from('text') });
  });

  it('that cannot be read is a 500', () => {
    for (const wrong of [
      { statusCode: 99 },
      { statusCode: 'x' },
      { statusCode: 200, body: {} },
      { statusCode: 200, cookies: 'a' },
    ]) {
      expect(toHttpAnswer(wrong).status).toBe(500);
    }
  });
});

describe('the HTTP API', () => {
  let server: Server;
  let origin: string;
  const told: unknown[] = [];
  const functions: Record<string, (event: unknown) => Promise<unknown>> = {
    echo: async (event) => event,
    breaks: async () => {
      throw new Error('broken');
    },
    hangs: () => new Promise(() => {}),
    badHeader: async () => ({ statusCode: 200, headers: { 'x-a': 'line\nbreak' } }),
    empty: async () => ({ statusCode: 204 }),
  };

  beforeAll(async () => {
    const api = createHttpApi({
      routes: ['echo', 'breaks', 'hangs', 'badHeader', 'empty'].map((name) => ({
        routeKey: `ANY /api/${name}`,
        functionName: name,
      })),
      invoke: async (name, event) => functions[name]?.(event),
      owns: (path) => path.startsWith('/api/'),
      timeoutMs: 50,
      onError: (error) => told.push(error),
    });
    server = createServer(async (request, response) => {
      if (!(await api(request, response))) response.end('the site');
    });
    origin = `http://127.0.0.1:${await listen(server, 0)}`;
  });
  afterAll(() => close(server));

  it('asks the function of the route and leaves the site its paths', async () => {
    const reply = await fetch(`${origin}/api/echo?x=1`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(await reply.json()).toMatchObject({ routeKey: 'ANY /api/echo', rawQueryString: 'x=1', body: '{}' });
    expect(await (await fetch(`${origin}/wallet`)).text()).toBe('the site');
    expect((await fetch(`${origin}/api/empty`)).status).toBe(204);
  });

  it('answers for itself as API Gateway does', async () => {
    const answers = async (path: string, init?: RequestInit) => {
      const reply = await fetch(`${origin}${path}`, init);
      return [reply.status, await reply.json()];
    };
    expect(await answers('/api/nothing')).toEqual([404, { message: 'Not Found' }]);
    expect(await answers('/api/breaks')).toEqual([500, { message: 'Internal Server Error' }]);
    expect(await answers('/api/hangs')).toEqual([503, { message: 'Service Unavailable' }]);
    expect(await answers('/api/badHeader')).toEqual([500, { message: 'Internal Server Error' }]);
    expect(told).toHaveLength(2);
  });

  it('refuses a body over 10 MB, announced or not, and takes one of 10 MB', async () => {
    const send = (headers: Record<string, string | number>, megabytes: number) =>
      new Promise<number | undefined>((resolve) => {
        const request = httpRequest(`${origin}/api/empty`, { method: 'POST', headers }, (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        request.on('error', () => {}); // hung up on while still sending
        for (let sent = 0; sent < megabytes; sent++) request.write(Buffer.alloc(1024 * 1024));
        request.end();
      });
    expect(await send({ 'content-length': 11 * 1024 * 1024 }, 11)).toBe(413);
    expect(await send({ 'transfer-encoding': 'chunked' }, 11)).toBe(413);
    expect(await send({ 'transfer-encoding': 'chunked' }, 10)).toBe(204);
  });
});
