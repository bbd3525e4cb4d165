import { paramsOf, type ScreenAt } from './paths.ts';

const begun = new Map<string, { readonly asked: Promise<Response>; readonly until: number }>();
/** Whoever asks later than this wants to know how it stands then. */
const FRESH_MS = 20_000;

/** What every request that reads is sent with. */
export const reading = { credentials: 'same-origin', headers: { accept: 'application/json' } } as const;

/** Asks for what a screen will ask for, before the script is there that will. A broken line is told to whoever takes it. */
export function begin(url: string): Promise<number> {
  const asked = fetch(url, reading);
  begun.set(url, { asked, until: FRESH_MS });
  return asked.then(
    ({ status }) => status,
    () => 0,
  );
}

/** Gives what was answered to the screen that would ask for the same next. */
export const handOn = (url: string, body: object): void =>
  void begun.set(url, { asked: Promise.resolve(Response.json(body)), until: performance.now() + FRESH_MS });

/**
 * The answer to what was begun, or handed on, once. Whoever loads for a screen asks in a layout effect: an ordinary one waits for
 * a paint of the skeleton, though the answer may be there already.
 */
export function takeBegun(url: string): Promise<Response> | undefined {
  const { asked, until = 0 } = begun.get(url) ?? {};
  begun.delete(url);
  return performance.now() < until ? asked : undefined;
}

/**
 * Begins the screen of an address: its script, and the first thing that it asks for. All of it then travels beside the framework
 * and not after it, which on a phone is a third of the time until something is to be seen. The pages load what calls this `async`,
 * since any other script waits for the styles.
 */
export function beginScreen(screens: readonly ScreenAt[], path: string): void {
  const found = screens.findLast(([pattern]) => paramsOf(pattern, path));
  if (!found) return;
  const [pattern, load, asks] = found;
  // What cannot be loaded is said by the screen, which tries again.
  load().catch(() => undefined);
  // A search in the address asks for something else, which its screen knows.
  if (asks && !location.search) void begin(asks(paramsOf(pattern, path) ?? {}));
}
