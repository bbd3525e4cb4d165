import { parseArgs } from 'node:util';
import type { Command } from './command.ts';
import { checkFiles, someFiles } from './import.ts';

export const checkCommand: Command = {
  usage: 'check FILE…',
  does: 'Says everything that keeps activity files from being published.',
  run(args, terminal) {
    const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
    return checkFiles(someFiles(positionals), terminal);
  },
};
