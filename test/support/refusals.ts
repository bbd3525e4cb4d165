import { expect } from 'vitest';

/** Whatever carries reasons: a refusal of the domain, or an answer of the API. */
interface Reasoned {
  readonly reasons: readonly { readonly code: string; readonly message: string; readonly remedy: string }[];
}

const reasonsOf = (value: unknown): Reasoned['reasons'] =>
  typeof value === 'object' && value !== null && 'reasons' in value && Array.isArray(value.reasons)
    ? value.reasons
    : [];

/** The codes of a refusal's reasons, in the order of the alphabet; none where nothing is refused. */
export const codesOf = (value: unknown): readonly string[] =>
  reasonsOf(value)
    .map(({ code }) => code)
    .sort();

expect.extend({
  toBeRefusedFor(received: unknown, ...codes: string[]) {
    const found = codesOf(received);
    const speechless = reasonsOf(received).filter(({ message, remedy }) => !/\.$/.test(message) || !/\.$/.test(remedy));
    return {
      pass: this.equals(found, codes.toSorted()) && speechless.length === 0,
      message: () =>
        speechless.length > 0
          ? `a reason lacks its sentence or its remedy: ${JSON.stringify(speechless)}`
          : `refused for [${found}], expected [${codes.toSorted()}]`,
    };
  },
});

declare module 'vitest' {
  // A merged interface repeats the type parameters of the one that it adds to.
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /** Refused for exactly these reasons, in any order, each with a sentence and a remedy. */
    toBeRefusedFor(...codes: string[]): R;
  }
}
