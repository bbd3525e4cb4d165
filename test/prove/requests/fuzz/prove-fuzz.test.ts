import { beforeAll, describe, expect, it } from 'vitest';
import { proofCommands } from '../../../../infra/docs/trust/commands.ts';
import { randomFrom } from '../../../simulation/random.ts';
import { createContract } from '../contract.ts';
import { createLivingStore, type LivingStore } from '../living-store.ts';
import { fire } from './fire.ts';
import { costly } from './fuzz-route.ts';
import { createRequests, honestOf, type Making } from './generate-requests.ts';
import { storeOf } from './in-use.ts';
import { faultsOf } from './judge-answer.ts';
import { proveFuzz } from './prove-fuzz.ts';

describe('the proof of fuzzed requests', () => {
  it('finds every route to answer each kind of request as the contract says, logged, and without a secret', async () => {
    const { tried, failures, figures } = await proveFuzz(20_261_126, 2);
    expect(failures).toEqual([]);
    expect(tried).toBe(2 * (Number(figures?.routes) + 1));
    // Two threads make a store each: a machine that does other work meanwhile takes its time.
  }, 120_000);
});

it('the page says of which routes hardly any request is honest, and how few are', () => {
  const { does } = proofCommands.find(({ name }) => name === 'requests') ?? { does: '' };
  const { usual, spared } = honestOf;
  expect([usual, spared]).toEqual([0.5, 0.02]);
  expect(does).toContain(`to the ${costly.length} routes that print or sign`);
  expect(does).toContain(`${spared * 100} in 100 are honest, ${spared * 20_000} of 20,000`);
  for (const [, name = ''] of does.matchAll(/`(\w+)`/g)) expect(costly).toContain(name);
});

describe('what judges an answer', () => {
  const contract = createContract();
  const json = 'application/json; charset=utf-8';
  const health = { status: 'ok', commit: 'abc1234', node: 'v24.0.0' };
  const faultOf = (body: object, status = 200, type = json) =>
    contract.faultOf('getHealth', { status, type, text: JSON.stringify(body) });

  it('takes what the document lists, and nothing else', () => {
    expect(faultOf(health)).toBeUndefined();
    expect(faultOf(health, 418)).toBe('the status 418 is not listed');
    expect(faultOf(health, 200, 'text/html')).toBe('the type text/html is not listed for 200');
    expect(faultOf({ ...health, learnerId: 'x' })).toContain('must NOT have additional properties');
    expect(faultOf({ ...health, node: 24 })).toContain('/node must be string');
    expect(contract.accessFaultOf('getHealth')).toBeUndefined();
    expect(contract.accessFaultOf('listLearners')).toBeUndefined();
  });

  describe('in a store that lives', () => {
    let living: LivingStore;
    beforeAll(async () => {
      living = await createLivingStore();
    });
    const wire = { method: 'GET', url: '/api/health', rawHeaders: [], body: Buffer.alloc(0), sourceIp: '192.0.2.1' };

    it('finds an answer that is not logged, is kept by caches, leads elsewhere or sets a careless cookie', async () => {
      const { service } = living;
      service.logged.length = 0;
      const fired = await fire(service, wire);
      if (!fired) throw new Error('The gateway finds no route');
      expect(faultsOf(fired, service, contract)).toEqual([]);
      const headers = { ...fired.headers, location: '//evil.example/', 'cache-control': 'public' };
      expect(faultsOf({ ...fired, headers: { ...headers, 'set-cookie': ['a=b'] } }, service, contract)).toEqual([
        ...['may be kept by caches', 'leads to //evil.example/', 'sets a cookie that is not kept close: a=…'],
        'is logged as []',
      ]);
    });

    it('makes the same requests from the same seed, some of each kind', () => {
      const next = createRequests('claimCredit', storeOf(living), false);
      const made = (seed: number) => {
        const random = randomFrom(seed);
        return Array.from({ length: 60 }, () => next(random));
      };
      expect(made(3)).toEqual(made(3));
      expect(made(4)).not.toEqual(made(3));
      expect(new Set(made(3).map(({ making }) => making))).toEqual(new Set<Making>(['honest', 'one wrong', 'wild']));
    });
  });
});

describe('a secret in an answer', () => {
  it('ends the request that it would be told to, whatever test sends it', async () => {
    const { service, own, callers } = await createLivingStore();
    const [secret = ''] = Object.values(callers.other.cookies);
    // A name that holds another's session, as a handler's mistake might.
    const { browser } = own;
    await browser.ask('putMe', { body: { givenName: secret, familyName: 'X', profession: 'nurse' } });
    await expect(browser.ask('getMe')).rejects.toThrow('getMe leaks');
    expect(service.secrets.within(`{"a":"${secret}"}`)).toEqual(expect.arrayContaining([secret]));
  });
});
