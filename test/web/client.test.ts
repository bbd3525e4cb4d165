import { describe, expect, it } from 'vitest';
import { codeOf, fillPath, offline, readAnswer } from '../../web/client.ts';

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers });

describe('the client of the service', () => {
  it('fills the parameters of a path in, and lets none of them reach another path', () => {
    expect(fillPath('/api/attempts/{attemptId}', { attemptId: 'a/../b' })).toBe('/api/attempts/a%2F..%2Fb');
  });

  it('reads an answer, and how long the service asks to wait', async () => {
    expect(await readAnswer(json(202, { status: 'grading' }, { 'retry-after': '3' }))).toEqual({
      ok: true,
      status: 202,
      body: { status: 'grading' },
      retryAfter: 3,
    });
  });

  it('hands a problem on with every reason', async () => {
    const problem = {
      type: '/problems/evaluation-required',
      title: 'Not possible now',
      status: 409,
      detail: 'The evaluation is required before credit can be awarded.',
      reasons: [{ code: 'evaluation-required', message: 'Required.', remedy: 'Complete it.' }],
      requestId: 'r1',
    };
    const result = await readAnswer(json(409, problem));
    expect(result).toEqual({ ok: false, problem });
    expect(codeOf(problem)).toBe('evaluation-required');
  });

  it('makes a problem of an answer that is not of this service, with the request id that it came with', async () => {
    const result = await readAnswer(new Response('<html>', { status: 502, headers: { 'x-request-id': 'r2' } }));
    expect(result).toMatchObject({ ok: false, problem: { status: 502, requestId: 'r2' } });
  });

  it('takes a broken line for a problem that nobody answered', () => {
    expect(offline).toMatchObject({ status: 0, type: '/problems/offline' });
  });
});
