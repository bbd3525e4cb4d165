import type { ActivityContent } from '../authoring/activity-content.ts';
import { wordCredits } from '../domain/award-wording.ts';
import { type CertificateSnapshot, firstSnapshot } from '../domain/certificate.ts';
import { certifiedCredits, offersFor } from '../domain/claim.ts';
import { frozen } from '../domain/credit-type.ts';
import { civilDateIn, type Instant } from '../domain/kinds.ts';
import type { Profession } from '../domain/learner.ts';

/** Nobody can have that name (RFC 2606), so whoever scans the code of a preview gets nowhere. */
const nowhere = 'https://preview.invalid/v/not-a-certificate';

/** The certificate of somebody who claims everything that the activity offers a profession, today. */
export function previewSnapshot(
  { activity }: ActivityContent,
  { name, profession, now }: { readonly name: string; readonly profession: Profession; readonly now: Instant },
): CertificateSnapshot {
  const version = {
    ...activity,
    ...{ version: 1, publishedAt: now, credits: activity.credits.map(frozen) },
  };
  const claims = offersFor(version.credits, profession).map(({ creditType, maximum }) => ({
    creditType,
    amount: maximum,
  }));
  const today = civilDateIn(now, activity.zone);
  return firstSnapshot(version, {
    ...{ certificateId: 'preview', number: 'CW-0000-PREVIEW', learnerId: 'nobody', verifyUrl: nowhere },
    ...{ name, profession, participatedOn: activity.heldOn ?? today, awardedAt: now, awardedOn: today },
    credits: wordCredits(certifiedCredits(claims, version.credits, profession) ?? [], version.templates),
  });
}
