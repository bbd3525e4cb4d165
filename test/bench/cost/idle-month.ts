import type { Service } from '../../support/service.ts';
import type { Meter, Units } from './meter.ts';

const MINUTES = 730 * 60;

/** How often a month each of what looks after the system runs, as `credit-wallet-stack.ts` schedules it. */
const runs = {
  sweep: MINUTES,
  deliverWebhooks: MINUTES,
  carryOnImports: MINUTES,
  runBatches: MINUTES,
  signHeads: MINUTES / 15,
  eraseLearners: MINUTES / 15,
  remindLearners: MINUTES / 60,
} as const satisfies Partial<Record<keyof Service, number>>;

/** What is billed in a month in which nobody comes: one run of each, so often. */
export async function idleMonth(service: Service, meter: Meter): Promise<readonly { units: Units; times: number }[]> {
  // The head of the day is signed once; the runs after that find it standing.
  await service.signHeads();
  const billed: { units: Units; times: number }[] = [];
  for (const [name, times] of Object.entries(runs) as [keyof typeof runs, number][]) {
    await service[name]();
    meter.take();
    await service[name]();
    billed.push({ units: meter.take(), times });
  }
  return billed;
}
