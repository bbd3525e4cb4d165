import { parseArgs } from 'node:util';
import type { ChangeKind } from '../../../shared/domain/change.ts';
import { type Command, UsageError } from '../command.ts';
import { functionsOf, systemOptions, systemUsage } from '../functions.ts';
import { type Order, orderOf, rowsOf, type Words, wordsOf } from './order.ts';
import { outcomeOf, reportEach } from './report.ts';

const options = {
  ...systemOptions,
  reason: { type: 'string' },
  by: { type: 'string' },
  file: { type: 'string' },
  results: { type: 'string' },
  name: { type: 'string' },
  profession: { type: 'string' },
  participated: { type: 'string' },
  credit: { type: 'string', multiple: true },
} as const;

const does: Readonly<Record<ChangeKind, string>> = {
  correct: 'Puts a corrected certificate in the place of one, or asks a second person for it.',
  reissue: 'Issues certificates anew with the name that the learner’s profile has now.',
  revoke: 'Asks a second person to revoke certificates, for good.',
  suspend: 'Suspends certificates until they are restored or revoked.',
  restore: 'Makes suspended certificates valid again.',
};

/** The command that asks for a kind of change, for one certificate or those of a file. */
export function proposing(kind: ChangeKind): Command {
  const said = kind === 'correct' ? ' [--name NAME] [--profession P] [--participated DAY] [--credit TYPE=AMOUNT]…' : '';
  return {
    usage: `${kind} CERTIFICATE… | --file CSV [--results CSV] --reason TEXT --by NAME${said} ${systemUsage}`,
    does: does[kind],
    async run(args, terminal) {
      const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
      const { file, results, by, reason, name, profession, participated, credit } = values;
      if (kind !== 'correct' && (name ?? profession ?? participated ?? credit) !== undefined)
        throw new UsageError(`What a certificate says is changed by wallet correct, not by wallet ${kind}.`);
      if ((file === undefined) === (positionals.length === 0))
        throw new UsageError('Name the certificates, or a --file of them, one a row in a column “certificate”.');
      if (by === undefined) throw new UsageError('Say who asks: --by NAME.');
      const rows: readonly Words[] =
        file === undefined
          ? positionals.map((certificate) => ({ certificate }))
          : (await rowsOf(file, 'certificate')).map(wordsOf);
      const orders: readonly Order[] = rows.map((row) =>
        orderOf(kind, by, row, { reason, name, profession, participated, credits: credit }),
      );
      const invoke = functionsOf(values);
      return reportEach(
        orders,
        async (order) => outcomeOf({ certificate: order.certificateId }, await invoke('propose-change', order)),
        { terminal, results },
      );
    },
  };
}
