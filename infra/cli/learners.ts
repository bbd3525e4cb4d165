import { closeSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { type Command, UsageError } from './command.ts';
import { functionsOf, systemOptions, systemUsage } from './functions.ts';
import { openNew } from './out-file.ts';

const asking = { ...systemOptions, by: { type: 'string' } } as const;

/** Whom it is about, and who asks. @throws UsageError */
function asked({ by }: { readonly by?: string | undefined }, [learner, ...more]: readonly string[]) {
  if (learner === undefined || more.length > 0) throw new UsageError('Name one learner, by id or e-mail address.');
  if (by === undefined) throw new UsageError('Say who asks: --by NAME.');
  return { learner, by };
}

const unknown = (learner: string): string => `There is no account ${learner}.`;

/** Asks for an erasure in a learner's name. */
export const eraseCommand: Command = {
  usage: `erase LEARNER|ADDRESS --reason TEXT --by NAME ${systemUsage}`,
  does: 'Has an account erased after seven days, in which its learner, who is told by mail, can keep it.',
  async run(args, terminal) {
    const options = { ...asking, reason: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const { learner, by } = asked(values, positionals);
    const { reason } = values;
    if (reason === undefined) throw new UsageError('Say why: --reason TEXT.');
    const answer = await functionsOf(values)('erase-learner', { learner, by, reason });
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
    const options = { ...asking, out: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const { learner, by } = asked(values, positionals);
    const { out } = values;
    if (out === undefined) throw new UsageError('Say where to: --out FILE.');
    // Before it is asked for: an export that nobody gets to read would stand in the audit trail all the same.
    const file = openNew(out, '--out');
    let isWritten = false;
    try {
      const answer = await functionsOf(values)('export-learner', { learner, by });
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
