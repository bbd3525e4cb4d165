import type { AnyChange } from '../../shared/domain/any-change.ts';
import { isRefusal, type Refusal } from '../../shared/domain/refusal.ts';
import { carryOutAward, examineAward } from './award.ts';
import { carryOutChange, examineChange } from './certificate.ts';
import type { Changing, Deed } from './deed.ts';
import { carryOutAttempts, examineAttempts } from './extra-attempts.ts';
import { carryOutMerge, examineMerge } from './merge.ts';

/** Makes a change that was decided, in one transaction. @returns the change as it stands then */
export type CarryOut = (deed: Deed) => Promise<AnyChange>;

/**
 * Looks at a change on what stands now: says everything that speaks against it, or gives what makes it. It is looked at when
 * it is asked for and again when it is decided, which may be weeks later.
 */
export async function examine(change: AnyChange, capabilities: Changing): Promise<Refusal | CarryOut> {
  const grounded = <Of extends AnyChange, Ground>(
    ground: Ground | Refusal,
    carryOut: (deed: Deed<Of>, ground: Ground, capabilities: Changing) => Promise<AnyChange>,
  ): Refusal | CarryOut => (isRefusal(ground) ? ground : (deed) => carryOut(deed as Deed<Of>, ground, capabilities));
  if (change.kind === 'award') return grounded(await examineAward(change, capabilities), carryOutAward);
  if ('into' in change) return grounded(await examineMerge(change, capabilities), carryOutMerge);
  if ('more' in change) return grounded(await examineAttempts(change, capabilities), carryOutAttempts);
  // It was made as it was asked for, and never waits.
  if (change.kind === 'address') throw new Error(`The change ${change.changeId} was made already`);
  return grounded(await examineChange(change, capabilities), carryOutChange);
}
