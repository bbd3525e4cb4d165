import type { Finding } from './proof.ts';

/** Counts one more of a name, or so many. */
export function countIn(counts: Record<string, number>, name: string, times = 1): void {
  counts[name] = (counts[name] ?? 0) + times;
}

/** Adds counts to others, by their names. */
export function addTo(counts: Record<string, number>, more: Readonly<Record<string, number>>): void {
  for (const [name, times] of Object.entries(more)) countIn(counts, name, times);
}

/** The sum of counts, by their names. */
export function summed(parts: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const part of parts) addTo(counts, part);
  return counts;
}

/** What cases that were judged already come to: those that refute the claim, and the others by their outcomes. */
export function cameTo(verdicts: readonly { readonly outcome?: string; readonly failure?: string }[]) {
  const outcomes: Record<string, number> = {};
  for (const { outcome, failure } of verdicts)
    if (failure === undefined && outcome !== undefined) countIn(outcomes, outcome);
  return { tried: verdicts.length, outcomes, failures: verdicts.flatMap(({ failure }) => failure ?? []) };
}

/** Counts what became of the cases of a proof, and keeps those that refute it. */
export function createTally(name: string) {
  const outcomes: Record<string, number> = {};
  const failures: string[] = [];
  let tried = 0;
  return {
    /** One more case: it holds and came to `outcome`, or it refutes the claim. */
    judge: (holds: boolean, outcome: string, told: () => string): void => {
      tried += 1;
      if (holds) countIn(outcomes, outcome);
      else failures.push(`${outcome}: ${told()}`);
    },
    finding: (figures?: Readonly<Record<string, string>>): Finding => ({
      ...{ name, tried, outcomes, failures },
      ...(figures && { figures }),
    }),
  };
}
export type Tally = ReturnType<typeof createTally>;
