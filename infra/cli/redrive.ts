import { parseArgs } from 'node:util';
import { type Command, type Terminal, UsageError } from './command.ts';
import type { Invoke } from './function-answers.ts';
import { functionsOf, systemOptions, systemUsage } from './functions.ts';
import { everyParked } from './parked.ts';

const outcomes = {
  redriven: 'started again',
  'not-found': 'is not known; wallet parked lists what is',
  'not-parked': 'is not parked, so there is nothing to do',
} as const;

async function redrive(workId: string, invoke: Invoke, terminal: Terminal): Promise<boolean> {
  const { outcome } = await invoke('redrive-work', { workId });
  if (outcome === 'not-found') terminal.complain(`${workId} ${outcomes[outcome]}.`);
  else terminal.print(`${workId} ${outcomes[outcome]}.`);
  return outcome !== 'not-found';
}

/** Redrives everything that is parked, each once: what is parked again meanwhile still has its cause. */
async function redriveAll(invoke: Invoke, terminal: Terminal): Promise<boolean> {
  const parked = await everyParked(invoke);
  for (const { workId } of parked) await redrive(workId, invoke, terminal);
  if (parked.length === 0) terminal.print('Nothing is parked.');
  return true;
}

export const redriveCommand: Command = {
  usage: `redrive WORKID | --all ${systemUsage}`,
  does: 'Starts parked work again, once its cause is mended.',
  async run(args, terminal) {
    const options = { ...systemOptions, all: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [workId, ...more] = positionals;
    if ((workId === undefined) !== (values.all === true) || more.length > 0)
      throw new UsageError('Name the work to start again, or give --all. wallet parked lists it.');
    const invoke = functionsOf(values);
    return workId === undefined ? redriveAll(invoke, terminal) : redrive(workId, invoke, terminal);
  },
};
