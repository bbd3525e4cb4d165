import { MINUTE } from '../../../shared/domain/kinds.ts';
import type { Finding } from '../proof.ts';
import { summed } from '../tally.ts';
import { inThreads } from '../threads.ts';
import { type Waits, waitFigures } from './wait-figures.ts';

/** What a thread came to. */
export interface PlayedSchedules {
  readonly tried: number;
  readonly counts: Readonly<Record<'calls' | 'awards' | 'learners' | 'virtualDays', number>>;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly faults: Readonly<Record<string, number>>;
  readonly spells: Readonly<Record<string, number>>;
  readonly waits: Waits;
  readonly deeds: Readonly<Record<string, number>>;
  readonly own: Readonly<Record<string, number>>;
  /** The schedule that broke a promise, made as small as it goes. */
  readonly failure?: string;
}

const told = (number: number): string => Math.round(number).toLocaleString('en-US');

/**
 * Plays so many schedules of faults with the real handlers, steps, workflow, sweeper and outbox: whatever fails, nothing is
 * lost, nothing is awarded twice, and every journey ends. A thread ends with the first schedule that says otherwise.
 * @param minutes after which no more are begun; 0 for as long as it takes. What ends by the clock is a part of a long run and
 * is kept by itself, under its first seed: the next part goes on with the seed after its last
 */
export async function proveSchedules(seed: number, schedules: number, minutes = 0): Promise<Finding> {
  const parts = await inThreads<PlayedSchedules>(new URL('./schedules-worker.ts', import.meta.url), {
    seed,
    schedules,
    endsAtMs: minutes > 0 ? Date.now() + minutes * MINUTE : Number.POSITIVE_INFINITY,
  });
  const counts = summed(parts.map((part) => part.counts));
  const figuresOf = (prefix: string, sums: readonly Readonly<Record<string, number>>[]) =>
    Object.entries(summed(sums))
      .toSorted(([, one], [, two]) => two - one)
      .map(([name, times]) => [`${prefix}${name}`, told(times)] as const);
  return {
    name: minutes > 0 ? `schedules from seed ${seed.toLocaleString('en-US')} on` : 'schedules',
    tried: parts.reduce((sum, { tried }) => sum + tried, 0),
    outcomes: summed(parts.map(({ outcomes }) => outcomes)),
    figures: {
      'calls of ports': told(counts.calls ?? 0),
      'learners’ journeys': told(counts.learners ?? 0),
      awards: told(counts.awards ?? 0),
      ...waitFigures(parts.map(({ waits }) => waits)),
      'years of virtual time': told((counts.virtualDays ?? 0) / 365.25),
      ...Object.fromEntries([
        ...figuresOf(
          'faults met: ',
          parts.map(({ faults }) => faults),
        ),
        ...figuresOf(
          '',
          parts.map(({ spells }) => spells),
        ),
        ...figuresOf(
          'done by staff meanwhile: ',
          parts.map(({ deeds }) => deeds),
        ),
        ...figuresOf(
          'decided by learners meanwhile: ',
          parts.map(({ own }) => own),
        ),
      ]),
    },
    failures: parts.flatMap(({ failure }) => failure ?? []),
  };
}
