/**
 * The host cannot start, for a reason that the person at the keyboard can remedy.
 * The message is one whole line that names the remedy; show it without a stack.
 */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
