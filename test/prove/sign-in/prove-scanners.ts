import type { Route } from '../../../shared/api/route.ts';
import { type Routes, routes } from '../../../shared/api/routes.ts';
import { type Browser, createBrowser } from '../../support/browser.ts';
import { createService, type Service } from '../../support/service.ts';
import type { Finding } from '../proof.ts';
import { createTally } from '../tally.ts';
import { asked, byCode, type Door, doors, employ, enter, isSignedIn } from './people.ts';

/** What a robot that reads a mail before its person does has: the mail’s code and the person’s address, and no cookie of theirs. */
interface Prey {
  readonly service: Service;
  readonly door: Door;
  readonly email: string;
  readonly code: string;
}
/** Gives back the browser that it drove. */
type Robot = (prey: Prey) => Promise<Browser>;

const all = Object.entries(routes) as readonly (readonly [keyof Routes, Route])[];
const readable = all.flatMap(([name, { method, path }]) => (method === 'GET' && !path.includes('{') ? [name] : []));
const postable = all.flatMap(([name, { method, path }]) => (method !== 'GET' && !path.includes('{') ? [name] : []));

async function read(service: Service, names: readonly (keyof Routes)[]): Promise<Browser> {
  const browser = createBrowser(service);
  for (const name of names) await browser.ask(name);
  return browser;
}
/** What the sign-in page asks the service when it is opened with its script. */
const script: readonly (keyof Routes)[] = ['getMe', 'getStaffMe', 'getSignInWays', 'listActivities'];

/**
 * Four kinds of robots, each doing more than the one before. Whoever asks for the head of a link or opens it without its script
 * gets a file and asks the service nothing: they are tried on the served site, by `robots/`.
 */
export const robots: Readonly<Record<string, Robot>> = {
  'opens each link and runs its script': ({ service }) => read(service, script),
  'follows each link of what it finds': ({ service }) => read(service, readable),
  'submits each form': async ({ service, door, email, code }) => {
    const browser = createBrowser(service);
    // The page shows it the form of the address first: there the code goes too.
    await browser.ask(door.enter, { body: { code } });
    await browser.ask(door.start, { body: { email } });
    for (let time = 0; time < 8; time++) await browser.ask(door.enter, { body: { code } });
    return browser;
  },
  'presses each button, in a browser of its own': async ({ service, email, code }) => {
    const browser = await read(service, script);
    for (const name of postable)
      await browser.ask(name, { body: { email, code, name: email, reason: code, answers: {}, response: {} } });
    return browser;
  },
};

/**
 * Robots that come to a mail before its person does sign in to nothing, and take nothing from the person: the code still works in
 * the window where it was asked for.
 */
export async function proveScanners(people: number): Promise<Finding> {
  const tally = createTally('scanners');
  let requests = 0;
  for (const [does, robot] of Object.entries(robots)) {
    const service = createService();
    for (let number = 0; number < people; number++) {
      service.pass(3_600_000);
      for (const [who, door] of Object.entries(doors)) {
        const email = `${who}-${number}@example.org`;
        if (door === doors.staff) await employ(service, email);
        const { browser, code } = await asked(service, door, email);
        const before = service.logged.length;
        const driven = await robot({ service, door, email, code });
        const sent = service.logged.length - before;
        if (sent === 0) throw new Error(`A robot ${does}, and sends nothing: that tries nothing`);
        requests += sent;
        tally.judge(!(await isSignedIn(driven, door)), `a robot ${does}, and is signed in to nothing`, () => email);
        const answer = await enter(browser, door, code);
        const holds = answer.status === 200 && (await isSignedIn(browser, door));
        tally.judge(holds, `a robot ${does}, and the person signs in`, () => `${email} got ${answer.text}`);
        if (number === 0) await byCode(service, door, email, browser);
      }
    }
  }
  return tally.finding({ 'requests that robots sent': requests.toLocaleString('en-US') });
}
