/** A mistake of whoever typed the command; its message is one whole line that names the remedy. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Where a command writes: results on one side, complaints on the other. */
export interface Terminal {
  print(line: string): void;
  complain(line: string): void;
  /** Shows how far something is, where somebody looks on. */
  progress?(done: number, total: number, what: string): void;
}

/** One subcommand of `wallet`. */
export interface Command {
  readonly usage: string;
  readonly does: string;
  /** @returns whether everything went well, which becomes the exit code */
  run(args: readonly string[], terminal: Terminal): Promise<boolean>;
}
