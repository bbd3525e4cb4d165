import * as z from 'zod/mini';
import { type Change, type Correction, changeKinds, checkChange, takesTwo } from '../../shared/domain/change.ts';
import { cleanName, nameOnCertificate, professions } from '../../shared/domain/learner.ts';
import { type Refusal, refuse } from '../../shared/domain/refusal.ts';
import { stepFunctions } from '../adapters/step-functions.ts';
import { handlerOver } from '../capabilities.ts';
import { carryOut } from '../changes/carry-out.ts';
import { againAfterLostRaces } from '../races.ts';
import { required } from '../records/require.ts';

const input = z.object({
  kind: z.enum(changeKinds),
  certificateId: z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^[^#]*$/)),
  reason: z.string(),
  by: z.string(),
  correction: z.optional(
    z.object({
      name: z.optional(z.string()),
      profession: z.optional(z.enum(professions)),
      participatedOn: z.optional(z.string()),
      credits: z.optional(z.array(z.object({ creditType: z.string(), amount: z.int() }))),
    }),
  ),
});

/** What became of a proposal: it waits for a second person, it is done, or it is refused with every reason. */
export type Proposed =
  | { readonly outcome: 'proposed' | 'done'; readonly change: Change }
  | { readonly outcome: 'refused'; readonly reasons: Refusal['reasons'] };

/**
 * Asks for a change of a certificate. Where an amount or a person changes it waits for a second person; else it is made at
 * once. A learner's new name never changes a certificate by itself: `reissue` is how it comes onto one.
 */
export const handler = handlerOver(
  { workflows: stepFunctions },
  (capabilities) =>
    (event: unknown): Promise<Proposed> => {
      const { certificates, activities, learners, changes, ledger, table, clock, ids } = capabilities;
      const asked = z.parse(input, event);
      const { kind, certificateId } = asked;
      return againAfterLostRaces(async () => {
        const certificate = await certificates.byId(certificateId);
        if (!certificate) return refused(unknownCertificate);
        const { snapshot } = certificate;
        const activity = await activities.version(snapshot.activityId, snapshot.activityVersion);
        const profile = required(await learners.byId(snapshot.learnerId), 'The learner of a certificate').value.profile;
        const correction =
          kind === 'reissue' && profile
            ? renamed(snapshot.name, nameOnCertificate(profile))
            : ((asked.correction ?? {}) as Correction);
        const change: Change = {
          ...{ changeId: ids.id(), kind, certificateId, correction },
          reason: asked.reason.trim(),
          proposedBy: cleanName(asked.by),
          proposedAt: clock.now(),
          status: 'proposed',
        };
        const refusal = checkChange(change, certificate, activity.credits);
        if (refusal) return refused(refusal);
        if (takesTwo(change)) {
          await table.write([
            changes.put(change),
            ledger.audit(change.proposedBy, 'change.proposed', { changeId: change.changeId, kind, certificateId }),
          ]);
          return { outcome: 'proposed', change };
        }
        const { proposedBy: decidedBy, proposedAt: decidedAt } = change;
        const decided: Change = { ...change, status: 'done', decidedBy, decidedAt };
        return { outcome: 'done', change: await carryOut(decided, undefined, certificate, capabilities) };
      });
    },
);

const unknownCertificate: Refusal = refuse({
  code: 'certificate-unknown',
  message: 'There is no such certificate.',
  remedy: 'Give the last part of the address under its QR code.',
  field: '/certificateId',
});

const refused = ({ reasons }: Refusal): Proposed => ({ outcome: 'refused', reasons });

const renamed = (printed: string, now: string): Correction => (printed === now ? {} : { name: now });
