import { parseArgs } from 'node:util';
import { type Command, UsageError } from '../command.ts';
import { functionsOf, systemOptions, systemUsage } from '../functions.ts';
import { rowsOf } from './order.ts';
import { outcomeOf, reportEach } from './report.ts';

const options = {
  ...systemOptions,
  by: { type: 'string' },
  file: { type: 'string' },
  results: { type: 'string' },
} as const;
/** Why something is not done is for those who asked. */
const rejecting = { ...options, reason: { type: 'string' } } as const;

/** The changes that wait by a result file of asking for them. @throws UsageError where it has none */
async function waitingIn(file: string): Promise<readonly string[]> {
  const rows = await rowsOf(file, 'change');
  const waiting = rows.flatMap(({ outcome, change = '' }) => (outcome === 'waits' && change !== '' ? [change] : []));
  if (waiting.length === 0)
    throw new UsageError(`${file} has no row with a change and the outcome “waits”. wallet changes lists what waits.`);
  return waiting;
}

/** The command that approves changes which wait, or rejects them. */
export const deciding = (verdict: 'approve' | 'reject'): Command => ({
  usage: `${verdict} CHANGE… | --file RESULTS [--results CSV] --by NAME${verdict === 'reject' ? ' [--reason TEXT]' : ''} ${systemUsage}`,
  does:
    verdict === 'approve'
      ? 'Makes changes that wait for a second person, one by one or those of a result file.'
      : 'Rejects changes that wait; nothing changes.',
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      ...{ args: [...args], allowPositionals: true },
      options: verdict === 'reject' ? rejecting : (options as typeof rejecting),
    });
    const { file, results, by, reason } = values;
    if ((file === undefined) === (positionals.length === 0))
      throw new UsageError('Name the changes, or the --file of results of asking for them. wallet changes lists them.');
    if (by === undefined) throw new UsageError('Say who decides: --by NAME.');
    const changeIds = file === undefined ? positionals : await waitingIn(file);
    const invoke = functionsOf(values);
    return reportEach(
      changeIds,
      async (changeId) => {
        const decision = { changeId, approve: verdict === 'approve', by, ...(reason !== undefined && { reason }) };
        return outcomeOf({ change: changeId }, await invoke('decide-change', decision));
      },
      { terminal, results },
    );
  },
});
