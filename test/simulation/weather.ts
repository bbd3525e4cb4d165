import { DAY, HOUR, MINUTE, SECOND } from '../../shared/domain/kinds.ts';
import type { Random } from './random.ts';

/** What becomes of one call of a port. */
export type Fate = 'fine' | 'throttle' | 'lose-reply' | 'crash-before' | 'crash-after';

/** What befalls a call. */
export type Fault = Exclude<Fate, 'fine'> | 'time-out' | 'conflict' | 'mail-refused' | 'document-refused';

/** Faults as a reader of figures knows them. */
export const faultNames: Readonly<Record<Fault, string>> = {
  throttle: 'a call throttled',
  'lose-reply': 'a call done whose reply was lost',
  'crash-before': 'a crash before a call was done',
  'crash-after': 'a crash after a call was done',
  'time-out': 'a function cut off by its time limit',
  conflict: 'a transaction cancelled by another',
  'mail-refused': 'a mail refused by a mail service that was down',
  'document-refused': 'a document refused by a store that was down',
};

/** When something lasts that ends by its own clock, whoever does what meanwhile; in milliseconds after the start. */
interface Spell {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Whether a spell lasts. */
export const lasts = (spell: Spell | undefined, elapsedMs: number): boolean =>
  spell !== undefined && elapsedMs >= spell.fromMs && elapsedMs < spell.untilMs;

/** Which share of all calls is throttled in a storm, those of functions that read alone included. */
const stormShare = 0.3;

/** How bad things are in one schedule; probabilities a call or, where it says so, a request or start. */
export interface Climate {
  readonly throttle: number;
  readonly loseReply: number;
  readonly crash: number;
  readonly slow: number;
  /** How long a call usually takes before and after its effect; the longer, the more happens at once. */
  readonly paceMs: number;
  /** That a transaction that overlaps another one is cancelled, where both could go on. */
  readonly conflict: number;
  /** That a system of the provider’s answers that it is busy, a message. */
  readonly busyReceiver: number;
  /** That an answer of the API does not reach the browser, a request. */
  readonly loseAnswer: number;
  /** That a start is accepted and never run, or run twice, a start. */
  readonly neverStart: number;
  readonly startTwice: number;
  /** That an execution ends between two states without a trace, a state. */
  readonly killExecution: number;
  /** How far clocks of two invocations may be apart from the true time, either way. */
  readonly skewMs: number;
  /** How long the work index may lag. */
  readonly indexLagMs: number;
  /** That an expired row is forgotten when it is looked at. */
  readonly forget: number;
  /** That a mail comes back, a mail. */
  readonly bounce: number;
  /** That a mail is complained of, a mail. */
  readonly complaint: number;
  /** How long the mail service delivers nothing more to the address of such a mail. */
  readonly closedMs: number;
  /** When mail cannot be handed over. */
  readonly mailOutage?: Spell;
  /** When no document can be kept. */
  readonly documentOutage?: Spell;
  /** When services throttle three calls in ten. */
  readonly throttleStorm?: Spell;
}

/** When the last of what ends by its own clock has ended. */
export const spellsEndMs = ({ mailOutage, documentOutage, throttleStorm }: Climate): number =>
  Math.max(mailOutage?.untilMs ?? 0, documentOutage?.untilMs ?? 0, throttleStorm?.untilMs ?? 0);

const fairClimate: Climate = {
  throttle: 0,
  loseReply: 0,
  crash: 0,
  slow: 0,
  paceMs: 15,
  conflict: 0,
  busyReceiver: 0,
  loseAnswer: 0,
  neverStart: 0,
  startTwice: 0,
  killExecution: 0,
  skewMs: 0,
  indexLagMs: 0,
  forget: 1,
  bounce: 0,
  complaint: 0,
  closedMs: 0,
};

/** Climates without one of their troubles each. */
export const calmed: readonly ((climate: Climate) => Climate)[] = [
  ({ mailOutage: _, ...climate }) => climate,
  ({ throttleStorm: _, ...climate }) => climate,
  ...Object.entries(fairClimate).map(
    ([trouble, none]) =>
      (climate: Climate): Climate => ({ ...climate, [trouble]: none }),
  ),
];

/** Draws a climate; each kind of trouble is absent from many schedules, so that others are seen without it. */
export function drawClimate(random: Random): Climate {
  const upTo = (most: number, probability = 0.6): number => (random.chance(probability) ? random.fraction() * most : 0);
  const outageFrom = random.fraction() * random.pick([10 * SECOND, MINUTE, HOUR]);
  const drawn = {
    throttle: upTo(0.1, 0.5),
    loseReply: upTo(0.06, 0.5),
    crash: upTo(0.05, 0.5),
    slow: upTo(0.06, 0.5),
    paceMs: random.pick([5, 15, 150]),
    conflict: upTo(0.5),
    busyReceiver: upTo(1),
    loseAnswer: upTo(0.2),
    neverStart: upTo(0.5),
    startTwice: upTo(0.4),
    killExecution: upTo(0.1),
    skewMs: upTo(10 * MINUTE, 0.3),
    indexLagMs: upTo(5 * SECOND),
    forget: random.fraction(),
    ...(random.chance(0.025) && { mailOutage: { fromMs: outageFrom, untilMs: outageFrom + 5 * DAY } }),
    ...(random.chance(0.02) && { throttleStorm: { fromMs: 0, untilMs: 10 * MINUTE } }),
  };
  const comesBack = random.chance(0.06);
  return {
    ...drawn,
    bounce: comesBack ? random.fraction() * 0.6 : 0,
    complaint: comesBack ? random.fraction() * 0.4 : 0,
    closedMs: comesBack ? random.fraction() * random.pick([MINUTE, HOUR, 6 * HOUR]) : 0,
  };
}

/** The weather of a schedule: fair, then a climate, then fair again but for what ends by its own clock. */
export interface Weather {
  readonly climate: () => Climate;
  breakOut(): void;
  clearUp(): void;
  /**
   * The fate of a call, and how long it takes before and after its effect, in milliseconds.
   * @param reads whether the function that calls reads alone: then there is less to break, and it is spared mostly
   * @param elapsedMs how long after the start it is
   */
  fateOf(
    reads: boolean,
    elapsedMs: number,
  ): { readonly fate: Fate; readonly beforeMs: number; readonly afterMs: number };
}

/** Weather that can be played again without some of its faults: a draw for each call, whether its fault is spared or not. */
export interface DrawnWeather extends Weather {
  /** The calls that met a fault, counted from 1 after the weather broke out. */
  readonly met: readonly number[];
}

/** @param spared calls that meet no fault */
export function createWeather(random: Random, climate: Climate, spared: ReadonlySet<number> = new Set()): DrawnWeather {
  let now = fairClimate;
  let calls = 0;
  const met: number[] = [];
  const latency = (): number => {
    if (!random.chance(now.slow)) return 1 + random.fraction() * now.paceMs;
    // Rarely longer than a function may run at all, so that it goes on beside its own retry.
    return random.chance(0.1) ? random.fraction() * 60 * SECOND : random.fraction() * 4 * SECOND;
  };
  return {
    met,
    climate: () => now,
    fateOf(reads, elapsedMs) {
      const drawn = random.fraction() * (reads ? 5 : 1);
      const { loseReply, crash, throttleStorm } = now;
      const throttle = lasts(throttleStorm, elapsedMs) ? stormShare * (reads ? 5 : 1) : now.throttle;
      const fate: Fate =
        drawn < throttle
          ? 'throttle'
          : drawn < throttle + loseReply
            ? 'lose-reply'
            : drawn < throttle + loseReply + crash / 2
              ? 'crash-before'
              : drawn < throttle + loseReply + crash
                ? 'crash-after'
                : 'fine';
      calls++;
      if (fate !== 'fine' && !spared.has(calls)) met.push(calls);
      return { fate: spared.has(calls) ? 'fine' : fate, beforeMs: latency(), afterMs: latency() };
    },
    breakOut: () => {
      now = climate;
    },
    clearUp: () => {
      const { mailOutage, throttleStorm } = climate;
      now = { ...fairClimate, ...(mailOutage && { mailOutage }), ...(throttleStorm && { throttleStorm }) };
    },
  };
}

/**
 * Fair weather in which exactly the calls with these numbers, counted from 1 after it breaks out, meet a fate.
 * @param lasting what lasts beside by its own clock
 */
export function scriptedWeather(
  fates: ReadonlyMap<number, Fate>,
  lasting: Pick<Climate, 'documentOutage'> = {},
): Weather & { readonly calls: () => number } {
  const climate = { ...fairClimate, ...lasting };
  let calls = 0;
  let counting = false;
  return {
    climate: () => climate,
    calls: () => calls,
    fateOf: () => ({ fate: (counting && fates.get(++calls)) || 'fine', beforeMs: 5, afterMs: 5 }),
    breakOut: () => {
      counting = true;
    },
    clearUp: () => {
      counting = false;
    },
  };
}
