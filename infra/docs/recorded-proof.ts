import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../house/project-folder.ts';
import type { RecordedRun } from './recorded-run.ts';

/** A proof's last recorded run: what `docs/reliability.md` and `docs/security.md` say about it, word for word. */
export interface RecordedProof extends RecordedRun {
  /** What was proved, as its line says it: `names`. */
  readonly name: string;
  readonly tried: number;
  /** What became of the cases. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** What was measured beside the cases, with its unit. */
  readonly figures?: Readonly<Record<string, string>>;
  /** How many cases refuted the claim. */
  readonly failed: number;
}

/** The last recorded runs of a command, by the names of its proofs. */
export type RecordedProofs = Readonly<Record<string, RecordedProof>>;

/** Where the last recorded runs of a command stand. */
export const recordFile = (command: string): string => join(projectFolder, 'docs', 'proofs', `${command}.json`);

/** What was recorded of a command; nothing where it was never run with `--record`. */
export function recordedProofs(command: string): RecordedProofs {
  const file = recordFile(command);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
