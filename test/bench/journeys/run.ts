/**
 * Learners who go from sign-in to certificate at the same time, on the system as one command starts it, each write of which is
 * on disk when it is acknowledged: `npm run bench:journeys -- --learners 16 --seconds 20`.
 */
import { quantile } from '../../../shared/domain/outcomes/numbers.ts';
import { startRunningSystem } from '../../journeys/support/running-system.ts';
import { startMailService } from '../../prove/kills/mail-service.ts';
import { cpuSecondsOf } from '../../prove/load/cpu-seconds.ts';
import { tableOf } from '../../prove/load/table-of.ts';
import { readTheActivity } from '../../prove/the-activity.ts';
import { bench } from '../bench.ts';
import { figureOf } from '../rounds.ts';
import { type Journey, journeyOf } from './journey.ts';

/** The first minute is not counted: functions start in it, and each thread compiles its code anew. */
const WARM_UP_SECONDS = 60;

await bench('journeys', { learners: 16, seconds: 20 }, async ({ learners, seconds }) => {
  const mail = await startMailService();
  const system = await startRunningSystem({ mailEndpoint: mail.endpoint });
  try {
    const asked = { site: system.site, mail, activity: await readTheActivity() };
    const pids = [system.pid, tableOf(system.dataDir).pid];
    const cpu = (): readonly number[] => pids.map((pid) => cpuSecondsOf(pid) ?? Number.NaN);
    let number = 0;

    /** So many learners, each followed by the next, until the time is over; those under way come to their end. */
    const at = async (atOnce: number, forSeconds: number) => {
      const journeys: Journey[] = [];
      const [began, before] = [performance.now(), cpu()];
      const one = async (): Promise<void> => {
        while (performance.now() - began < forSeconds * 1_000) journeys.push(await journeyOf(number++, asked));
      };
      await Promise.all(Array.from({ length: atOnce }, one));
      const each = cpu().map((after, index) => (after - (before[index] ?? 0)) / journeys.length);
      return { journeys, each, perSecond: journeys.length / ((performance.now() - began) / 1_000) };
    };
    await at(learners, WARM_UP_SECONDS);
    const alone = await at(1, seconds / 2);
    const { journeys, each, perSecond } = await at(learners, seconds);
    const [host = 0, database = 0] = each;
    const p99 = (what: (journey: Journey) => number): number =>
      quantile(
        journeys.map(what).toSorted((one, other) => one - other),
        0.99,
      );
    const graded = ({ submitToGraded }: Journey): number => submitToGraded;
    return [
      { what: `journeys, ${learners} learners at once`, value: perSecond, unit: 'a second', target: { atLeast: 20 } },
      { what: 'processor time of a journey', value: host + database, unit: 'CPU-seconds', target: { atMost: 0.08 } },
      { what: '… of that the functions and their host', value: host, unit: 'CPU-seconds' },
      { what: '… of that the database', value: database, unit: 'CPU-seconds' },
      figureOf(
        'requests of a journey',
        'requests',
        journeys.map(({ requests }) => requests),
        { atMost: 10 },
      ),
      figureOf('submit to graded', 'ms', journeys.map(graded), { atMost: 60 }),
      { what: 'submit to graded, the 99th of 100', value: p99(graded), unit: 'ms', target: { atMost: 500 } },
      figureOf(
        'claim to certificate',
        'ms',
        journeys.map(({ claimToCertificate }) => claimToCertificate),
      ),
      { what: 'journeys, one learner alone', value: alone.perSecond, unit: 'a second' },
      figureOf('submit to graded, alone', 'ms', alone.journeys.map(graded)),
    ];
  } finally {
    await system.remove();
    await mail.stop();
  }
});
