import { quotas } from '../../../infra/quotas.ts';
import { content, everyOffer } from '../../support/activity.ts';
import { createService } from '../../support/service.ts';
import type { Touch } from '../../support/units/counted-table.ts';
import { type JourneyStep, takeJourney } from '../../support/units/journey-steps.ts';

/** What one key takes (`infra/quotas.ts`). */
export const MOST_A_SECOND = quotas.partitionWrites.value;
const TAKEN_ALONG = 24;
/** A live event: so many do the same within so many seconds. */
const LEARNERS = 10_000;
const WITHIN_SECONDS = 15;

/** A key that several learners write under, and how many units a second a live event would write there. */
export interface Heat {
  readonly step: JourneyStep;
  readonly key: string;
  readonly unitsASecond: number;
}

/** The keys that more than one learner writes under, in a step that a live event does all at once. */
export async function heatOf(steps: readonly JourneyStep[]): Promise<readonly Heat[]> {
  const written = new Map<string, { readonly step: JourneyStep; units: number; readonly learners: Set<string> }>();
  let now: { readonly step: JourneyStep; readonly learner: string } | undefined;
  const note = (key: string, units: number): void => {
    if (!now || units === 0) return;
    const { step, learner } = now;
    const entry = written.get(`${step} ${key}`) ?? { step, units: 0, learners: new Set<string>() };
    entry.units += units;
    entry.learners.add(learner);
    written.set(`${step} ${key}`, entry);
  };
  const service = createService({
    touched: (_, { pk, write, indexes, indexPks }: Touch) => {
      note(pk, write);
      for (const indexPk of indexPks) note(indexPk, (indexes.work + indexes.lists) / indexPks.length);
    },
  });
  await service.publish(content({ credits: everyOffer }));
  for (let each = 0; each < TAKEN_ALONG; each++) {
    const learner = `learner-${each}@example.org`;
    service.pass(16 * 60_000);
    await takeJourney(service, learner, async (step, act) => {
      now = steps.includes(step) ? { step, learner } : undefined;
      await act();
      now = undefined;
    });
  }
  return [...written]
    .filter(([, { learners }]) => learners.size > 1)
    .map(([name, { step, units }]) => ({
      ...{ step, key: name.slice(step.length + 1) },
      unitsASecond: (units / TAKEN_ALONG) * (LEARNERS / WITHIN_SECONDS),
    }))
    .toSorted((a, b) => b.unitsASecond - a.unitsASecond);
}
