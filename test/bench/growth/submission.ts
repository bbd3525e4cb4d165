import { content, everyOffer } from '../../support/activity.ts';
import { createService } from '../../support/service.ts';
import type { Touch } from '../../support/units/counted-table.ts';
import { takeJourney } from '../../support/units/journey-steps.ts';
import { kindOf, unitsOf } from '../../support/units/told-units.ts';

/** What one submission writes: rows beside the outbox's, and billed units in all. */
export async function submissionOf(): Promise<{ readonly beside: number; readonly whole: number }> {
  const touches: Touch[] = [];
  let isSubmitting = false;
  const service = createService({
    touched: (_, touch) => {
      if (isSubmitting) touches.push(touch);
    },
  });
  await service.publish(content({ credits: everyOffer }));
  await takeJourney(service, 'one@example.org', async (step, act) => {
    isSubmitting = step === 'submits the post-test';
    await act();
  });
  const written = touches.filter((touch) => touch.write > 0 && kindOf(touch) !== 'work');
  return { beside: written.length, whole: unitsOf(touches).write };
}
