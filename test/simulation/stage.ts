import { loadFunctions } from './functions.ts';
import { playOpening } from './opening.ts';
import { drawScript, play, type Report, type Script, type Stage } from './schedule.ts';
import { synthesisedWorkflow } from './synthesised-workflow.ts';

/** The real functions and the synthesised workflow. */
export async function setStage(): Promise<Stage> {
  const system = { functions: await loadFunctions(), ...synthesisedWorkflow() };
  return { ...system, opening: await playOpening(system) };
}

const mostLines = 200;

/** What a person needs to see of a schedule that failed: its seed, what is wrong, and its last I/O points. */
export const failureOf = ({ seed, breaches, trace }: Report): string =>
  [
    `CREDIT_WALLET_SEED=${seed} CREDIT_WALLET_SCHEDULES=1 plays this schedule alone, with every I/O point.`,
    ...breaches,
    ...trace.slice(process.env.CREDIT_WALLET_SCHEDULES === '1' ? 0 : -mostLines),
  ].join('\n');

/** Plays the schedule of a seed; one that fails is played again with its trace, since the same seed plays the same. */
export async function playSeed(stage: Stage, seed: number, plants?: Script['plants']): Promise<Report> {
  if (plants) return play(stage, { ...drawScript(seed), plants });
  const report = await play(stage, drawScript(seed));
  return report.breaches.length === 0 ? report : play(stage, { ...drawScript(seed), traceAll: true });
}
