import { beforeAll, expect, it } from 'vitest';
import { content, everyOffer } from '../support/activity.ts';
import { createService } from '../support/service.ts';
import type { Touch } from '../support/units/counted-table.ts';
import { type JourneyStep, journeySteps, takeJourney } from '../support/units/journey-steps.ts';
import { callsOf, kindOf, tellUnits, type Units, unitsOf } from '../support/units/told-units.ts';

/** What a step costs of the table. */
interface Cost extends Units {
  /** Requests to it. */
  readonly calls: number;
}

/**
 * What each step may cost in requests and in DynamoDB's billed units; a transaction counts each row twice. Whoever makes a step
 * cheaper lowers its line; whoever makes one dearer says here why. From passing to the claim, a participation stands in the work index, so that whoever
 * stops there is reminded: a unit at each of three steps, where a mail that was asked for beforehand would be three writes of a row of its own.
 */
const most: Readonly<Record<JourneyStep, Cost>> = {
  'asks for a code': { calls: 4, read: 0, write: 4 },
  'enters the code': { calls: 4, read: 2, write: 19 },
  'says who they are': { calls: 3, read: 4, write: 12 },
  'opens the activity': { calls: 2, read: 6, write: 0 },
  'begins the post-test': { calls: 3, read: 6, write: 4 },
  'submits the post-test': { calls: 7, read: 11, write: 24 },
  'opens the evaluation': { calls: 2, read: 2, write: 0 },
  'completes the evaluation': { calls: 3, read: 3, write: 11 },
  'claims credit': { calls: 15, read: 26, write: 52 },
  'opens the wallet': { calls: 3, read: 3, write: 0 },
  'opens the certificate': { calls: 3, read: 5, write: 0 },
  'downloads the certificate': { calls: 2, read: 2, write: 0 },
};

/** As long as titles of this field are: rows that hold it must not outgrow the 1 KiB up to which they are one unit. */
const title = 'Hand Hygiene Before Every Contact: What Wards, Practices and Homes Have Learnt';

const touches = new Map<JourneyStep, (Touch & { readonly functionName: string })[]>();
beforeAll(async () => {
  let now: JourneyStep | undefined;
  const service = createService({
    touched: (functionName, touch) => {
      if (now) touches.set(now, [...(touches.get(now) ?? []), { functionName, ...touch }]);
    },
  });
  await service.publish(content({ title, credits: everyOffer }));
  // The first learner has what is made once and for all made.
  await takeJourney(service, 'first@example.org');
  await takeJourney(service, 'second@example.org', async (name, act) => {
    now = name;
    await act();
    now = undefined;
  });
});

it.each(journeySteps)('a learner who %s costs no more requests and units of the table than is known', (step) => {
  const all = touches.get(step) ?? [];
  const spent: Cost = { calls: callsOf(all), ...unitsOf(all) };
  const told = `${JSON.stringify(spent)} for\n${tellUnits(all)}`;
  expect(spent.calls, told).toBeLessThanOrEqual(most[step].calls);
  expect(spent.read, told).toBeLessThanOrEqual(most[step].read);
  expect(spent.write, told).toBeLessThanOrEqual(most[step].write);
});

it('no step of a journey reads more rows than a learner has', () => {
  for (const [step, all] of touches)
    for (const touch of all) expect(touch.rows, `${step}: ${kindOf(touch)}`).toBeLessThanOrEqual(3);
});
