import type { RecordedRun } from '../../infra/docs/recorded-run.ts';
import { type Asked, askedOfMe, flagsOf } from '../support/asked-numbers.ts';
import { runOf } from '../support/recording.ts';
import type { Finding } from './proof.ts';
import { recordProof } from './record.ts';

const told = (number: number): string => number.toLocaleString('en-US').padStart(12);
const mostFailures = 20;

function tell(finding: Finding, { seed, seconds }: RecordedRun): void {
  console.log(`${finding.name}: ${told(finding.tried).trim()} tried with seed ${seed} in ${seconds} s`);
  for (const [outcome, times] of Object.entries(finding.outcomes)) console.log(`${told(times)} ${outcome}`);
  for (const [what, figure] of Object.entries(finding.figures ?? {})) console.log(`${figure.padStart(12)} ${what}`);
  console.log(`${told(finding.failures.length)} FAILED`);
  for (const failure of finding.failures.slice(0, mostFailures)) console.log(`             ${failure}`);
  for (const line of finding.explained ?? []) console.log(line);
}

/** What `.ci/run` takes for skipped. */
const NOTHING_TRIED = 77;

/** Why a proof says nothing of its claim, where that is so: no case tried is none refuted, which proves nothing. */
const untriedIn = ({ untried, tried }: Finding): string | undefined =>
  untried ?? (tried === 0 ? 'It was asked for no case: ask for one at least.' : undefined);

/**
 * Tries proofs one after another and prints what each found.
 * @returns the exit code: 0 where every claim held, 1 where one was refuted, 77 where one could not be tried
 */
export async function tryProofs<Name extends string>(
  command: string,
  proofs: Readonly<Record<string, (asked: Asked<Name>) => Promise<Finding>>>,
  { asked, parts, keep }: { readonly asked: Asked<Name>; readonly parts: readonly string[]; readonly keep: boolean },
): Promise<number> {
  let [refuted, skipped] = [false, false];
  for (const [name, proof] of Object.entries(proofs)) {
    if (!parts.includes(name)) continue;
    const began = performance.now();
    const finding = await proof(asked);
    const run = runOf(asked.seed, `npm run prove:${command} -- ${name} ${flagsOf(asked)}`, began);
    const untried = finding.failures.length > 0 ? undefined : untriedIn(finding);
    if (untried !== undefined) {
      console.log(`${name}: NOTHING WAS TRIED. ${untried}`);
      skipped = true;
      continue;
    }
    tell(finding, run);
    if (keep) recordProof(command, finding, run);
    refuted ||= finding.failures.length > 0;
  }
  return refuted ? 1 : skipped ? NOTHING_TRIED : 0;
}

/**
 * Runs the proofs of a command, or those that its arguments name, and ends with the exit code of {@link tryProofs}; with 2 where it was asked for what there is not.
 * `--record` keeps the figures for the pages that are made from them (`npm run docs`).
 * @param command as npm has it behind `prove:`
 * @param numbers the numbers that it may be asked for, with their defaults: `{ schedules: 10_000 }`
 */
export async function prove<Name extends string>(
  command: string,
  numbers: Readonly<Record<Name, number>>,
  proofs: Readonly<Record<string, (asked: Asked<Name>) => Promise<Finding>>>,
): Promise<void> {
  const takes = { command: `prove:${command}`, numbers, flags: ['record'], parts: Object.keys(proofs) } as const;
  const { asked, given, parts } = askedOfMe(takes);
  process.exitCode = await tryProofs(command, proofs, { asked, parts, keep: given.record });
}
