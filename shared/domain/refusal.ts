/**
 * A refusal is a value, never an exception, and carries every reason at once, so that nobody mends one thing only to be
 * told of the next (style rule 4).
 */
export interface Reason {
  /** Stable, kebab-case, for programs and tests: `answers-missing`. */
  readonly code: string;
  /** Says why, in one sentence, to the person who asked. */
  readonly message: string;
  /** Says what to do next, in one sentence. */
  readonly remedy: string;
  /** JSON pointer of the input that it is about: `/claims/0/amount`. */
  readonly field?: string;
}

export interface Refusal {
  readonly kind: 'refused';
  readonly reasons: readonly [Reason, ...Reason[]];
}

/** A refusal for one or more reasons. */
export const refuse = (first: Reason, ...more: readonly Reason[]): Refusal => ({
  kind: 'refused',
  reasons: [first, ...more],
});

/** A refusal when there is any reason, else nothing. */
export function refuseFor(reasons: readonly Reason[]): Refusal | undefined {
  const [first, ...more] = reasons;
  return first && refuse(first, ...more);
}

/** Tells a refusal from any other decision. */
export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'refused';
