import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../house/project-folder.ts';
import type { RecordedRun } from './recorded-run.ts';

/** Every benchmark, as npm has it behind `bench:`, in the order in which `npm run bench` runs them. */
export const benchmarks = ['certificates', 'handlers', 'journeys', 'growth', 'cost', 'sites', 'start-up'] as const;
export type BenchmarkName = (typeof benchmarks)[number];

/** One line of a benchmark: a figure of ours beside its target, or a peer's in the same run, which has none. */
export interface Figure {
  /** What was measured, in the words of a reader: `a completed journey, all processes together`. */
  readonly what: string;
  /** The median over the rounds, or the one value where there is nothing to repeat. */
  readonly value: number;
  /** `CPU-seconds`, `KiB`, `times TCPDF`. */
  readonly unit: string;
  /** The quartiles over the rounds, where it was repeated. */
  readonly spread?: readonly [low: number, high: number];
  /** What must be reached. Exactly one of the two. */
  readonly target?: { readonly atMost: number } | { readonly atLeast: number };
}

/** What a benchmark measured last, as `docs/benchmarks/` keeps it. */
export interface RecordedBenchmark extends RecordedRun {
  readonly name: string;
  readonly figures: readonly Figure[];
}

/** Whether a figure reaches its target; nothing where it has none. */
export function reaches({ value, target }: Figure): boolean | undefined {
  if (!target) return undefined;
  return 'atMost' in target ? value <= target.atMost : value >= target.atLeast;
}

/** Where the last recorded run of a benchmark stands. */
export const benchmarkFile = (name: string): string => join(projectFolder, 'docs', 'benchmarks', `${name}.json`);

/** The last recorded run of a benchmark, or nothing where there is none. */
export function recordedBenchmark(name: BenchmarkName): RecordedBenchmark | undefined {
  const file = benchmarkFile(name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
