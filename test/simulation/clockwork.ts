/**
 * Virtual time. Everything that happens is an event at an instant; between two events all code runs as far as it can.
 * Nothing waits for the real clock, so years pass in milliseconds and a run depends on its seed alone.
 */
export interface Clockwork {
  /** The virtual time in epoch milliseconds. */
  nowMs(): number;
  /** Resolves when so much virtual time has passed. */
  sleep(ms: number): Promise<void>;
  /** When the next event is due, or nothing when none is left. */
  nextAtMs(): number | undefined;
  /** Lets time pass until the condition holds or no event is left. */
  runUntil(done: () => boolean): Promise<void>;
}

interface Event {
  readonly atMs: number;
  readonly order: number;
  readonly happen: () => void;
}

/** Real time that code between two events may take before it counts as waiting for something that is no port. */
const longestStretchMs = 20_000;

/** A turn of the event loop, for code that waits for more than promises; it costs ten times as much as a tick. */
const turned = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
/** Even so the loop turns now and then, so that the test runner’s own clock goes on. */
const turnsEvery = 1_024;

const promised = Promise.resolve();

/** A clockwork that starts at an instant. `atWork`: whether some code has neither ended nor asked a port for anything. */
export function createClockwork(startMs: number, atWork: () => boolean): Clockwork {
  let nowMs = startMs;
  let order = 0;
  let settled = 0;
  const events: Event[] = [];

  const isBefore = (a: Event, b: Event): boolean => (a.atMs - b.atMs || a.order - b.order) < 0;
  const at = (place: number): Event => events[place] as Event;

  /** Puts an event in its place: `events` is a heap, since ten thousand learners wait for ten thousand things at once. */
  function add(event: Event): void {
    let place = events.push(event) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (!isBefore(event, at(above))) break;
      events[place] = at(above);
      place = above;
    }
    events[place] = event;
  }

  function takeNext(): Event | undefined {
    const [first] = events;
    const last = events.pop();
    if (!last || events.length === 0) return first;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= events.length) break;
      if (below + 1 < events.length && isBefore(at(below + 1), at(below))) below++;
      if (!isBefore(at(below), last)) break;
      events[place] = at(below);
      place = below;
    }
    events[place] = last;
    return first;
  }

  /** Waits for code that waits for what is no event: a module that is read, a key that is made. */
  async function untilIdle(): Promise<void> {
    for (const since = performance.now(); atWork(); await turned())
      if (performance.now() - since > longestStretchMs) throw new Error('Something waits for what is no port');
  }

  return {
    nowMs: () => nowMs,
    sleep: (ms) => new Promise((resolve) => add({ atMs: nowMs + Math.max(0, ms), order: order++, happen: resolve })),
    nextAtMs: () => events[0]?.atMs,
    runUntil: (done) =>
      new Promise((resolve, reject) => {
        const happenNext = (): void => {
          const isAtWork = atWork();
          const event = isAtWork || done() ? undefined : takeNext();
          if (isAtWork) untilIdle().then(happenNext, reject);
          else if (!event) resolve();
          else {
            nowMs = Math.max(nowMs, event.atMs);
            event.happen();
            goOn();
          }
        };
        // Ticks follow when no promise can go on any more; what happens in one of those has ticks follow it in turn.
        const asPromise = (): void => void promised.then(happenNext);
        const goOn = (): void => {
          if (++settled % turnsEvery === 0) setImmediate(asPromise);
          else process.nextTick(asPromise);
        };
        goOn();
      }),
  };
}
