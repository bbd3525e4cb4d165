/**
 * What AWS bills for a learner's whole way, from the first visit to five later looks at the certificate: `npm run bench:cost`. The real
 * handlers run over the AWS SDK on the embedded parts, every billed unit is counted, and each is priced by `infra/prices.ts`.
 */
import { assumed } from '../../../infra/assumed.ts';
import type { Figure } from '../../../infra/docs/recorded-benchmark.ts';
import {
  type Billed,
  dollarsOf,
  nameOf,
  otherPrices,
  type Price,
  prices,
  storagePrices,
} from '../../../infra/prices.ts';
import { content, everyOffer } from '../../support/activity.ts';
import { bench } from '../bench.ts';
import { idleMonth } from './idle-month.ts';
import { createMeter, meanOf, sumOf, type Units } from './meter.ts';
import { startMetered } from './metered-service.ts';
import { parts, visitAll } from './visits.ts';

const JOURNEYS = 1_000;
const MOST_DOLLARS = 0.3;
const billed = Object.keys(prices) as readonly Billed[];
const inDollars = (units: Units, names: readonly Billed[] = billed): number =>
  names.reduce((sum, name) => sum + dollarsOf(prices[name], units[name]) * JOURNEYS, 0);
const dollars = (what: string, value: number, target?: Figure['target']): Figure => ({
  ...{ what, value, unit: 'dollars' },
  ...(target && { target }),
});

/** What stands before the application, and what watches it: a provider may have these for all that it runs. */
const around: readonly Billed[] = ['siteRequests', 'firewallRequests', 'logBytes', 'traces'];

await bench('cost', { rounds: 8 }, async ({ rounds }) => {
  const meter = createMeter();
  const { service, kept, stop } = await startMetered(meter);
  try {
    await service.publish(content({ credits: everyOffer }));
    const visit = (name: string) => {
      // Limits count what one network asks for in a quarter of an hour; each learner comes in the next.
      service.pass(16 * 60_000);
      return visitAll(service, { email: `${name}@example.org`, meter });
    };
    // The first are not counted: in them code is compiled and what is made once for all is made.
    for (const name of ['warm-1', 'warm-2', 'warm-3']) await visit(name);
    const before = kept();
    const every: Awaited<ReturnType<typeof visit>>[] = [];
    for (let round = 0; round < rounds; round++) every.push(await visit(`learner-${round}`));
    const after = kept();

    const ofPart = new Map(parts.map((part) => [part, meanOf(every.flatMap((one) => one.get(part) ?? []))]));
    const whole = sumOf([...ofPart.values()]);
    const services = [...new Set(billed.map((name) => prices[name].service))];
    const choice = (what: string, less: number, price: Price, count: number) =>
      dollars(`instead: ${what}`, inDollars(whole) - less + dollarsOf(price, count) * JOURNEYS);
    const meanBytes = (what: keyof typeof before) => (after[what] - before[what]) / rounds;

    const idle = async (): Promise<number> =>
      (await idleMonth(service, meter)).reduce(
        (sum, { units, times }) => sum + (inDollars(units) / JOURNEYS) * times,
        0,
      );

    return [
      dollars('1,000 journeys, each by a new learner', inDollars(whole), { atMost: MOST_DOLLARS }),
      dollars(
        '1,000 journeys, without what stands before the application and watches it',
        inDollars(
          whole,
          billed.filter((name) => !around.includes(name)),
        ),
      ),
      dollars(
        '1,000 further awards of learners who are signed in',
        inDollars(whole) - inDollars(ofPart.get(parts[0]) ?? whole),
      ),
      ...services.map((service) =>
        dollars(
          `of it ${service}`,
          inDollars(
            whole,
            billed.filter((name) => prices[name].service === service),
          ),
        ),
      ),
      ...parts.map((part) => dollars(`a learner ${part}`, inDollars(ofPart.get(part) ?? whole))),
      choice(
        'Standard workflows',
        inDollars(whole, ['workflowStarts', 'workflowSeconds']),
        otherPrices.transitions,
        whole.transitions,
      ),
      choice('a REST API', inDollars(whole, ['apiRequests']), otherPrices.restRequests, whole.apiRequests),
      choice('no code by mail, but another way to sign in', dollarsOf(prices.mails, 1) * JOURNEYS, prices.mails, 0),
      choice('PDFs of 150 KiB', inDollars(whole, ['documentBytes']), prices.documentBytes, 5 * 150 * 1_024),
      choice('a signature at each look, not once', 0, prices.signatures, 5),
      choice('every function traced for itself', 0, prices.traces, whole.functionRequests * assumed.tracedShare.value),
      choice(
        'a log of every event of executions',
        0,
        prices.logBytes,
        whole.executionEvents * assumed.workflowEventBytes.value,
      ),
      ...billed.map((name): Figure => ({ what: nameOf(prices[name]), value: whole[name], unit: 'a journey' })),
      { what: nameOf(storagePrices.tableBytes), value: meanBytes('table'), unit: 'kept of a journey' },
      { what: nameOf(storagePrices.documentBytesKept), value: meanBytes('documents'), unit: 'kept of a journey' },
      dollars('a month in which nobody comes, looked after', await idle()),
    ];
  } finally {
    await stop();
  }
});
