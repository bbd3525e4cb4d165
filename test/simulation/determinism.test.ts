import { beforeAll, describe, expect, it } from 'vitest';
import { drawScript } from './draw.ts';
import type { Stage } from './schedule.ts';
import { play } from './schedule.ts';
import { setStage } from './stage.ts';

describe('a schedule', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
  }, 60_000);

  it('is played the same, call by call, whenever its seed is given', async () => {
    for (const seed of [3, 11, 42]) {
      const [one, again] = [
        await play(stage, { ...drawScript(seed), traceAll: true }),
        await play(stage, { ...drawScript(seed), traceAll: true }),
      ];
      expect(one.calls).toBeGreaterThan(50);
      expect(again.trace).toEqual(one.trace);
    }
  });

  it('differs from that of another seed', async () => {
    const [one, other] = [
      await play(stage, { ...drawScript(3), traceAll: true }),
      await play(stage, { ...drawScript(4), traceAll: true }),
    ];
    expect(other.trace).not.toEqual(one.trace);
  });
});
