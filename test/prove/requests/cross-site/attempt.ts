/** What became of one attempt, and how it refutes the claim where it does. */
export interface Attempt {
  readonly outcome: string;
  readonly failure?: string;
}

export const attempt = (outcome: string, failure: string | undefined): Attempt => ({
  outcome,
  ...(failure !== undefined && { failure }),
});
