import * as z from 'zod/mini';
import { type Change, checkChange, checkDecision } from '../../shared/domain/change.ts';
import { cleanName } from '../../shared/domain/learner.ts';
import { type Refusal, refuse } from '../../shared/domain/refusal.ts';
import { stepFunctions } from '../adapters/step-functions.ts';
import { handlerOver } from '../capabilities.ts';
import { carryOut } from '../changes/carry-out.ts';
import { againAfterLostRaces } from '../races.ts';
import { required } from '../records/require.ts';

const input = z.object({
  changeId: z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^[^#]*$/)),
  approve: z.boolean(),
  by: z.string(),
  reason: z.optional(z.string()),
});

/** What became of a decision. */
export type Decided =
  | { readonly outcome: 'done' | 'rejected'; readonly change: Change }
  | { readonly outcome: 'refused'; readonly reasons: Refusal['reasons'] };

/** Approves a change that waits, which makes it, or rejects it. What has changed meanwhile is looked at again. */
export const handler = handlerOver(
  { workflows: stepFunctions },
  (capabilities) =>
    (event: unknown): Promise<Decided> => {
      const { certificates, activities, changes, ledger, table, clock } = capabilities;
      const { changeId, approve, by, reason } = z.parse(input, event);
      return againAfterLostRaces(async () => {
        const before = await changes.byId(changeId);
        if (!before) return { outcome: 'refused', reasons: unknownChange.reasons };
        const refusal = checkDecision(before.value, { by, approve });
        if (refusal) return { outcome: 'refused', reasons: refusal.reasons };
        const { kind, certificateId } = before.value;
        const decision = { decidedBy: cleanName(by), decidedAt: clock.now() };
        if (!approve) {
          const because = reason?.trim() ? { rejectedBecause: reason.trim() } : {};
          const change: Change = { ...before.value, ...decision, ...because, status: 'rejected' };
          await table.write([
            changes.put(change, before),
            ledger.audit(decision.decidedBy, 'change.rejected', { changeId, kind, certificateId }),
          ]);
          return { outcome: 'rejected', change };
        }
        const certificate = required(await certificates.byId(certificateId), `The certificate ${certificateId}`);
        const { activityId, activityVersion } = certificate.snapshot;
        const { credits } = await activities.version(activityId, activityVersion);
        const outdated = checkChange(before.value, certificate, credits);
        if (outdated) return { outcome: 'refused', reasons: outdated.reasons };
        const decided: Change = { ...before.value, ...decision, status: 'done' };
        return { outcome: 'done', change: await carryOut(decided, before, certificate, capabilities) };
      });
    },
);

const unknownChange: Refusal = refuse({
  code: 'change-unknown',
  message: 'There is no such change.',
  remedy: 'wallet changes lists those that wait.',
  field: '/changeId',
});
