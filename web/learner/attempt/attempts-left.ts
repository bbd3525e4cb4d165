/** How many attempts are left, in a sentence; null is without limit. */
export function leftText(attemptsLeft: number | null): string {
  if (attemptsLeft === null) return 'You may try again as often as you need.';
  if (attemptsLeft === 0) return 'No attempts are left. Ask the provider of the activity whether another can be given.';
  return attemptsLeft === 1 ? 'One attempt is left.' : `${attemptsLeft} attempts are left.`;
}
