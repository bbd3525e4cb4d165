import { type RecordedProof, recordedProofs, recordFile } from '../../infra/docs/recorded-proof.ts';
import type { RecordedRun } from '../../infra/docs/recorded-run.ts';
import { keepRecord } from '../support/recording.ts';
import type { Finding } from './proof.ts';

/** Keeps what a proof found in place of its former run; other proofs of the command stay as they are. */
export function recordProof(command: string, { failures, explained: _, ...finding }: Finding, run: RecordedRun): void {
  const recorded: RecordedProof = { ...finding, failed: failures.length, ...run };
  keepRecord(recordFile(command), { ...recordedProofs(command), [finding.name]: recorded });
}
