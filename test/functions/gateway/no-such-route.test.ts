import { expect, it } from 'vitest';
import { handler } from '../../../functions/gateway/no-such-route.ts';
import { createService } from '../../support/service.ts';

async function answerTo(method: string, rawPath: string) {
  const event = { rawPath, headers: {}, requestContext: { requestId: 'r-1', http: { method, sourceIp: '192.0.2.1' } } };
  const { portsOf } = createService();
  const { statusCode, headers, body } = await handler.using(portsOf('no-such-route'))(event as never, {
    awsRequestId: 'r-1',
  });
  return { statusCode, headers: headers ?? {}, body: body ?? '' };
}

it.each(['GET', 'DELETE', 'PATCH'])('a %s that the API does not know is refused as every error is', async (method) => {
  for (const path of ['/api/nothing/here', '/api', '/api/', '/credentials/x', '/.well-known/x', '/api/me/']) {
    const answer = await answerTo(method, path);
    expect(answer, path).toMatchObject({ statusCode: 404, headers: { 'content-type': 'application/problem+json' } });
    expect(JSON.parse(answer.body)).toMatchObject({ status: 404, reasons: [{ code: 'not-found' }] });
  }
});

it.each([
  ['DELETE', '/api/me', 'GET, PUT'],
  ['HEAD', '/api/wallet', 'GET'],
  ['OPTIONS', '/api/attempts/abc/submission', 'POST'],
  ['POST', '/v/abc', 'GET, HEAD'],
  ['PUT', '/.well-known/did.json', 'GET, HEAD'],
])('a %s to %s is told what that address takes: %s', async (method, path, allow) => {
  const answer = await answerTo(method, path);
  expect(answer).toMatchObject({ statusCode: 405, headers: { allow } });
  expect(JSON.parse(answer.body).reasons[0].message).toBe(`This address does not take ${method}.`);
});

it('tells whoever typed an address off a certificate wrong by a page, and no other site where they were', async () => {
  for (const [path, heading] of [
    ...['/v/', '/v', '/v/abc/def'].map((each) => [each, 'No certificate found'] as const),
    ...['/t/', '/t/abc/def'].map((each) => [each, 'No transcript here'] as const),
  ] as const) {
    const { statusCode, headers, body } = await answerTo('GET', path);
    expect(statusCode, path).toBe(404);
    expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'referrer-policy': 'no-referrer' });
    expect(body).toContain(`<h1>${heading}</h1>`);
  }
});

it('leads from an address with a slash too many to the right one, and never to another site', async () => {
  const { statusCode, headers } = await answerTo('GET', '/v/4hg90zf08j55r15vy0082d9qmx/');
  expect([statusCode, headers.location]).toEqual([308, '/v/4hg90zf08j55r15vy0082d9qmx']);
  for (const path of ['//evil.example/v/x/', '/v//evil.example/', '/vx/'])
    expect((await answerTo('GET', path)).headers.location, path).toBeUndefined();
});
