import { afterEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { api, codeOf, fillPath, offline, pauseIfCrowded, readAnswer, type Sending } from '../../web/client.ts';
import { handOn } from '../../web/components/begun.ts';

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers });

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

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

  it('takes once, and soon, what was answered already, and asks again after that', async () => {
    const asked: string[] = [];
    const opened = () => api('GET', '/api/attempts/{attemptId}', { params: { attemptId: 'a1' } });
    vi.stubGlobal('fetch', async (url: string) => {
      asked.push(url);
      return json(200, { attemptId: 'a1', status: 'failed' });
    });
    handOn('/api/attempts/a1', { attemptId: 'a1', status: 'in-progress' });
    expect(await opened()).toMatchObject({ ok: true, body: { status: 'in-progress' } });
    expect(await opened()).toMatchObject({ ok: true, body: { status: 'failed' } });
    expect(asked).toEqual(['/api/attempts/a1']);
    handOn('/api/attempts/a1', { attemptId: 'a1', status: 'in-progress' });
    const later = performance.now() + 20_000;
    vi.spyOn(performance, 'now').mockReturnValue(later);
    expect(await opened()).toMatchObject({ ok: true, body: { status: 'failed' } });
  });

  it('takes a broken line for a problem that nobody answered', () => {
    expect(offline).toMatchObject({ status: 0, type: '/problems/offline' });
  });

  describe('where many come at once', () => {
    const crowded = [
      json(429, { message: 'Too Many Requests' }),
      json(503, { message: 'Service Unavailable' }),
      json(503, { type: '/problems/busy', title: 'Not now', status: 503, detail: '', reasons: [], requestId: 'r3' }),
    ];

    it('waits as long as it is asked to, and never in step with the others', async () => {
      const busy = await readAnswer(json(503, {}, { 'retry-after': '2' }));
      expect([0, 0.5].map((fraction) => pauseIfCrowded(busy, 1, fraction))).toEqual([2_000, 3_000]);
      expect(pauseIfCrowded(busy, 5, 0)).toBeUndefined();
    });

    it('leaves what the service itself says of one person’s requests to that person', async () => {
      const limited = {
        type: '/problems/too-many',
        title: 'Wait',
        status: 429,
        detail: '',
        reasons: [],
        requestId: 'r',
      };
      expect(pauseIfCrowded(await readAnswer(json(429, limited, { 'retry-after': '300' })), 1)).toBeUndefined();
    });

    it('sends what reads, has a key or cannot be done twice again until it is taken, and nothing else', async () => {
      vi.useFakeTimers();
      const answers = [...crowded, json(200, { status: 'completed' })];
      const sent: (string | null)[] = [];
      vi.stubGlobal('fetch', async (_: string, { headers }: { headers: Record<string, string> }) => {
        sent.push(headers['idempotency-key'] ?? null);
        return answers.shift()?.clone() ?? json(503, {});
      });
      const path = '/api/activities/{activityId}/evaluation';
      const params = { activityId: 'a' };
      const asked = api('POST', path, { params, body: { answers: {} }, key: 'k1' });
      await vi.runAllTimersAsync();
      expect(await asked).toMatchObject({ ok: true, status: 200 });
      expect(sent).toEqual(['k1', 'k1', 'k1', 'k1']);

      expect(await api('POST', path, { params, body: { answers: {} } })).toMatchObject({ problem: { status: 503 } });
      expect(sent).toHaveLength(5);
      const once = api('POST', path, { params, body: { answers: {} }, isOnce: true });
      await vi.runAllTimersAsync();
      expect(await once).toMatchObject({ problem: { status: 503 } });
      expect(sent.slice(5)).toEqual([null, null, null, null, null]);
    });

    it('asks again for what is looked for by a body, whose route only reads, as for any other list', async () => {
      vi.useFakeTimers();
      const answers = [...crowded, json(200, { learners: [], next: undefined })];
      vi.stubGlobal('fetch', async () => answers.shift()?.clone() ?? json(503, {}));
      const asked = api('POST', '/api/admin/learners/search', { reads: true, body: { search: 'nguyen' } });
      await vi.runAllTimersAsync();
      expect(await asked).toMatchObject({ ok: true, body: { learners: [] } });
    });

    it('has the compiler hold each call to what its route says: that it reads, or that it does not', () => {
      expectTypeOf<Sending<'POST', '/api/admin/learners/search'>['reads']>().toEqualTypeOf<true>();
      expectTypeOf<Sending<'POST', '/api/admin/merges'>['reads']>().toEqualTypeOf<undefined>();
    });
  });
});
