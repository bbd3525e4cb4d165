import '../../simulation/compiled-schemas.ts';
import { parentPort, workerData } from 'node:worker_threads';
import { drawScript } from '../../simulation/draw.ts';
import { play, type Report } from '../../simulation/schedule.ts';
import { shrunk } from '../../simulation/shrink.ts';
import { setStage } from '../../simulation/stage.ts';
import { lockOf, locks } from '../../simulation/why-locked.ts';
import { addTo, countIn } from '../tally.ts';
import type { Share } from '../threads.ts';
import type { PlayedSchedules } from './prove-schedules.ts';
import type { Waits } from './wait-figures.ts';

// Faults are errors by the thousand, whose traces nobody reads: what is wrong in the end is told in words.
Error.stackTraceLimit = 0;

/** How a schedule ended for whoever was in it. */
function endOf({ endings }: Report): string {
  if (endings.some((ending) => ending === 'parked')) return 'somebody’s certificate waits for staff, who see why';
  const [lock] = endings.flatMap((ending) => lockOf(ending) ?? []);
  if (lock) return locks[lock];
  return 'everybody has the certificate';
}

/** A thread plays its share of the schedules, until the first that breaks a promise. */
async function playShare({
  seed,
  schedules,
  endsAtMs,
  thread,
  threads,
}: Share & { seed: number; schedules: number; endsAtMs: number }) {
  const stage = await setStage();
  const counts = { calls: 0, awards: 0, learners: 0, virtualDays: 0 };
  const outcomes: Record<string, number> = {};
  const faults: Record<string, number> = {};
  const spells: Record<string, number> = {};
  const waits: Waits = { brief: {}, others: {} };
  const deeds: Record<string, number> = {};
  const own: Record<string, number> = {};
  let tried = 0;
  for (let number = thread; number < schedules && Date.now() < endsAtMs; number += threads) {
    const report = await play(stage, drawScript(seed + number));
    tried++;
    counts.calls += report.calls;
    counts.awards += report.awards;
    counts.learners += report.endings.length;
    counts.virtualDays += report.virtualDays;
    addTo(faults, report.faults);
    addTo(spells, report.spells);
    // By tenths of a second: a long run has a million.
    for (const { waitedMs, isBrief } of report.waits)
      countIn(isBrief ? waits.brief : waits.others, String(Math.ceil(waitedMs / 100)));
    addTo(deeds, report.deeds);
    addTo(own, report.own);
    if (report.breaches.length > 0) {
      // The other threads of a long run go on for hours: who waits for them hears of this one at once.
      const failure = await shrunk(stage, seed + number);
      console.error(failure);
      return { tried, counts, outcomes, faults, spells, waits, deeds, own, failure };
    }
    countIn(outcomes, endOf(report));
  }
  return { tried, counts, outcomes, faults, spells, waits, deeds, own };
}

const played: PlayedSchedules = await playShare(workerData);
parentPort?.postMessage(played);
