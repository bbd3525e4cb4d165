import { parseArgs } from 'node:util';
import type { Command } from '../command.ts';
import { functionsOf, systemOptions, systemUsage } from '../functions.ts';

export const changesCommand: Command = {
  usage: `changes ${systemUsage}`,
  does: 'Lists changes of certificates that wait for a second person, oldest first.',
  async run(args, terminal) {
    const { values } = parseArgs({ args: [...args], options: systemOptions });
    const { changes } = await functionsOf(values)('list-changes', {});
    if (changes.length === 0) terminal.print('No change waits.');
    for (const { changeId, kind, certificateId, reason, correction, proposedBy, proposedAt } of changes) {
      terminal.print(`${changeId} ${kind} ${certificateId}, asked by ${proposedBy} at ${proposedAt}: ${reason}`);
      for (const [what, value] of Object.entries(correction)) terminal.print(`    ${what}: ${JSON.stringify(value)}`);
    }
    return true;
  },
};
