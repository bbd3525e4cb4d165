import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { endpoint } from '../../functions/endpoint.ts';
import { route } from '../../shared/api/route.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { LostRaceError, TransientError } from '../../shared/ports.ts';
import { createService, type Service } from '../support/service.ts';

const probe = route({
  ...{ name: 'probe', method: 'GET', path: '/api/probe', access: 'public', summary: 'A probe.' },
  answers: { 200: z.object({ said: z.string() }) },
});

let service: Service;
beforeEach(() => {
  service = createService();
});

/** What a route answers whose handler does this. */
async function answerOf(logic: () => unknown) {
  const handler = endpoint(probe, {}, logic as () => { said: string });
  const result = await handler.using(service.portsOf('probe'))(
    {
      ...{
        version: '2.0',
        routeKey: '',
        rawPath: '/api/probe',
        rawQueryString: '',
        headers: {},
        isBase64Encoded: false,
      },
      requestContext: {
        ...{
          accountId: '',
          apiId: '',
          domainName: '',
          domainPrefix: '',
          routeKey: '',
          stage: '',
          time: '',
          timeEpoch: 0,
        },
        ...{ requestId: 'request-7', http: { method: 'GET', path: '', protocol: '', sourceIp: '', userAgent: '' } },
      },
    },
    { awsRequestId: 'x' },
  );
  return { ...result, json: JSON.parse(result.body ?? '{}') as { reasons?: { code: string }[] } };
}
const reason = (field?: string) => ({ code: 'no', message: 'No.', remedy: 'Do not.', ...(field && { field }) });

describe('the stack that every route stands in', () => {
  it('answers with what the route’s schema names and drops the rest', async () => {
    expect((await answerOf(() => ({ said: 'yes', secret: 'x' }))).json).toEqual({ said: 'yes' });
  });

  it('answers a refusal about a field by 422 and any other by 409, with every reason', async () => {
    const both = await answerOf(() => refuse(reason(), reason('/x')));
    expect(both.statusCode).toBe(422);
    expect(both.json.reasons).toEqual([reason(), reason('/x')]);
    expect((await answerOf(() => refuse(reason()))).statusCode).toBe(409);
  });

  it('answers breakage by 500 under its request id, tells the log what it was and the world nothing', async () => {
    const { statusCode, body } = await answerOf(() => {
      throw new Error('password is hunter2');
    });
    expect(statusCode).toBe(500);
    expect(body).toContain('request-7');
    expect(body).not.toContain('hunter2');
    expect(service.logged).toContainEqual(
      expect.objectContaining({ event: 'request.broken', error: 'Error: password is hunter2' }),
    );
  });

  it('answers 500 rather than what does not fit the contract', async () => {
    expect((await answerOf(() => ({ said: 1 }))).statusCode).toBe(500);
    expect((await answerOf(() => undefined)).statusCode).toBe(500);
  });

  it.each([new TransientError('S3 timed out'), new LostRaceError([0])])(
    'answers %s by 503 and when to come back, since nothing is lost',
    async (error) => {
      const { statusCode, headers } = await answerOf(() => {
        throw error;
      });
      expect(statusCode).toBe(503);
      expect(headers?.['retry-after']).toBe('2');
    },
  );

  it('takes a decision again when somebody else was first', async () => {
    let tries = 0;
    const { json } = await answerOf(() => {
      if (++tries < 5) throw new LostRaceError([0]);
      return { said: `try ${tries}` };
    });
    expect(json).toEqual({ said: 'try 5' });
  });
});
