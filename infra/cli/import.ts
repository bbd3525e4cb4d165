import { parseArgs } from 'node:util';
import { describeFault, describeProblem } from '../../shared/authoring/problem.ts';
import { readActivityFiles } from './activity-files.ts';
import { type Command, type Terminal, UsageError } from './command.ts';
import type { Invoke } from './function-answers.ts';
import { functionsOf, systemOptions, systemUsage } from './functions.ts';
import { importQuestions } from './questions/import.ts';

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/**
 * Publishes the activities of the files, all or none: every file is checked before the first is published. A file that says
 * what is published already changes nothing.
 * @returns whether every file is published now
 */
async function importFiles(
  files: readonly string[],
  { invoke, terminal }: { readonly invoke: Invoke; readonly terminal: Terminal },
): Promise<boolean> {
  const { activities, problems } = await readActivityFiles(files);
  for (const problem of problems) terminal.complain(describeProblem(problem));
  if (problems.length > 0) {
    terminal.complain(`${count(problems.length, 'problem')}. Nothing was imported.`);
    return false;
  }
  let refused = 0;
  for (const [index, { file, ...content }] of activities.entries()) {
    const published = await invoke('publish-activity', content);
    const at = `[${index + 1}/${activities.length}] ${file}: ${content.activity.activityId}`;
    if (published.outcome === 'refused') {
      for (const fault of published.faults) terminal.complain(`${file}: ${describeFault(fault)}`);
      terminal.complain(`${at} refused`);
      refused += 1;
      continue;
    }
    const { outcome, version } = published;
    const said = outcome === 'published' ? `published as version ${version}` : `unchanged, version ${version}`;
    terminal.print(`${at} ${said}`);
  }
  return refused === 0;
}

/** Checks files without publishing anything. */
export async function checkFiles(files: readonly string[], terminal: Terminal): Promise<boolean> {
  const { activities, problems, advice } = await readActivityFiles(files);
  for (const { file, activity, keys } of activities) {
    const questions = Object.values(keys).reduce((sum, key) => sum + Object.keys(key).length, 0);
    const credits = count(activity.credits.length, 'kind');
    terminal.print(`${file}: ${activity.activityId}, ${count(questions, 'question')}, ${credits} of credit`);
  }
  for (const problem of problems) terminal.complain(describeProblem(problem));
  for (const problem of advice) terminal.print(describeProblem(problem));
  if (problems.length > 0) terminal.complain(`${count(problems.length, 'problem')}.`);
  return problems.length === 0;
}

export const someFiles = (files: readonly string[]): readonly string[] => {
  if (files.length === 0)
    throw new UsageError('Name at least one activity file, like docs/samples/acute-agitation.yaml.');
  return files;
};

export const importCommand: Command = {
  usage: `import FILE… [--dry-run] ${systemUsage}`,
  does: 'Checks activity files and publishes them; what is unchanged stays as it is.',
  async run(args, terminal) {
    // A file of that name is meant by `./questions`.
    if (args[0] === 'questions') return importQuestions(args.slice(1), terminal);
    const options = { ...systemOptions, 'dry-run': { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const files = someFiles(positionals);
    if (!values['dry-run']) return importFiles(files, { invoke: functionsOf(values), terminal });
    const fine = await checkFiles(files, terminal);
    terminal.print(fine ? 'Dry run: these files can be imported. Nothing was.' : 'Dry run: nothing was imported.');
    return fine;
  },
};
