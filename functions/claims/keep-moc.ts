import { decideConsent } from '../../shared/domain/consent.ts';
import type { ActivityId, Instant, LearnerId } from '../../shared/domain/kinds.ts';
import type { MocRequest, PermittedMoc } from '../../shared/domain/moc-facts.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import type { Write } from '../../shared/ports.ts';
import type { Capabilities } from '../capabilities.ts';

/**
 * What a claim keeps of wishes for points: in the participation which boards were permitted, apart from it who the learner is
 * to them, and the permission itself where it does not stand already. The wishes were checked.
 */
export async function keepMoc(
  wanted: readonly MocRequest[],
  {
    learnerId,
    activityId,
    at,
  }: { readonly learnerId: LearnerId; readonly activityId: ActivityId; readonly at: Instant },
  { consents, boardIdentities }: Capabilities<Record<never, never>>,
): Promise<{ readonly moc?: readonly PermittedMoc[]; readonly writes: readonly Write[] }> {
  const [first] = wanted;
  if (!first) return { writes: [] };
  const given = { purpose: 'board-reporting', given: true, wording: first.wording } as const;
  const decided = decideConsent(await consents.of(learnerId), given, at);
  const identities = wanted.map(({ board, boardId, birthMonthDay }) => ({ board, boardId, birthMonthDay }));
  return {
    moc: wanted.map(({ board }) => ({ board, permittedAt: at })),
    writes: [
      await boardIdentities.keepOnce(learnerId, activityId, identities),
      ...(decided && !isRefusal(decided) ? [consents.add(learnerId, decided)] : []),
    ],
  };
}
