import { describe, expect, it } from 'vitest';
import { plants } from '../../simulation/plants/index.ts';
import { shrunk } from '../../simulation/shrink.ts';
import { playSeed, setStage } from '../../simulation/stage.ts';
import { playFates } from './crash-points.ts';
import { proveChangedPoints, proveCrashPoints, proveErasedPoints, proveParkedPoints } from './prove-crash-points.ts';
import { proveSchedules } from './prove-schedules.ts';

/** Real time has no part in it; a machine that does other work meanwhile takes its time. */
const patience = 300_000;

const planted = (name: string) => {
  const { finds: _, ...plant } = plants[name] ?? expect.fail(`${name} is not planted any more`);
  return plant;
};

describe('whatever fails', () => {
  it(
    // Ten thousand more in `.ci/run`, and as many as one likes by `npm run prove:faults`.
    'nothing is lost, nothing is awarded twice, and every journey ends',
    async () => {
      const { tried, outcomes, failures } = await proveSchedules(20_261_126, 100);
      expect(failures).toEqual([]);
      expect(tried).toBe(100);
      expect(outcomes['everybody has the certificate']).toBeGreaterThan(66);
    },
    patience,
  );

  it(
    'at any single call of a journey, one result, one award, one certificate and one mail are left',
    async () => {
      const { tried, failures } = await proveCrashPoints();
      expect(failures).toEqual([]);
      expect(tried).toBeGreaterThan(400);
    },
    patience,
  );

  it(
    // One kind of fault at each call, in turn; every kind by `npm run prove:faults`.
    'and where work was parked, the learner mended the name and staff took it up again, as much is left',
    async () => {
      const { tried, failures } = await proveParkedPoints(true);
      expect(failures).toEqual([]);
      expect(tried).toBeGreaterThan(120);
    },
    patience,
  );

  it(
    'and where the account was erased, nothing of the person is left but what must be',
    async () => {
      const { tried, failures } = await proveErasedPoints(true);
      expect(failures).toEqual([]);
      expect(tried).toBeGreaterThan(200);
    },
    patience,
  );

  it(
    // One kind of fault at each call, in turn; every kind by `npm run prove:faults`.
    'nor is anything else left where an attempt was failed, and the certificate corrected and revoked',
    async () => {
      const { tried, failures } = await proveChangedPoints(true);
      expect(failures).toEqual([]);
      expect(tried).toBeGreaterThan(200);
    },
    patience,
  );
});

describe('a schedule that fails', () => {
  it(
    'is told by its seed and by the smallest part of it that fails as well',
    async () => {
      const stage = await setStage();
      const plant = planted('a transaction is several writes, of which some may fail');
      let seed = 1;
      while ((await playSeed(stage, seed, plant)).breaches.length === 0) seed++;
      const told = await shrunk(stage, seed, plant);
      expect(told).toContain(`seed ${seed}, shrunk to {"plans":[{`);
      expect((told.match(/ meets /g) ?? []).length).toBeLessThanOrEqual(5);
    },
    patience,
  );

  it(
    'is found by a single crash, too, when nothing sweeps the outbox',
    async () => {
      const stage = await setStage();
      const plant = planted('nothing sweeps the outbox');
      const { calls } = await playFates(stage, new Map());
      let failure: string | undefined;
      for (let call = 1; call <= calls && failure === undefined; call++)
        ({ failure } = await playFates(stage, new Map([[call, 'crash-before']]), { plants: plant }));
      expect(failure).toMatch(/is stuck|is queued|is leased|is still pending/);
    },
    patience,
  );

  it(
    'is found in the journey that staff change, where the calm one does not show it',
    async () => {
      const stage = await setStage();
      const plant = planted('nobody is mailed of a revocation or a suspension');
      expect((await playFates(stage, new Map(), { plants: plant })).failure).toBeUndefined();
      const { failure } = await playFates(stage, new Map(), { plants: plant, journey: 'changed' });
      expect(failure).toMatch(/was never asked for/);
    },
    patience,
  );

  it(
    // Each of its calls by `npm run prove:faults`.
    'is found where work was tried until it was parked, which staff take up again and nobody goes on with',
    async () => {
      const stage = await setStage();
      expect((await playFates(stage, new Map(), { journey: 'exhausted' })).failure).toBeUndefined();
      const plant = planted('that parked work is taken up again is written down and forgotten');
      const { failure } = await playFates(stage, new Map(), { plants: plant, journey: 'exhausted' });
      expect(failure).toMatch(/was redriven and is not taken up/);
    },
    patience,
  );

  it(
    'is found in the journey whose learner is erased, where the others do not show it',
    async () => {
      const stage = await setStage();
      const plant = planted('answers of who is erased are left');
      expect((await playFates(stage, new Map(), { plants: plant, journey: 'changed' })).failure).toBeUndefined();
      const { failure } = await playFates(stage, new Map(), { plants: plant, journey: 'erased' });
      expect(failure).toMatch(/something is left in attempt/);
    },
    patience,
  );

  it(
    'is found in the journey whose work is parked, where the others do not show it',
    async () => {
      const stage = await setStage();
      const plant = planted('a mended name is not taken up with the work that was parked for it');
      expect((await playFates(stage, new Map(), { plants: plant, journey: 'changed' })).failure).toBeUndefined();
      const { failure } = await playFates(stage, new Map(), { plants: plant, journey: 'parked' });
      expect(failure).toMatch(/still bears the one that cannot be printed/);
    },
    patience,
  );
});
