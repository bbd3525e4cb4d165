import { SECOND } from '../../shared/domain/kinds.ts';
import { TransientError } from '../../shared/ports.ts';
import type { Clockwork } from './clockwork.ts';
import { DocumentRefused } from './ports/outage-documents.ts';
import { MailRefused } from './ports/outage-mailer.ts';
import type { Random } from './random.ts';
import { type Fault, faultNames, type Weather } from './weather.ts';

/** An invocation ended without an answer: its process died. What it had begun never goes on. */
class Crash extends Error {
  override readonly name = 'Sandbox.Timedout';
}

/** One run of a function, whose every call of a port is an I/O point. */
export interface Invocation {
  readonly name: string;
  readonly skewMs: number;
  /**
   * Calls a port. The effect takes place at one instant, some time after the call and some time before its reply; either
   * may be all that happens of it.
   * @param onLost what the caller gets instead of an answer; by default a TransientError is thrown
   */
  io<Result>(call: string, effect: () => Promise<Result>, onLost?: () => Result): Promise<Result>;
  /** Tells of each fault that is met from here on, which may lead to one extra of something that cannot be undone. */
  atRisk(met: (fault: Fault) => void): void;
}

/** The invocations of a world. */
export interface Invocations {
  /** Whether some invocation has neither ended nor waits for a port. */
  atWork(): boolean;
  /** Runs a function until it ends. @throws Crash when it dies, and whatever it throws itself. */
  run<Result>(
    ran: { readonly name: string; readonly longestMs: number; readonly reads: boolean },
    act: (invocation: Invocation) => Promise<Result>,
  ): Promise<Result>;
  /** Calls of ports so far. */
  calls(): number;
}

/** A call that takes longer is worth telling. */
const longMs = SECOND;

const never = <Result>(): Promise<Result> => new Promise(() => {});

export function createInvocations({
  clockwork,
  startMs,
  weather,
  random,
  trace,
  happened,
}: {
  clockwork: Clockwork;
  startMs: number;
  weather: Weather;
  random: Random;
  trace: (line: () => string) => void;
  /** Counts a fault, which lasts for so long. */
  happened: (fault: string, lastingMs?: number) => void;
}): Invocations {
  let working = 0;
  let started = 0;
  let calls = 0;

  async function run<Result>(
    { name, longestMs, reads }: { readonly name: string; readonly longestMs: number; readonly reads: boolean },
    act: (invocation: Invocation) => Promise<Result>,
  ): Promise<Result> {
    const title = `${name}/${++started}`;
    const { skewMs: mostSkewMs } = weather.climate();
    const endsAtMs = clockwork.nowMs() + longestMs;
    const risks: ((fault: Fault) => void)[] = [];
    let waitingFor = 0;
    let ended = false;
    let die: (reason: Crash) => void = () => {};
    const death = new Promise<never>((_, reject) => {
      die = reject;
    });

    const wait = (): void => {
      if (waitingFor++ === 0) working--;
    };
    const goOn = (): void => {
      if (--waitingFor === 0) working++;
    };
    const end = (): void => {
      if (!ended && waitingFor === 0) working--;
      ended = true;
    };
    const suffer = (what: Fault): void => {
      happened(faultNames[what]);
      for (const met of risks) met(what);
      trace(() => `${title} meets ${what}`);
    };
    const lose = <Result>(what: Fault, call: string, onLost: (() => Result) | undefined): Result => {
      suffer(what);
      goOn();
      if (onLost) return onLost();
      throw new TransientError(`${call}: ${what}`);
    };
    const crash = <Never>(what: Fault): Promise<Never> => {
      if (!ended) {
        suffer(what);
        end();
        die(new Crash(`${title} died`));
      }
      return never();
    };

    const invocation: Invocation = {
      name: title,
      skewMs: mostSkewMs === 0 ? 0 : Math.round((random.fraction() * 2 - 1) * mostSkewMs),
      atRisk: (met) => void risks.push(met),
      async io(call, effect, onLost) {
        if (ended) return never();
        calls++;
        const { fate, beforeMs, afterMs } = weather.fateOf(reads, clockwork.nowMs() - startMs);
        if (beforeMs + afterMs > longMs) happened('a call that took longer than a second', beforeMs + afterMs);
        wait();
        await clockwork.sleep(beforeMs);
        if (ended) return never();
        if (clockwork.nowMs() > endsAtMs) return crash('time-out');
        trace(() => `${title} ${call}`);
        if (fate === 'crash-before') return crash(fate);
        if (fate === 'throttle') return lose(fate, call, onLost);
        const outcome = await effect().then(
          (value) => ({ value }),
          (error: unknown) => ({ error }),
        );
        if (ended) return never();
        if (fate === 'crash-after') return crash(fate);
        await clockwork.sleep(afterMs);
        if (ended) return never();
        if (clockwork.nowMs() > endsAtMs) return crash('time-out');
        if (fate === 'lose-reply') return lose(fate, call, onLost);
        goOn();
        if ('value' in outcome) return outcome.value;
        if (outcome.error instanceof MailRefused) suffer('mail-refused');
        else if (outcome.error instanceof DocumentRefused) suffer('document-refused');
        else if (outcome.error instanceof TransientError) suffer('conflict');
        throw outcome.error;
      },
    };

    working++;
    trace(() => `${title} starts${invocation.skewMs ? `, clock wrong by ${invocation.skewMs} ms` : ''}`);
    try {
      return await Promise.race([act(invocation), death]);
    } finally {
      end();
    }
  }

  return { run, atWork: () => working > 0, calls: () => calls };
}
