import { drawScript } from './draw.ts';
import { loadFunctions } from './functions.ts';
import { playOpening } from './opening.ts';
import { play, type Report, type Script, type Stage } from './schedule.ts';
import { synthesisedWorkflow } from './workflow/synthesised-workflow.ts';

/** The real functions and the synthesised workflow. */
export async function setStage(): Promise<Stage> {
  const system = { functions: await loadFunctions(), ...synthesisedWorkflow() };
  return { ...system, opening: await playOpening(system) };
}

const mostLines = 200;

/** What a person needs to see of a schedule that failed: what is wrong, and its last calls of ports. */
export const failureOf = ({ breaches, trace }: Report): string => [...breaches, ...trace.slice(-mostLines)].join('\n');

/** Plays the schedule of a seed, with a bug planted or without. */
export const playSeed = (stage: Stage, seed: number, plants?: Script['plants']): Promise<Report> =>
  play(stage, { ...drawScript(seed), ...(plants && { plants }) });
