/** What every figure is told with: what repeats it, and where and when it was measured. */
export interface RecordedRun {
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
