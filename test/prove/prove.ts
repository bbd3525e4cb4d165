import { parseArgs } from 'node:util';
import type { RecordedRun } from '../../infra/docs/recorded-run.ts';
import { type Asked, askedNumbers, flagsOf, numberFlags } from '../support/asked-numbers.ts';
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
}

/** What `.ci/run` takes for skipped. */
const NOTHING_TRIED = 77;

/**
 * Runs the proofs of a command one after another, or those that its arguments name; prints what each found and ends with
 * exit code 1 when one was refuted, and with 77 when one could try nothing on this machine. `--record` keeps the figures for the pages that are made from them (`npm run docs`).
 * @param command as npm has it behind `prove:`
 * @param numbers the numbers that it may be asked for, with their defaults: `{ schedules: 10_000 }`
 * @throws RangeError for a number that is none, or a proof that there is not
 */
export async function prove<Name extends string>(
  command: string,
  numbers: Readonly<Record<Name, number>>,
  proofs: Readonly<Record<string, (asked: Asked<Name>) => Promise<Finding>>>,
): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      record: { type: 'boolean', default: false },
      ...numberFlags(numbers),
    },
  });
  const asked = askedNumbers(numbers, values);
  const unknown = positionals.filter((name) => !proofs[name]);
  if (unknown.length > 0)
    throw new RangeError(`There is no proof of ${unknown.join()}: ${Object.keys(proofs).join(', ')}`);

  for (const [name, proof] of Object.entries(proofs)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    const began = performance.now();
    const finding = await proof(asked);
    if (finding.untried !== undefined) {
      console.log(`${name}: NOTHING WAS TRIED. ${finding.untried}`);
      process.exitCode ??= NOTHING_TRIED;
      continue;
    }
    const run = runOf(asked.seed, `npm run prove:${command} -- ${name} ${flagsOf(asked)}`, began);
    tell(finding, run);
    if (values.record) recordProof(command, finding, run);
    if (finding.failures.length > 0) process.exitCode = 1;
  }
}
