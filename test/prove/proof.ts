/**
 * What a proof found: a claim that was tried on cases made from a seed, the same cases for the same seed. One file each,
 * independent of the others; the list of a command stands in its `run.ts`.
 */
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
  /** What is left of their causes, where a case cannot be tried again alone; it is told and not recorded. */
  readonly explained?: readonly string[];
  /** Why nothing could be tried on this machine, where that is so: then nothing is proved. */
  readonly untried?: string;
}
