import { closeSync, rmSync, writeSync } from 'node:fs';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { UsageError } from '../command.ts';
import { openNew } from '../out-file.ts';

/** ZIP without its 64-bit form numbers files by 16 bits. */
const MOST_FILES = 65_000;

/** Files that are put into an archive one after the other. */
export interface Archive {
  add(name: string, content: string | Uint8Array): void;
  /** Ends the archive. */
  end(): void;
  /** Takes the file away again: half an archive is none. */
  abandon(): void;
}

/** A new ZIP file, written as it grows, which nobody else on this machine may read. @throws UsageError when there is one. */
export function createZip(file: string, at: Date): Archive {
  const out = openNew(file, '--out');
  let files = 0;
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    writeSync(out, chunk);
  });
  return {
    add(name, content) {
      if (++files > MOST_FILES)
        throw new UsageError('That is more than fits into one archive. Make a pack for each of some shorter periods.');
      // PDFs are compressed already.
      const entry = name.endsWith('.pdf') ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
      entry.mtime = at;
      zip.add(entry);
      entry.push(typeof content === 'string' ? new TextEncoder().encode(content) : content, true);
    },
    end() {
      zip.end();
      closeSync(out);
    },
    abandon() {
      closeSync(out);
      rmSync(file);
    },
  };
}
