import { createWriteStream, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Past this size the log begins anew at the next start, and the one before is kept. */
const LARGEST_BYTES = 10_000_000;

/** Appends lines to `log` in the data folder, where whoever looks after a system finds what its functions said. */
export function openLog(dataDir: string): { write(line: string): void; close(): Promise<void> } {
  const file = join(dataDir, 'log');
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_BYTES) renameSync(file, `${file}.before`);
  const stream = createWriteStream(file, { flags: 'a' });
  return {
    write: (line) => void stream.write(`${line}\n`),
    close: () => new Promise((resolve) => stream.end(resolve)),
  };
}
