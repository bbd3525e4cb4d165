import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report, Stage } from '../schedule.ts';
import { failureOf, playSeed, setStage } from '../stage.ts';

const firstSeed = Number(process.env.CREDIT_WALLET_SEED ?? 20_260_224);
const schedules = Number(process.env.CREDIT_WALLET_SCHEDULES ?? 500);
const perTest = 125;

/** Plays a part of the schedules; each part is a file of its own, so that two cores share them. */
export function playSchedules(part: number, parts: number): void {
  describe(`whatever fails, in ${schedules} schedules from seed ${firstSeed}, part ${part} of ${parts}`, () => {
    let stage: Stage;
    const figures = { schedules: 0, calls: 0, faults: 0, awards: 0, learners: 0, virtualYears: 0 };
    const add = ({ calls, faults, awards, endings, virtualDays }: Report): void => {
      figures.schedules++;
      figures.calls += calls;
      figures.faults += faults;
      figures.awards += awards;
      figures.learners += endings.length;
      figures.virtualYears += virtualDays / 365.25;
    };

    beforeAll(async () => {
      stage = await setStage();
    }, 60_000);
    afterAll(() => {
      const { virtualYears, ...counts } = figures;
      console.info(`Simulation from seed ${firstSeed}, part ${part} of ${parts}:`, {
        ...counts,
        virtualYears: Math.round(virtualYears),
      });
    });

    const starts = Array.from({ length: Math.ceil(schedules / perTest) }, (_, each) => firstSeed + each * perTest);
    const own = starts.filter((_, each) => each % parts === part - 1);
    // Where there are fewer schedules than parts, as when one is played alone, every part plays them.
    it.each(own.length > 0 ? own : starts)(
      'nothing is lost, nothing is awarded twice, and every journey ends (from seed %i)',
      async (start) => {
        for (let seed = start; seed < Math.min(start + perTest, firstSeed + schedules); seed++) {
          const report = await playSeed(stage, seed);
          add(report);
          if (report.breaches.length > 0) expect.fail(failureOf(report));
        }
      },
      // A long run of a million is one command with CREDIT_WALLET_SCHEDULES; nothing here depends on real time.
      3_600_000,
    );
  });
}
