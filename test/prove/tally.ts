import type { Finding } from './proof.ts';

/** Counts what became of the cases of a proof, and keeps those that refute it. */
export function createTally(name: string) {
  const outcomes: Record<string, number> = {};
  const failures: string[] = [];
  let tried = 0;
  return {
    /** One more case: it holds and came to `outcome`, or it refutes the claim. */
    judge: (holds: boolean, outcome: string, told: () => string): void => {
      tried += 1;
      if (holds) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      else failures.push(`${outcome}: ${told()}`);
    },
    finding: (figures?: Readonly<Record<string, string>>): Finding => ({
      ...{ name, tried, outcomes, failures },
      ...(figures && { figures }),
    }),
  };
}
export type Tally = ReturnType<typeof createTally>;
