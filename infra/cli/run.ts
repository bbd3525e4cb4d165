import { suggest } from '../../shared/authoring/suggestion.ts';
import { ownOf } from '../../shared/domain/kinds.ts';
import { auditCommand } from './audit.ts';
import { backupCommand, reindexCommand, restoreBackupCommand } from './backup/commands.ts';
import { deciding } from './changes/decide.ts';
import { changesCommand } from './changes/list.ts';
import { proposing } from './changes/propose.ts';
import { checkCommand } from './check.ts';
import { type Command, type Terminal, UsageError } from './command.ts';
import { FunctionFailed } from './function-answers.ts';
import { importCommand } from './import.ts';
import { eraseCommand, exportLearnerCommand } from './learners.ts';
import { packCommand } from './pack/command.ts';
import { parkedCommand } from './parked.ts';
import { preflightCommand } from './preflight/command.ts';
import { previewCommand } from './preview.ts';
import { providerCommand } from './provider.ts';
import { importQuestionsCommand } from './questions/import.ts';
import { redriveCommand } from './redrive.ts';
import { samplesCommand } from './samples.ts';
import { staffCommand } from './staff.ts';

type Explained = Pick<Command, 'usage' | 'does'>;

const explain = (terminal: Terminal, { usage, does }: Explained): void =>
  terminal.print(`  wallet ${usage}\n      ${does}`);

const help: Command = {
  usage: 'help [COMMAND]',
  does: 'Shows this, or what one command takes, as its --help does.',
  async run([name, ...rest], terminal) {
    if (name !== undefined) {
      const command = explainedBy([name, ...rest]);
      if (!command) throw new UsageError(unknownCommand(name));
      explain(terminal, command);
      return true;
    }
    terminal.print('wallet: what staff do from the command line\n');
    for (const command of [...Object.values(commands), importQuestionsCommand]) explain(terminal, command);
    terminal.print('\nThe format of activity files and a walk through the samples: docs/samples.md');
    return true;
  },
};

const commands: Readonly<Record<string, Command>> = {
  import: importCommand,
  check: checkCommand,
  preview: previewCommand,
  samples: samplesCommand,
  parked: parkedCommand,
  redrive: redriveCommand,
  audit: auditCommand,
  pack: packCommand,
  correct: proposing('correct'),
  reissue: proposing('reissue'),
  revoke: proposing('revoke'),
  suspend: proposing('suspend'),
  restore: proposing('restore'),
  changes: changesCommand,
  approve: deciding('approve'),
  reject: deciding('reject'),
  erase: eraseCommand,
  'export-learner': exportLearnerCommand,
  preflight: preflightCommand,
  provider: providerCommand,
  staff: staffCommand,
  backup: backupCommand,
  'restore-backup': restoreBackupCommand,
  reindex: reindexCommand,
  help,
};

/** What explains the command that arguments begin with; nothing where there is none of that name. */
const explainedBy = ([name = '', next]: readonly string[]): Explained | undefined =>
  name === 'import' && next === 'questions' ? importQuestionsCommand : ownOf(commands, name);

const unknownCommand = (name: string): string =>
  `wallet has no command “${name}”. ${suggest(name, Object.keys(commands))}`;

const asksForHelp = (args: readonly string[]): boolean => args.includes('--help') || args.includes('-h');

const isOptionMistake = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

/**
 * Runs `wallet` with its arguments.
 * @returns the exit code: 0 well, 1 something is wrong with the files or the system, 2 the command cannot be understood
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  const [name = 'help', ...rest] = ['--help', '-h'].includes(args[0] ?? '') ? [] : args;
  const command = ownOf(commands, name);
  const explained = explainedBy([name, ...rest]);
  if (!command || !explained) {
    terminal.complain(unknownCommand(name));
    return 2;
  }
  if (asksForHelp(rest)) {
    explain(terminal, explained);
    return 0;
  }
  try {
    return (await command.run(rest, terminal)) ? 0 : 1;
  } catch (error) {
    if (isOptionMistake(error)) {
      terminal.complain(`${error.message.split('. ')[0]}. Usage: wallet ${explained.usage}`);
      return 2;
    }
    // These two say all that there is to say in one line; the stack of anything else is needed to mend it.
    if (!(error instanceof UsageError || error instanceof FunctionFailed)) throw error;
    terminal.complain(error.message);
    return 1;
  }
}
