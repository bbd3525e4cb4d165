import { assumed } from '../assumed.ts';
import { type Billed, dollarsOf, fixed, nameOf, PRICES_AS_OF, type Price, prices, storagePrices } from '../prices.ts';
import { madeFrom, page, table } from './markdown.ts';
import { type RecordedBenchmark, recordedBenchmark } from './recorded-benchmark.ts';
import { toldNumber } from './told-figure.ts';

const billed = Object.keys(prices) as readonly Billed[];
const YEARS_AWARDS = [1_000, 100_000, 10_000_000] as const;
const MONTHS = 12;
/** The nightly export, and how many of them are kept (`house/daily-export.ts`): locked for 35 days, and removed within two more. */
const EXPORTS_A_MONTH = 30;
const EXPORTS_KEPT = 37;

/** Cents where there are few dollars. */
const money = (dollars: number): string =>
  dollars.toLocaleString('en-US', {
    ...(dollars < 100 ? { minimumFractionDigits: 2, maximumFractionDigits: 2 } : { maximumFractionDigits: 0 }),
  });

const recorded = ({ figures }: RecordedBenchmark, what: string): number =>
  figures.find((figure) => figure.what === what)?.value ?? 0;

/** What a month of so many awards is billed for them, after what costs nothing. */
const monthOf = (measured: RecordedBenchmark, awards: number): number =>
  billed.reduce((sum, name) => {
    const price: Price = prices[name];
    const count = recorded(measured, nameOf(price)) * awards;
    return sum + dollarsOf(price, Math.max(0, count - (price.freeEachMonth ?? 0)));
  }, 0);

const fixedMonth = Object.values(fixed).reduce((sum, { count, dollars }) => sum + count * dollars, 0);

/** What a month costs for keeping so many awards. */
function keeping(measured: RecordedBenchmark, awards: number): { readonly kept: number; readonly exported: number } {
  const { tableBytes, recoveryBytes, exportedBytes, documentBytesKept } = storagePrices;
  const rows = recorded(measured, nameOf(tableBytes)) * awards;
  const documents = recorded(measured, nameOf(documentBytesKept)) * awards;
  const kept =
    dollarsOf(tableBytes, Math.max(0, rows - tableBytes.freeEachMonth)) +
    dollarsOf(recoveryBytes, rows) +
    dollarsOf(documentBytesKept, documents);
  const exported = dollarsOf(exportedBytes, rows * EXPORTS_A_MONTH) + dollarsOf(documentBytesKept, rows * EXPORTS_KEPT);
  return { kept, exported };
}

function yearRow(measured: RecordedBenchmark, awards: number): readonly string[] {
  const journeys = monthOf(measured, awards / MONTHS) * MONTHS;
  const idle = (fixedMonth + recorded(measured, 'a month in which nobody comes, looked after')) * MONTHS;
  // They come evenly over the year, so that half of them are kept on average.
  const { kept, exported } = keeping(measured, awards / 2);
  const all = journeys + idle + (kept + exported) * MONTHS;
  return [
    awards.toLocaleString('en-US'),
    ...[journeys, idle, kept * MONTHS, exported * MONTHS].map(money),
    `**${money(all)}**`,
    `${toldNumber((all / awards) * 100)} cents`,
  ];
}

/** Where most of it goes, so that whoever wants it cheaper knows where to begin. */
function whereItGoes(measured: RecordedBenchmark): string {
  const all = recorded(measured, '1,000 journeys, each by a new learner');
  const share = (dollars: number): string => `${Math.round((dollars / all) * 100)} %`;
  const services = [...new Set(billed.map((name) => prices[name].service))]
    .map((service) => ({ service, dollars: recorded(measured, `of it ${service}`) }))
    .toSorted((a, b) => b.dollars - a.dollars)
    .slice(0, 4)
    .map(({ service, dollars }) => `${service} is ${share(dollars)}`);
  const further = recorded(measured, '1,000 further awards of learners who are signed in');
  return `${services.join(', ')} of it. The two mails, a code to sign in with and the news of the award, have a price that no code changes: a learner who is signed in, which lasts for 30 days, costs ${money(further)} dollars for 1,000 further awards.`;
}

