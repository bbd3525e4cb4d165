import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OpenBeside, Opened } from '../../shared/authoring/yaml-source.ts';

/** Reads a file that staff wrote: its text, or why it cannot be read and what to do about that. */
export function openFile(file: string): Opened {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return {
      kind: 'unreadable',
      message:
        why === 'ENOENT'
          ? 'There is no such file.'
          : why === 'EISDIR'
            ? 'This is a folder.'
            : `The file cannot be read (${why}).`,
      remedy: 'Check its name and who may read it.',
    };
  }
  try {
    return { kind: 'opened', file, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { kind: 'unreadable', message: 'The file is not UTF-8 text.', remedy: 'Save it as UTF-8 in your editor.' };
  }
}

/** Opens the files that an activity's file names. */
export const openBeside: OpenBeside = (from, path) => openFile(join(dirname(from), path));
