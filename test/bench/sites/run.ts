/** How long a phone waits for the screens that a clinician and staff see first, and what script they weigh: `npm run bench:sites`. */

import { siteFolders } from '../../../infra/house/project-folder.ts';
import { heaviestScreen } from '../../../infra/house/site-scripts.ts';
import { buildSites } from '../../../infra/local/build.ts';
import { startBrowser } from '../../journeys/support/chromium.ts';
import { startRunningSystem } from '../../journeys/support/running-system.ts';
import { bench } from '../bench.ts';
import { figureOf } from '../rounds.ts';
import { learnerInTheMidst, ownerAtDesk } from './people.ts';
import { openOnPhone, type Seen } from './phone.ts';

/** No round begins after this. */
const LONGEST_MS = 100_000;

await bench('sites', { rounds: 5 }, async ({ rounds }) => {
  const browser = await startBrowser();
  const system = await startRunningSystem();
  try {
    const [{ cookies, certificate, attempt }, owner] = [
      await learnerInTheMidst(system),
      await ownerAtDesk(browser, system),
    ];
    const screens = [
      ['sign-in', '/sign-in', /sign in/i, []],
      ['the list of activities', '/', /activities/i, []],
      ['an activity', '/a/anticoagulant-safety', /anticoagulant/i, cookies],
      ['a Post-Test', attempt, /question/i, cookies],
      ['a certificate', certificate, /certificate/i, cookies],
      ['the console, sign-in', '/admin/', /sign in/i, []],
      ['the console, its first page', '/admin/', /./, owner],
      ['the console, activities', '/admin/activities', /activities/i, owner],
    ] as const;
    const seen = new Map<string, Seen[]>(screens.map(([name]) => [name, []]));
    const began = performance.now();
    // The first round is not counted: functions start in it.
    for (let round = -1; round < rounds && performance.now() - began < LONGEST_MS; round++)
      for (const [name, path, heading, who] of screens) {
        const one = await openOnPhone(browser, system.site + path, heading, [...who]);
        if (round >= 0) seen.get(name)?.push(one);
      }

    await buildSites();
    const script = (site: keyof typeof siteFolders, what: string, atMost: number) => {
      const { screen, bytes } = heaviestScreen(siteFolders[site]);
      return { what: `script of ${what}, ${screen}`, value: bytes / 1_000, unit: 'kB gzipped', target: { atMost } };
    };
    const shifts = [...seen.values()].flat().map(({ shift }) => shift);
    return [
      ...[...seen].map(([name, rounds]) =>
        figureOf(
          `largest paint: ${name}`,
          's',
          rounds.map(({ paintedMs }) => paintedMs / 1_000),
          { atMost: 1 },
        ),
      ),
      {
        what: 'most that moved on any screen, any time',
        value: Math.max(...shifts),
        unit: 'of the screen',
        target: { atMost: 0 },
      },
      script('learner', 'the learner’s heaviest screen', 20),
      script('admin', 'the console’s heaviest screen', 60),
    ];
  } finally {
    await browser.close();
    await system.remove();
  }
});
