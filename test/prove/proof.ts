/** What a proof found. */
export interface Finding {
  /** What was proved, as its line says it: `names`. */
  readonly name: string;
  readonly tried: number;
  /** What became of the cases: `printed`, `parked: …`; the numbers add up to `tried` less the failures. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** What was measured beside the cases, in the words of a reader and with its unit: `start-up after a kill, p99: 812 ms`. */
  readonly figures?: Readonly<Record<string, string>>;
  /** Each case that refutes the claim, told so that it can be tried again alone. */
  readonly failures: readonly string[];
}

/**
 * Tries a claim on `count` cases made from `seed` alone: the same seed makes the same cases. One file each, independent of
 * the others; the list stands in the `run.ts` of its command.
 */
export type Proof = (seed: number, count: number) => Promise<Finding>;
