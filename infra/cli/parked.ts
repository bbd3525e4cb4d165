import { parseArgs } from 'node:util';
import type { Command } from './command.ts';
import { functionsOf, systemOptions, systemUsage } from './functions.ts';

export const parkedCommand: Command = {
  usage: `parked ${systemUsage}`,
  does: 'Lists work that could not be done and waits for you, with the step and the reason.',
  async run(args, terminal) {
    const { values } = parseArgs({ args: [...args], options: systemOptions });
    const { work } = await functionsOf(values)('list-parked', {});
    for (const { workId, step, reason, at, tries } of work)
      terminal.print(`${workId}  ${step}  since ${at}, ${tries} ${tries === 1 ? 'try' : 'tries'}: ${reason}`);
    terminal.print(
      work.length === 0
        ? 'Nothing is parked.'
        : 'When the cause is mended: wallet redrive WORKID, or wallet redrive --all.',
    );
    return true;
  },
};
