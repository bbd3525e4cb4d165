import { expect, it } from 'vitest';
import { handler } from '../../../functions/gateway/no-such-route.ts';
import { createService } from '../../support/service.ts';

it.each(['GET', 'DELETE', 'PATCH'])('a %s that the API does not know is refused as every error is', async (method) => {
  const event = {
    rawPath: '/api/nothing/here',
    headers: {},
    pathParameters: { proxy: 'nothing/here' },
    requestContext: { requestId: 'r-1', http: { method, sourceIp: '192.0.2.1' } },
  };
  const { portsOf } = createService();
  const answer = await handler.using(portsOf('no-such-route'))(event as never, { awsRequestId: 'r-1' });
  expect(answer).toMatchObject({ statusCode: 404, headers: { 'content-type': 'application/problem+json' } });
  expect(JSON.parse(answer.body ?? '')).toMatchObject({ status: 404, reasons: [{ code: 'not-found' }] });
});
