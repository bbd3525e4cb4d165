import type { Import } from '../../shared/domain/import.ts';
import { type Refusal, refuse } from '../../shared/domain/refusal.ts';
import type { Stored } from '../records/rows.ts';
import type { Importing } from './kind.ts';

/** Decides that the good rows of a checked file are brought in. Which are left out is part of the decision. */
export async function decide(
  before: Stored<Import>,
  { by, leavingOut }: { readonly by: string; readonly leavingOut: number },
  { imports, ledger, table, clock }: Importing,
): Promise<Import | Refusal> {
  const { rows, bad, importId, kind, target } = before.value;
  if (leavingOut !== bad)
    return refuse({
      code: 'left-out-miscounted',
      message: `${bad} rows would be left out, not ${leavingOut}.`,
      remedy: 'Read the report again, and decide on what it says.',
      field: '/leavingOut',
    });
  if (bad === rows)
    return refuse({
      code: 'nothing-to-bring-in',
      message: 'There is no good row to bring in.',
      remedy: 'Mend the file and hand it in again.',
    });
  const running = { ...before.value, state: 'running' as const, runBy: by, touchedAt: clock.now() };
  await table.write([
    imports.put(running, before),
    ledger.audit(by, 'import.started', {
      ...{ importId, kind, rows, leavingOut: bad },
      ...(target && { activityId: target.activityId }),
    }),
  ]);
  return running;
}
