/** What a proof found. */
export interface Finding {
  /** What was proved, as its line says it: `names`. */
  readonly name: string;
  readonly tried: number;
  /** What became of the cases: `printed`, `parked: …`; the numbers add up to `tried` less the failures. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Each case that refutes the claim, told so that it can be tried again alone. */
  readonly failures: readonly string[];
}

/**
 * Tries a claim on `count` cases made from `seed` alone: the same seed makes the same cases. One file each, independent of
 * the others; the list stands in `run.ts`.
 */
export type Proof = (seed: number, count: number) => Promise<Finding>;
