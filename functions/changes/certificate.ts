import { type Change, type ChangeKind, type Correction, checkChange } from '../../shared/domain/change.ts';
import type { CertificateId } from '../../shared/domain/kinds.ts';
import { cleanName, nameOnCertificate } from '../../shared/domain/learner.ts';
import { type Refusal, refuse } from '../../shared/domain/refusal.ts';
import { required } from '../records/require.ts';
import { correct } from './correct.ts';
import { type Changing, type Deed, none } from './deed.ts';
import { setStatus } from './set-status.ts';
import type { Subject } from './subject.ts';

/** What is asked of a certificate. */
export interface AskedChange {
  readonly kind: ChangeKind;
  readonly certificateId: CertificateId;
  readonly reason: string;
  readonly by: string;
  readonly correction?: Correction | undefined;
  readonly batchId?: string;
}

const unknownCertificate: Refusal = refuse({
  code: 'certificate-unknown',
  message: 'There is no such certificate.',
  remedy: 'Give the last part of the address under its QR code.',
  field: '/certificateId',
});

/**
 * A change of a certificate as it is asked for. A learner's new name never changes a certificate by itself: `reissue` is how
 * it comes onto one.
 */
export async function askedChange(asked: AskedChange, capabilities: Changing): Promise<Change> {
  const { ids, clock } = capabilities;
  const { kind, certificateId, batchId } = asked;
  const correction = kind === 'reissue' ? await renaming(certificateId, capabilities) : asked.correction;
  return {
    ...{ changeId: ids.id(), kind, certificateId, correction: correction ?? {} },
    reason: asked.reason.trim(),
    proposedBy: cleanName(asked.by),
    proposedAt: clock.now(),
    status: 'proposed',
    ...(batchId !== undefined && { batchId }),
  };
}

/** The name that the holder's profile has now, where it is another. */
async function renaming(
  certificateId: CertificateId,
  { certificates, learners }: Changing,
): Promise<Correction | undefined> {
  const snapshot = (await certificates.byId(certificateId))?.snapshot;
  if (!snapshot) return undefined;
  const { profile } = required(await learners.living(snapshot.learnerId), 'The learner of a certificate').value;
  const now = profile && nameOnCertificate(profile);
  return now === undefined || now === snapshot.name ? undefined : { name: now };
}

/** The certificate that a change is for, as it stands, or why it cannot be changed so. */
export async function examineChange(
  change: Change,
  { certificates, activities }: Changing,
): Promise<Subject['certificate'] | Refusal> {
  const certificate = await certificates.byId(change.certificateId);
  if (!certificate) return unknownCertificate;
  const { activityId, activityVersion } = certificate.snapshot;
  const [version, published] = await Promise.all([
    activities.version(activityId, activityVersion),
    change.correction.participatedOn === undefined ? undefined : activities.published(activityId),
  ]);
  const allowed = { credits: version.credits, days: [version, ...(published ? [published] : [])] };
  return checkChange(change, certificate, allowed) ?? certificate;
}

/**
 * Makes a change that was decided: certificate, award, ledger, public status list, the learner's mail and the change
 * itself, all or nothing, and starts what issues a corrected certificate. The outbox guarantees that it is started.
 */
export async function carryOutChange(
  { change, before, beside = none }: Deed<Change>,
  certificate: Subject['certificate'],
  capabilities: Changing,
): Promise<Change> {
  const { credits, changes, ledger, table, workflows } = capabilities;
  const { learnerId, activityId } = certificate.snapshot;
  const award = required(await credits.stored(learnerId, activityId), `The award of ${change.certificateId}`);
  const subject: Subject = { certificate, award };
  const { kind, decidedBy = change.proposedBy } = change;
  const made =
    kind === 'correct' || kind === 'reissue'
      ? await correct(change, subject, capabilities)
      : await setStatus(kind, change, subject, capabilities);
  const { changeId, certificateId } = change;
  await table.write([
    ...changes.settle(made.change, before),
    ...made.writes,
    ledger.audit(decidedBy, 'certificate.changed', { changeId, kind, certificateId }),
    ...beside(made.change),
  ]);
  // The sweeper starts it if this does not.
  if (made.start) await workflows.start(made.start).catch(() => undefined);
  return made.change;
}
