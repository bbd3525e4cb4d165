import { parseArgs } from 'node:util';
import { type Command, UsageError } from './command.ts';
import { functionsOf, systemOptions, systemUsage } from './functions.ts';
import { readProviderFile } from './provider-file.ts';

/** Keeps a provider's file in the console, where drafts name the provider by its id. */
export const providerCommand: Command = {
  usage: `provider FILE [--id NAME] ${systemUsage}`,
  does: 'Keeps what a provider’s file says, with its drawings, for activities that are written in the console.',
  async run(args, terminal) {
    const options = { ...systemOptions, id: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const { id, ...system } = values;
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0)
      throw new UsageError('Name one provider’s file, like docs/samples/meridian/provider.yaml.');
    const read = readProviderFile(file, id);
    if (typeof read === 'string') {
      terminal.complain(read);
      return false;
    }
    const answer = await functionsOf(system)('keep-provider', read);
    if (answer.outcome === 'refused') {
      for (const { message, remedy } of answer.reasons) terminal.complain(`${file}: ${message} ${remedy}`);
      return false;
    }
    terminal.print(`${file}: ${answer.outcome} as the provider “${answer.providerId}”`);
    return true;
  },
};
