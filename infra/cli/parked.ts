import { parseArgs } from 'node:util';
import type { Command } from './command.ts';
import type { Invoke } from './function-answers.ts';
import { functionsOf, systemOptions, systemUsage } from './functions.ts';

type Page = Awaited<ReturnType<typeof invokedPage>>;
const invokedPage = (invoke: Invoke, from: unknown) => invoke('list-parked', { from });

/** Everything that is parked, work and mail, oldest first. */
export async function everyParked(invoke: Invoke): Promise<Page['work']> {
  const found: Page['work'] = [];
  let page = await invokedPage(invoke, undefined);
  found.push(...page.work);
  while (page.next) {
    page = await invokedPage(invoke, page.next);
    found.push(...page.work);
  }
  return found.toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

export const parkedCommand: Command = {
  usage: `parked ${systemUsage}`,
  does: 'Lists work and mail that could not be done and waits for you, with the step and the reason.',
  async run(args, terminal) {
    const { values } = parseArgs({ args: [...args], options: systemOptions });
    const work = await everyParked(functionsOf(values));
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
