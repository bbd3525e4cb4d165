import { type AnyChange, aboutOf, decided, takesTwo } from '../../shared/domain/any-change.ts';
import { checkDecision } from '../../shared/domain/decision.ts';
import { cleanName } from '../../shared/domain/learner.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/domain/refusal.ts';
import type { Changing } from './deed.ts';
import { examine } from './examine.ts';

/** What became of a decision. */
export type Decided =
  | { readonly outcome: 'done' | 'rejected'; readonly change: AnyChange }
  | { readonly outcome: 'refused'; readonly reasons: Refusal['reasons'] };

export interface Deciding {
  readonly changeId: string;
  readonly approve: boolean;
  readonly by: string;
  readonly reason?: string | undefined;
}

const unknownChange: Refusal = refuse({
  code: 'change-unknown',
  message: 'There is no such change.',
  remedy: 'Look at the list of those that wait.',
  field: '/changeId',
});

/** Approves a change that waits, which makes it, or rejects it. What has changed meanwhile is looked at again. */
export async function decide({ changeId, approve, by, reason }: Deciding, capabilities: Changing): Promise<Decided> {
  const { changes, ledger, table, clock } = capabilities;
  const refused = ({ reasons }: Refusal): Decided => ({ outcome: 'refused', reasons });
  const before = await changes.byId(changeId);
  if (!before) return refused(unknownChange);
  const refusal = checkDecision(before.value, { by, approve, takesTwo: takesTwo(before.value) });
  if (refusal) return refused(refusal);
  const decision = { decidedBy: cleanName(by), decidedAt: clock.now() };
  if (!approve) {
    const because = reason?.trim() ? { rejectedBecause: reason.trim() } : {};
    const change = { ...decided(before.value, 'rejected', decision), ...because };
    await table.write([
      ...changes.settle(change, before),
      ledger.audit(decision.decidedBy, 'change.rejected', { changeId, kind: change.kind, ...aboutOf(change) }),
    ]);
    return { outcome: 'rejected', change };
  }
  const carryOut = await examine(before.value, capabilities);
  if (isRefusal(carryOut)) return refused(carryOut);
  return { outcome: 'done', change: await carryOut({ change: decided(before.value, 'done', decision), before }) };
}
