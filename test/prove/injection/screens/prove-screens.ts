import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../../../infra/house/project-folder.ts';
import { startBrowser, type Windows } from '../../../journeys/support/chromium.ts';
import { content } from '../../../support/activity.ts';
import type { Browser } from '../../../support/browser.ts';
import { cookiesOf, type Served, serve } from '../../../support/served.ts';
import type { Service } from '../../../support/service.ts';
import { createStaff } from '../../../support/staff.ts';
import type { Finding } from '../../proof.ts';
import { createTally, type Tally } from '../../tally.ts';
import { corpusFrom, KINDS } from '../corpus.ts';
import { shows } from '../judge-text.ts';
import { COMMON, playScene, type Scene } from '../scene.ts';
import type { Seen } from './look.ts';
import { learnerPlaces, midway, officePlaces, type Place, publicPlaces, scenePlaces } from './places.ts';
import { type WatchedPage, watchedPage } from './watched-page.ts';

/** As many scenes as one service plays: the console’s lists then hold all of them at once. */
const SCENES = 40;

/** Every screen of both sites, out of their tables: a screen that is added and never opened here is a failure. */
export const allScreens: readonly string[] = ['learner/screens.ts', 'admin/screens.ts', 'admin/activities/screens.ts']
  .map((file) => readFileSync(join(projectFolder, 'web', file), 'utf8'))
  .flatMap((source) => [...source.matchAll(/\[\s*'(\/[^']*)',\s*\w/g)].flatMap(([, screen]) => screen ?? []));

interface Looking {
  readonly watched: WatchedPage;
  readonly tally: Tally;
  readonly opened: Set<string>;
}

/** Judges what stands on a screen; `text` where one text is looked for. */
function judge({ watched, tally, opened }: Looking, { screen, path }: Place, seen: Seen, text?: string): void {
  opened.add(screen);
  const stirs = watched.stirs();
  tally.judge(
    seen.live.length === 0 && stirs.length === 0,
    'screens on which nothing runs, nothing is loaded from elsewhere and no element is made of what was written',
    () => `${path}: ${[...stirs, ...seen.live].join(' ')}`,
  );
  if (text !== undefined)
    tally.judge(
      shows(seen.said, text),
      'texts shown to the letter',
      () => `${path} with ${JSON.stringify(text)}: ${seen.said.slice(0, 600)}`,
    );
}

/** Opens screens one after another, signed in as some of the tests’ browsers are. */
async function openAll(
  looking: Looking,
  site: string,
  who: readonly Browser[],
  places: readonly Place[],
  written?: { readonly text: string; readonly scene: Scene },
): Promise<readonly Seen[]> {
  const { watched } = looking;
  const context = watched.page.context();
  await context.clearCookies();
  await context.addCookies(cookiesOf(site, ...who));
  const seen: Seen[] = [];
  for (const [index, place] of places.entries()) {
    const isOwnPage = !place.path.startsWith('/admin/') && /^\/(v|t|credentials)\//.test(place.path);
    const one = await (index === 0 || isOwnPage ? watched.load(place.path) : watched.go(place.path)).catch(
      (error: unknown) => ({
        ...{ said: '', live: [`could not be looked at: ${String(error).slice(0, 500)}`] },
      }),
    );
    const shown = written && place.shows !== undefined && written.scene.taken.has(place.shows);
    judge(looking, place, one, shown ? written.text : undefined);
    seen.push(one);
  }
  return seen;
}

/**
 * Of the screens about one thing, each is opened with every fourth attack, and with another fourth of their kinds each time that all kinds
 * were there: 64 attacks show it one of every kind.
 */
const TURNS = 4;
const isTurnOf = (number: number, at: number): boolean => at % TURNS === (number + Math.floor(number / KINDS)) % TURNS;

/** The first so many of each screen. */
function some(places: readonly Place[], most: number): readonly Place[] {
  const counts = new Map<string, number>();
  return places.filter(({ screen }) => {
    const count = (counts.get(screen) ?? 0) + 1;
    counts.set(screen, count);
    return count <= most;
  });
}

/** @param first the number of the first of these texts among all */
async function openService(
  looking: Looking,
  site: string,
  service: Service,
  texts: readonly string[],
  first: number,
): Promise<void> {
  await service.publish(content({ activityId: COMMON }));
  const written: { text: string; scene: Scene; turn: (_: unknown, at: number) => boolean }[] = [];
  for (const [number, text] of texts.entries()) {
    const turn = (_: unknown, at: number): boolean => isTurnOf(first + number, at);
    const one = { text, scene: await playScene(service, text, number), turn };
    written.push(one);
    await openAll(looking, site, [one.scene.learner], learnerPlaces(one.scene).filter(turn), one);
    let steps = 0;
    for await (const { learner, places } of midway(service, one.scene, number))
      if (turn(learner, steps++)) await openAll(looking, site, [learner], places, one);
    await openAll(looking, site, [], publicPlaces(one.scene).filter(turn), one);
  }
  const office = await createStaff(service, 'owner', { email: 'looks@meridian.example', name: 'Odile Marchetti' });
  for (const one of written)
    await openAll(looking, site, [office], (await scenePlaces(one.scene, office)).filter(one.turn), one);
  const places = some(await officePlaces(office), Math.ceil(written.length / TURNS));
  const seen = await openAll(looking, site, [office], places);
  const said = seen.map((one) => one.said).join('\n');
  for (const { text, scene } of written)
    if (scene.taken.has('inviteStaff /name'))
      looking.tally.judge(
        shows(said, text),
        'texts shown to the letter',
        () => `no list of the console has ${JSON.stringify(text)}`,
      );
}

/**
 * Has attacks written into every field, as `outputs` does, and opens every screen that shows them in a real browser: of the learner site,
 * of the console, and the pages that the service makes itself.
 */
export async function proveScreens(seed: number, count: number): Promise<Finding> {
  const tally = createTally('screens');
  const opened = new Set<string>();
  const attacks = corpusFrom(seed, count);
  const served: Served = await serve();
  const browser: Windows = await startBrowser();
  try {
    const watched = await watchedPage(browser, served.site);
    for (let from = 0; from < attacks.length; from += SCENES) {
      const texts = attacks.slice(from, from + SCENES).map(({ text }) => text);
      await openService({ watched, tally, opened }, served.site, served.begin(), texts, from);
    }
  } finally {
    await browser.close().catch((error: Error) => tally.judge(false, 'pages within their policy', () => error.message));
    await served.stop();
  }
  for (const screen of allScreens)
    tally.judge(
      opened.has(screen),
      'screens of both sites that were opened',
      () => `${screen} was never opened: give it a place`,
    );
  return tally.finding();
}
