import { type AnyChange, aboutOf, decided, takesTwo } from '../../shared/domain/any-change.ts';
import { isRefusal, type Refusal } from '../../shared/domain/refusal.ts';
import type { Changing } from './deed.ts';
import { examine } from './examine.ts';

/** What became of a proposal: it waits for a second person, it is done, or it is refused with every reason. */
export type Proposed<Of extends AnyChange = AnyChange> =
  | { readonly outcome: 'proposed' | 'done'; readonly change: Of }
  | { readonly outcome: 'refused'; readonly reasons: Refusal['reasons'] };

/** Asks for a change. Where an amount or a person changes it waits for a second person; else it is made at once. */
export async function ask<Of extends AnyChange>(change: Of | Refusal, capabilities: Changing): Promise<Proposed<Of>> {
  const { changes, ledger, table } = capabilities;
  if (isRefusal(change)) return { outcome: 'refused', reasons: change.reasons };
  const carryOut = await examine(change, capabilities);
  if (isRefusal(carryOut)) return { outcome: 'refused', reasons: carryOut.reasons };
  const { changeId, kind, proposedBy, proposedAt } = change;
  if (takesTwo(change)) {
    await table.write([
      changes.ask(change),
      ledger.audit(proposedBy, 'change.proposed', { changeId, kind, ...aboutOf(change) }),
    ]);
    return { outcome: 'proposed', change };
  }
  const made = decided(change, 'done', { decidedBy: proposedBy, decidedAt: proposedAt });
  return { outcome: 'done', change: (await carryOut({ change: made })) as Of };
}
