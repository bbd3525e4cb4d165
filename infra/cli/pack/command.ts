import { parseArgs } from 'node:util';
import { isCivilDate } from '../../../shared/domain/kinds.ts';
import type { PackScope } from '../../../shared/domain/pack.ts';
import { type Command, UsageError } from '../command.ts';
import { functionsOf, systemOptions, systemUsage } from '../functions.ts';
import { putContents } from './contents.ts';
import { partsOf } from './parts.ts';
import { aboutWhat } from './readme.ts';
import { createZip } from './zip.ts';

const options = {
  ...systemOptions,
  learner: { type: 'string' },
  activity: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  by: { type: 'string' },
  reason: { type: 'string' },
  out: { type: 'string' },
} as const;

interface Asked {
  readonly learner?: string | undefined;
  readonly activity?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

function scopeOf({ learner, activity, from, to }: Asked): PackScope {
  const ways = [learner, activity, from ?? to].filter((way) => way !== undefined);
  if (ways.length !== 1)
    throw new UsageError('Say what the pack is about: --learner ID, --activity ID, or --from DAY --to DAY.');
  if (learner !== undefined) return { learnerId: learner };
  if (activity !== undefined) return { activityId: activity };
  if (from === undefined || to === undefined || !isCivilDate(from) || !isCivilDate(to) || from > to)
    throw new UsageError('A period has two days, the first not after the last: --from 2026-01-01 --to 2026-12-31.');
  return { from, to };
}

const fileOf = (scope: PackScope): string =>
  `pack-${'from' in scope ? `${scope.from}-${scope.to}` : Object.values(scope).join()}.zip`;

/** After so many learners a line says how far it is. */
const TELL_EACH = 500;

export const packCommand: Command = {
  usage: `pack --learner ID | --activity ID | --from DAY --to DAY --by NAME --reason TEXT [--out FILE.zip] ${systemUsage}`,
  does: 'Collects an auditor’s pack: awards, ledgers, signed heads and certificates, with a program that checks them without us.',
  async run(args, terminal) {
    const { values } = parseArgs({ args: [...args], options });
    const { by, reason } = values;
    const scope = scopeOf(values);
    if (!by?.trim() || !reason?.trim())
      throw new UsageError('A pack holds personal data. Say who collects it and what for: --by NAME --reason TEXT.');
    const file = values.out ?? fileOf(scope);
    const parts = partsOf(functionsOf(values));
    const begun = await parts.begin(scope, by, reason);
    const archive = createZip(file, new Date(begun.at));
    try {
      const { learners, awards, certificates, heads } = await putContents({
        ...{ scope, begun, parts, add: archive.add },
        tell: (counts) => {
          if (counts.learners % TELL_EACH === 0) terminal.print(`${counts.learners} learners so far…`);
        },
      });
      archive.end();
      const held = [
        `learners: ${learners}`,
        `awards: ${awards}`,
        `certificates: ${certificates}`,
        `signed heads: ${heads}`,
      ];
      terminal.print(
        `${file}: ${aboutWhat(scope)}; ${held.join(', ')}. It holds personal data: its README.md says how to keep it and how to check it.`,
      );
      if (awards === 0) terminal.print('No credit was awarded in that, so the pack says so.');
      return true;
    } catch (error) {
      archive.abandon();
      throw error;
    }
  },
};
