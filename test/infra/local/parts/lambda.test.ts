import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { createLambdaHost, type FunctionSettings } from '../../../../infra/local/parts/lambda.ts';

const folder = mkdtempSync(join(tmpdir(), 'parts-lambda-'));
const logged: string[] = [];

/** A bundle on disk, as esbuild writes them. */
function bundle(name: string, source: string, more: Partial<FunctionSettings> = {}): [string, FunctionSettings] {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, source);
  return [
    name,
    { bundle: file, handler: 'handler', environment: { TABLE: name }, timeoutSeconds: 10, memoryMb: 128, ...more },
  ];
}

const host = createLambdaHost({
  functions: Object.fromEntries([
    bundle('environment', 'export const handler = async () => ({ ...process.env });'),
    bundle(
      'context',
      `export const handler = async (event, context) => ({
        event, id: context.awsRequestId, name: context.functionName, left: context.getRemainingTimeInMillis() });`,
    ),
    bundle(
      'together',
      `let arrived = 0, release; const all = new Promise((resolve) => { release = resolve; });
       export const handler = async () => { if (++arrived === 5) release(); await all; return arrived; };`,
    ),
    bundle(
      'crowded',
      `let underWay = 0, most = 0;
       export const handler = async () => {
         most = Math.max(most, ++underWay);
         await new Promise((done) => setTimeout(done, 20));
         underWay -= 1;
         return most;
       };`,
    ),
    bundle(
      'throws',
      `class TransientError extends Error { name = 'TransientError'; }
       export const handler = async () => { throw new TransientError('S3 timed out'); };`,
    ),
    bundle(
      'young',
      `import { getHeapSpaceStatistics } from 'node:v8';
       export const handler = async () => getHeapSpaceStatistics().find((each) => each.space_name === 'new_space').space_size;`,
    ),
    bundle('nothing', 'export const handler = async () => {};'),
    bundle('prints', "export const handler = async () => { console.log('one\\ntwo'); console.error('three'); };"),
    bundle('broken', "throw new TypeError('cannot load');"),
    bundle('unnamed', 'export const other = 1;'),
    bundle(
      'hangs',
      'let served = 0; export const handler = async ({ hang }) => (++served, hang ? new Promise(() => {}) : served);',
      {
        timeoutSeconds: 1,
      },
    ),
    bundle('spins', 'export const handler = async ({ spin }) => { while (spin); return 1; };', { timeoutSeconds: 1 }),
    bundle(
      'exits',
      `let served = 0; export const handler = async ({ how }) => {
         served += 1;
         if (how === 'exit') process.exit(3);
         if (how === 'throw') setTimeout(() => { throw new Error('outside'); });
         return how ? new Promise(() => {}) : served; };`,
    ),
    bundle(
      'greedy',
      // Turn by turn, as what reads a list without an end does: V8 can end a thread only between two allocations.
      `export const handler = async () => {
        for (const all = []; ; await new Promise(setImmediate)) all.push(new Array(50_000).fill({}));
      };`,
      {
        memoryMb: 16,
      },
    ),
  ]),
  log: ({ functionName, stream, text }) => logged.push(`${functionName} ${stream} ${text}`),
});

afterAll(async () => {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the Lambda host', () => {
  it('gives each function its own environment and nothing of the host but PATH', async () => {
    process.env.SECRET_OF_THE_HOST = 'hidden';
    expect(await host.invoke('environment', {})).toEqual({
      AWS_LAMBDA_FUNCTION_NAME: 'environment',
      PATH: process.env.PATH,
      TABLE: 'environment',
    });
    delete process.env.SECRET_OF_THE_HOST;
  });

  it('passes event and context', async () => {
    const seen = await host.invoke('context', { a: [1, 'ü', null] });
    expect(seen).toMatchObject({
      event: { a: [1, 'ü', null] },
      name: 'context',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(seen).toMatchObject({ left: expect.toSatisfy((left: number) => left > 0 && left <= 10_000) });
    expect(await host.invoke('nothing', {})).toBeNull();
  });

  it('gives a thread room from its beginning, so that what is under way is not copied again and again', async () => {
    expect(await host.invoke('young', {})).toBeGreaterThanOrEqual(8 * 1024 * 1024);
  });

  it('answers many events at once in one thread', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => host.invoke('together', {})));
    expect(answers).toEqual([5, 5, 5, 5, 5]);
  });

  it('lets a crowd wait for its turn, so that no event waits for the connections of all others, and answers everyone', async () => {
    const answers = await Promise.all(Array.from({ length: 300 }, () => host.invoke('crowded', {})));
    expect(Math.max(...answers.map(Number))).toBe(40);
  });

  it('keeps the name and message of what a function throws', async () => {
    await expect(host.invoke('throws', {})).rejects.toMatchObject({ name: 'TransientError', message: 'S3 timed out' });
  });

  it('tells why a bundle cannot be loaded', async () => {
    await expect(host.invoke('broken', {})).rejects.toMatchObject({ name: 'TypeError', message: 'cannot load' });
    await expect(host.invoke('unnamed', {})).rejects.toMatchObject({ name: 'Runtime.HandlerNotFound' });
    await expect(host.invoke('missing', {})).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('forwards what a function prints, line by line, with its name', async () => {
    await host.invoke('prints', {});
    await vi.waitFor(() =>
      expect(logged.toSorted()).toEqual(['prints stderr three', 'prints stdout one', 'prints stdout two']),
    );
  });

  it('ends an event that takes too long, spares its neighbours, and replaces the thread', async () => {
    expect(await host.invoke('hangs', {})).toBe(1);
    const hanging = host.invoke('hangs', { hang: true });
    expect(await host.invoke('hangs', {})).toBe(3);
    await expect(hanging).rejects.toMatchObject({
      name: 'Sandbox.Timedout',
      message: expect.stringContaining('1.00 seconds'),
    });
    expect(await host.invoke('hangs', {})).toBe(1);
    await expect(host.invoke('spins', { spin: true })).rejects.toMatchObject({ name: 'Sandbox.Timedout' });
    expect(await host.invoke('spins', {})).toBe(1);
  });

  it('survives a function that exits, throws outside its promise or eats its memory', async () => {
    for (const how of ['exit', 'throw']) {
      await expect(host.invoke('exits', { how })).rejects.toMatchObject({ name: 'Runtime.ExitError' });
      expect(await host.invoke('exits', {})).toBe(1);
    }
    await expect(host.invoke('greedy', {})).rejects.toMatchObject({ name: 'Runtime.OutOfMemory' });
  });

  it('lets events under way end when it stops, and takes no more', async () => {
    const [name, settings] = bundle(
      'slow',
      'export const handler = () => new Promise((done) => setTimeout(done, 100, 7));',
    );
    const another = createLambdaHost({ functions: { [name]: settings } });
    const underWay = another.invoke('slow', {});
    await another.stop();
    expect(await underWay).toBe(7);
    await expect(another.invoke('slow', {})).rejects.toMatchObject({ name: 'ServiceException' });
  });
});