function measuredParts(measured: RecordedBenchmark): readonly string[] {
  const { command, commit, date, machine } = measured;
  const isChoice = /^instead: /;
  const journey = recorded(measured, '1,000 journeys, each by a new learner');
  return [
    '## What a year costs',
    'US dollars, with what costs nothing each month taken off. Awards come evenly; live events change when it is billed, not how much.',
    table(
      ['Awards a year', 'Journeys', 'When nobody comes', 'Keeping', 'Nightly exports', 'All', 'An award'],
      YEARS_AWARDS.map((awards) => yearRow(measured, awards)),
    ),
    'Keeping grows with every year’s awards, since nothing is deleted; the table above is of the first year. The nightly export copies the whole table: a provider of millions of awards saves most of it by having it each week instead (`infra/house/daily-export.ts`), as point-in-time recovery goes on by itself.',
    '## What 1,000 journeys cost, by service',
    `A learner who was never here signs in, takes the post-test, completes the evaluation, claims credit, is told by mail, comes back to the certificate and opens its PDF five times: ${money(journey)} dollars for 1,000 of them at the first tier of the list prices, with nothing taken off.`,
    table(
      ['Service', 'Billed', 'A journey', 'Price', 'Dollars for 1,000'],
      billed.map((name) => {
        const price: Price = prices[name];
        const units = recorded(measured, nameOf(price));
        return [
          price.service,
          price.of,
          toldNumber(units),
          `[${priced(price)}](${price.source})`,
          dollarsOf(price, units * 1_000).toFixed(4),
        ];
      }),
    ),
    whereItGoes(measured),
    '## What the parts of the way cost',
    table(
      ['A learner', 'Dollars for 1,000'],
      measured.figures
        .filter(({ what }) => what.startsWith('a learner '))
        .map(({ what, value }) => [what.slice('a learner '.length), value.toFixed(4)]),
    ),
    '## What other choices would cost',
    `Of 1,000 journeys, beside ${money(journey)} dollars as they are.`,
    table(
      ['Instead', 'Dollars for 1,000', 'Difference'],
      measured.figures
        .filter(({ what }) => isChoice.test(what))
        .map(({ what, value }) => [
          what.replace(isChoice, ''),
          value.toFixed(4),
          `${value > journey ? '+' : '−'}${Math.abs(value - journey).toFixed(4)}`,
        ]),
    ),
    `Measured by \`${command}\` on ${date}, \`${commit}\`, ${machine}.`,
  ];
}

const priced = ({ dollars, per }: Price): string => {
  const many = per === 2 ** 30 ? 'GB' : per === 1 ? 'one' : per.toLocaleString('en-US');
  return `${dollars} for ${many}`;
};

/** `docs/costs.md`: what a provider pays AWS, from the last recorded run of the benchmark and the list of prices. */
export function costsPage(): string {
  const measured = recordedBenchmark('cost');
  return page(
    madeFrom(['`docs/benchmarks/cost.json`', '`infra/prices.ts`', '`infra/assumed.ts`']),
    '# What it costs',
    `What a provider pays AWS in us-east-1, without taxes and support. \`npm run bench:cost\` takes learners through the real handlers and counts every unit that AWS bills; prices are AWS’s list prices as known on ${PRICES_AS_OF}. Those of DynamoDB, the HTTP API, invocations of Lambda, Express workflows, WAF, SES and X-Ray were held against pages of that time; the others were not, and each links the page that decides. Nothing of it was compared with a bill: compare yours. On one machine of your own none of it is billed.`,
    ...(measured ? measuredParts(measured) : ['No run was recorded yet: `npm run bench:cost -- --record`.']),
    '## What it costs when nobody comes',
    table(
      ['Service', 'What', 'Dollars a month'],
      Object.values(fixed).map(({ service, of, count, dollars, source }) => [
        service,
        `[${count} ${of}](${source})`,
        money(count * dollars),
      ]),
    ),
    `${money(fixedMonth)} dollars a month in all${measured ? `, and ${money(recorded(measured, 'a month in which nobody comes, looked after'))} for what looks after the system each minute` : ''}. A year after its making, each of the two keys that encrypt is rotated and costs one dollar more, and another the year after.`,
    '## What is assumed',
    'A bill has more in it than can be measured without an account. These stand in for it, on the dear side where there is a doubt.',
    table(
      ['', 'Of'],
      Object.values(assumed).map(({ value, is }) => [toldNumber(value), is]),
    ),
  );
}
