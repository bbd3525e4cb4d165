/** What a function's start takes, from the process to its first answer, and what it weighs: `npm run bench:handlers`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleFolder, bundleFunctions } from '../../../infra/bundle.ts';
import { routeFunctions } from '../../../infra/functions.ts';
import { bench } from '../bench.ts';
import { figureOf } from '../rounds.ts';
import { firstEvents } from './first-events.ts';
import { bundlePeers } from './peers.ts';
import { playServices } from './played-services.ts';
import { median, type Started, startedOnce } from './start.ts';

/** No round begins after this: on a busy machine fewer rounds are better than an hour. */
const LONGEST_MS = 110_000;
/** They print, and their start is held to what printing takes. */
const printing: ReadonlySet<string> = new Set(['get-transcript-pdf', 'get-shared-transcript-pdf']);
/** What a deployment tells each function. */
const deployed = {
  ...{ COMMIT: 'abc1234', SITE_URL: 'https://credit.example.org', SENDER: 'credit@example.org', WORKFLOW_ARN: 'arn' },
  ...{ PROVIDER_NAME: 'Meridian Society', PROVIDER_CONTACT: 'help@meridian.example' },
};

await bench('handlers', { rounds: 9 }, async ({ rounds }) => {
  const folder = mkdtempSync(join(tmpdir(), 'handlers-'));
  const { service, events } = await firstEvents();
  const services = await playServices(service, folder);
  try {
    const bundles = await bundleFunctions();
    const peers = await bundlePeers(folder);
    const env = { ...services.environment, ...deployed };
    const eventFile = (name: string): string => {
      const file = join(folder, `${name}.json`);
      writeFileSync(file, JSON.stringify(events.get(name) ?? events.get('get-wallet')));
      return file;
    };
    const starts = new Map<string, { readonly rounds: Started[]; readonly start: () => Promise<Started> }>();
    const add = (name: string, bundle: string, environment: NodeJS.ProcessEnv): void => {
      const event = eventFile(name);
      starts.set(name, { rounds: [], start: () => startedOnce(bundle, event, environment) });
    };
    for (const [name, bundle] of Object.entries(peers)) add(name, bundle, env);
    // With the settings of `house/handler-function.ts`.
    for (const name of events.keys())
      add(name, join(bundleFolder, name, 'index.mjs'), { ...env, NODE_OPTIONS: '--enable-source-maps' });

    // All of them once a round, peers among them, so that whatever else the machine does meets them alike.
    const began = performance.now();
    for (let round = 0; round < rounds && performance.now() - began < LONGEST_MS; round++)
      for (const { rounds: done, start } of starts.values()) done.push(await start());

    const roundsOf = (name: string): readonly Started[] => starts.get(name)?.rounds ?? [];
    /** How many times as long as a peer in the same round. */
    const times = (name: string, peer: string, what: keyof Started = 'cpuMs'): readonly number[] =>
      roundsOf(name).map((started, round) => started[what] / (roundsOf(peer)[round]?.[what] ?? Number.NaN));
    const cpuOf = (name: string) => roundsOf(name).map(({ cpuMs }) => cpuMs);

    const [sdk, pdf] = ['the SDK in it', 'pdf-lib'];
    const ours = routeFunctions.filter((name) => !printing.has(name));
    const bySlowness = ours.toSorted((a, b) => median(times(b, sdk)) - median(times(a, sdk)));
    const byWeight = routeFunctions.toSorted((a, b) => (bundles[b]?.bytes ?? 0) - (bundles[a]?.bytes ?? 0));
    const [slowest = '', middle = ''] = [bySlowness[0], bySlowness[Math.floor(ours.length / 2)]];
    const [heaviest = '', usual = ''] = [byWeight[0], byWeight[Math.floor(byWeight.length / 2)]];
    const [thatSdk, thatPdf] = ['times an empty one with the SDK', 'times pdf-lib with fontkit'];
    const kib = (name: string): number => (bundles[name]?.bytes ?? 0) / 1_024;
    const wholeKib = (name: string): number => kib(name) + (bundles[name]?.laterBytes ?? 0) / 1_024;
    const [largest = ''] = routeFunctions.toSorted((a, b) => wholeKib(b) - wholeKib(a));
    return [
      figureOf('an empty handler', 'ms of CPU', cpuOf('empty')),
      figureOf('an empty handler with the AWS SDK in it', 'ms of CPU', cpuOf(sdk)),
      figureOf('the same, reading one row', thatSdk, times('one row', sdk)),
      figureOf('the usual stack: middy, lib-dynamodb, zod; reading one row', thatSdk, times('usual', sdk)),
      figureOf('pdf-lib with fontkit, printing one line', thatSdk, times(pdf, sdk)),
      figureOf(`slowest of ${ours.length} API handlers, ${slowest}`, thatSdk, times(slowest, sdk), { atMost: 2 }),
      figureOf(`the same of wall time`, thatSdk, times(slowest, sdk, 'wallMs')),
      figureOf(`the middle one, ${middle}`, thatSdk, times(middle, sdk)),
      figureOf('the submission of a Post-Test', thatSdk, times('submit-attempt', sdk)),
      figureOf('the step that renders a certificate', thatPdf, times('render-certificate', pdf), { atMost: 0.5 }),
      // Below this comes nothing that reaches AWS by its SDK, whatever it prints.
      figureOf('its floor: an empty handler with the SDK in it', thatPdf, times(sdk, pdf)),
      figureOf('its floor in practice: the same, reading one row', thatPdf, times('one row', pdf)),
      figureOf('a transcript as PDF', thatPdf, times('get-transcript-pdf', pdf)),
      { what: `heaviest API handler, ${heaviest}`, value: kib(heaviest), unit: 'KiB', target: { atMost: 360 } },
      { what: `the middle one, ${usual}`, value: kib(usual), unit: 'KiB' },
      {
        what: `heaviest with all that some of its routes read later, ${largest}`,
        value: wholeKib(largest),
        unit: 'KiB',
      },
    ];
  } finally {
    await services.stop();
    rmSync(folder, { recursive: true });
  }
});
