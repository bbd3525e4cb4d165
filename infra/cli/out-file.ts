import { closeSync, openSync } from 'node:fs';
import { UsageError } from './command.ts';

/** Why a file that an option of the command names cannot be written. */
export function unwritable(file: string, option: string, cause: unknown): UsageError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  const why =
    code === 'EEXIST'
      ? 'is there already'
      : code === 'ENOENT'
        ? 'cannot be written: its folder is not there'
        : `cannot be written (${code})`;
  return new UsageError(`${file} ${why}. Name another file with ${option}.`, { cause });
}

/** Opens a new file, which nobody else on this machine may read. @throws UsageError when there is one */
export function openNew(file: string, option: string): number {
  try {
    return openSync(file, 'wx', 0o600);
  } catch (error) {
    throw unwritable(file, option, error);
  }
}

/** Makes sure that a file can be written before the work is done whose outcome it shall keep. @throws UsageError */
export function makeSureOf(file: string, option: string): void {
  try {
    closeSync(openSync(file, 'a'));
  } catch (error) {
    throw unwritable(file, option, error);
  }
}
