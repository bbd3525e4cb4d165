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

/** Resolves when every promise that can go on has gone on: Node takes ticks up again after all microtasks are done. */
const drained = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));
/** A turn of the event loop, for code that waits for more than promises; it costs ten times as much. */
const turned = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
/** Even so the loop turns now and then, so that the test runner’s own clock goes on. */
const turnsEvery = 1_024;

/** A clockwork that starts at an instant. `atWork`: whether some code has neither ended nor asked a port for anything. */
export function createClockwork(startMs: number, atWork: () => boolean): Clockwork {
  let nowMs = startMs;
  let order = 0;
  let settled = 0;
  const events: Event[] = [];

  function takeNext(): Event | undefined {
    let first = 0;
    for (let place = 1; place < events.length; place++) {
      const [candidate, best] = [events[place], events[first]];
      if (candidate && best && (candidate.atMs - best.atMs || candidate.order - best.order) < 0) first = place;
    }
    const [event] = events.splice(first, 1);
    return event;
  }

  async function settle(): Promise<void> {
    await (++settled % turnsEvery === 0 ? turned() : drained());
    for (const since = performance.now(); atWork(); await turned())
      if (performance.now() - since > longestStretchMs) throw new Error('Something waits for what is no port');
  }

  return {
    nowMs: () => nowMs,
    sleep: (ms) =>
      new Promise((resolve) => events.push({ atMs: nowMs + Math.max(0, ms), order: order++, happen: resolve })),
    nextAtMs: () => (events.length > 0 ? Math.min(...events.map(({ atMs }) => atMs)) : undefined),
    async runUntil(done) {
      await settle();
      while (!done()) {
        const event = takeNext();
        if (!event) return;
        nowMs = Math.max(nowMs, event.atMs);
        event.happen();
        await settle();
      }
    },
  };
}
