import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cronPattern, rateMs, startSchedules } from '../../../../infra/local/parts/schedules.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-24T07:59:30Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a schedule', () => {
  it('with a rate runs at once and then after each interval', async () => {
    const run = vi.fn(async () => {});
    const schedules = startSchedules([{ name: 'sweep', expression: 'rate(1 minute)', run }]);
    await vi.advanceTimersByTimeAsync(0);
    expect(run).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(run).toHaveBeenCalledTimes(3);
    schedules.stop();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(run).toHaveBeenCalledTimes(3);
  });

  it('with a cron expression runs at its times, in its zone', async () => {
    const ran: string[] = [];
    const note = (name: string) => async () => {
      ran.push(`${name} ${new Date().toISOString()}`);
    };
    const schedules = startSchedules([
      { name: 'tuesdays', expression: 'cron(0 8 ? * 3 *)', run: note('tuesdays') },
      { name: 'new-york', expression: 'cron(30 3 * * ? *)', timezone: 'America/New_York', run: note('new-york') },
    ]);
    await vi.advanceTimersByTimeAsync(26 * 3_600_000);
    schedules.stop();
    expect(ran).toEqual([
      'tuesdays 2026-11-24T08:00:00.000Z',
      'new-york 2026-11-24T08:30:00.000Z',
      'new-york 2026-11-25T08:30:00.000Z',
    ]);
  });

  it('never overlaps itself', async () => {
    const endings: (() => void)[] = [];
    const run = vi.fn(() => new Promise<void>((resolve) => endings.push(resolve)));
    const schedules = startSchedules([{ name: 'slow', expression: 'rate(1 minute)', run }]);
    await vi.advanceTimersByTimeAsync(300_000);
    expect(run).toHaveBeenCalledTimes(1);
    endings.shift()?.();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(run).toHaveBeenCalledTimes(2);
    schedules.stop();
  });

  it('that fails tells it and comes again', async () => {
    const told: string[] = [];
    const run = vi.fn(async () => {
      throw new Error('throttled');
    });
    const schedules = startSchedules([{ name: 'sweep', expression: 'rate(5 minutes)', run }], (error, name) =>
      told.push(`${name}: ${error}`),
    );
    await vi.advanceTimersByTimeAsync(300_000);
    schedules.stop();
    expect(told).toEqual(['sweep: Error: throttled', 'sweep: Error: throttled']);
  });

  it('is refused by name when its expression is not understood', () => {
    expect(rateMs('rate(2 hours)')).toBe(7_200_000);
    expect(cronPattern('cron(0 8 * * *)')).toBeUndefined();
    expect(() => startSchedules([{ name: 'odd', expression: 'rate(0 minutes)', run: async () => {} }])).toThrow(
      'The schedule odd has an expression that is not understood: rate(0 minutes)',
    );
  });
});
