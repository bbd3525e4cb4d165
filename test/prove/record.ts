import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { currentCommit } from '../../infra/house/commit.ts';
import { projectFolder } from '../../infra/house/project-folder.ts';
import type { Finding } from './proof.ts';

/** A proof's last recorded run: what `docs/reliability.md` and `docs/security.md` say about it, word for word. */
export interface RecordedProof extends Omit<Finding, 'failures'> {
  /** How many cases refuted the claim. */
  readonly failed: number;
  readonly seed: number;
  /** What repeats it: `npm run prove:faults -- --schedules 10000 --seed 1`. */
  readonly command: string;
  readonly commit: string;
  /** The machine, without its name: `2 × Xeon, 23 GiB, linux x64, Node v24.21.0`. */
  readonly machine: string;
  /** The civil date, UTC, on which it ended. */
  readonly date: string;
  readonly seconds: number;
}

/** Where the last recorded runs of a command stand: one object by the names of its proofs. */
const recordFile = (command: string): string => join(projectFolder, 'docs', 'proofs', `${command}.json`);

const machine = (): string =>
  [
    `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown'}`,
    `${Math.round(totalmem() / 2 ** 30)} GiB`,
    `${process.platform} ${process.arch}`,
    `Node ${process.version}`,
  ].join(', ');

/** Keeps what a proof found in place of its former run; other proofs of the command stay as they are. */
export function recordProof(
  command: string,
  { failures, ...finding }: Finding,
  run: { readonly seed: number; readonly repeat: string; readonly seconds: number },
): void {
  const file = recordFile(command);
  const recorded: RecordedProof = {
    ...finding,
    failed: failures.length,
    seed: run.seed,
    command: run.repeat,
    commit: currentCommit(),
    machine: machine(),
    date: new Date().toISOString().slice(0, 10),
    seconds: Math.round(run.seconds),
  };
  const before: Readonly<Record<string, RecordedProof>> = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : {};
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...before, [finding.name]: recorded }, null, 2)}\n`);
}
