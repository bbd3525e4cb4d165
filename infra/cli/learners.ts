import { closeSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { type Command, UsageError } from './command.ts';
import { functionsOf, systemOptions, systemUsage } from './functions.ts';
import { openNew } from './out-file.ts';

const options = {
  ...systemOptions,
  by: { type: 'string' },
  reason: { type: 'string' },
  out: { type: 'string' },
} as const;

function read(args: readonly string[]) {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [learner, ...more] = positionals;
  if (learner === undefined || more.length > 0) throw new UsageError('Name one learner, by id or e-mail address.');
  if (values.by === undefined) throw new UsageError('Say who asks: --by NAME.');
  return { ...values, by: values.by, learner };
}

const unknown = (learner: string): string => `There is no account ${learner}.`;

/** Asks for an erasure in a learner's name. */
export const eraseCommand: Command = {
  usage: `erase LEARNER|ADDRESS --reason TEXT --by NAME ${systemUsage}`,
  does: 'Has an account erased after seven days, in which its learner, who is told by mail, can keep it.',
  async run(args, terminal) {
    const { learner, by, reason, ...system } = read(args);
    if (reason === undefined) throw new UsageError('Say why: --reason TEXT.');
    const answer = await functionsOf(system)('erase-learner', { learner, by, reason });
    if (answer.outcome !== 'asked') {
      terminal.complain(answer.outcome === 'erased' ? `${learner} was erased already.` : unknown(learner));
      return answer.outcome === 'erased';
    }
    terminal.print(`The account ${answer.learnerId} is erased from ${answer.dueAt} on, unless its learner keeps it.`);
    return true;
  },
};

/** Writes a learner's export to a file. */
export const exportLearnerCommand: Command = {
  usage: `export-learner LEARNER|ADDRESS --out FILE --by NAME ${systemUsage}`,
  does: 'Writes everything about a learner to a file, to answer a request that did not come through the site.',
  async run(args, terminal) {
    const { learner, by, out, ...system } = read(args);
    if (out === undefined) throw new UsageError('Say where to: --out FILE.');
    // Before it is asked for: an export that nobody gets to read would stand in the audit trail all the same.
    const file = openNew(out, '--out');
    let isWritten = false;
    try {
      const answer = await functionsOf(system)('export-learner', { learner, by });
      if (answer.outcome === 'unknown') {
        terminal.complain(unknown(learner));
        return false;
      }
      writeFileSync(file, gunzipSync(Buffer.from(answer.gzip, 'base64')));
      isWritten = true;
    } finally {
      closeSync(file);
      if (!isWritten) rmSync(out);
    }
    terminal.print(`Written to ${out}. Hand it over in a way that only the learner can read, then remove it.`);
    return true;
  },
};
