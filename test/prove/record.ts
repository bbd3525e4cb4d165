import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type RecordedProof, recordedProofs, recordFile } from '../../infra/docs/recorded-proof.ts';
import { currentCommit } from '../../infra/house/commit.ts';
import { machine } from '../support/machine.ts';
import type { Finding } from './proof.ts';

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
  const before = recordedProofs(command);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...before, [finding.name]: recorded }, null, 2)}\n`);
}
