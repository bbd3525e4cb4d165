import { type AnyChange, type ChangeProof, changeText } from '../../shared/domain/any-change.ts';
import type { Certificate } from '../../shared/domain/certificate.ts';
import type { CertificateId } from '../../shared/domain/kinds.ts';
import { type Move, moveFrom } from '../../shared/domain/participation.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import type { Award } from '../../shared/domain/wallet.ts';
import { LostRaceError, type Write } from '../../shared/ports.ts';
import type { Capabilities } from '../capabilities.ts';
import { awardWorkId } from '../outbox/restart.ts';
import type { CertificateState } from '../records/certificates.ts';
import type { Stored } from '../records/rows.ts';

export type Deciding = Capabilities<Record<never, never>>;

/** A certificate that a change is made to, with the award that it certifies. */
export interface Subject {
  readonly certificate: Certificate & { readonly state: Stored<CertificateState> };
  readonly award: Stored<Award>;
}

/** What the ledger says of a change, so that its words cannot be altered later. */
export const proofOf = (change: AnyChange, { digests }: Pick<Deciding, 'digests'>): ChangeProof => ({
  changeId: change.changeId,
  change: digests.sha256(changeText(change)),
});

const isUnissued = ({ status }: Subject['certificate']): boolean => status === 'issuing' || status === 'parked';

/** The writes that end the work which was to issue a certificate that will not be issued any more. */
async function ended({ snapshot, state }: Subject['certificate'], { outbox }: Deciding): Promise<readonly Write[]> {
  const { workId = awardWorkId(snapshot.learnerId, snapshot.activityId) } = state.value;
  const work = await outbox.work(workId);
  return work && work.value.status !== 'done' ? [outbox.finish(work)] : [];
}

/**
 * The writes that let the learner's participation follow: on to the corrected certificate, or, when one that was never
 * issued is revoked, to its end. Nothing that was parked for the old one stays so.
 */
export async function followUp(
  { certificate }: Subject,
  replacement: CertificateId | undefined,
  capabilities: Deciding,
): Promise<readonly Write[]> {
  const { participations } = capabilities;
  const { learnerId, activityId } = certificate.snapshot;
  if (replacement === undefined && !isUnissued(certificate)) return [];
  const before = await participations.of(learnerId, activityId);
  if (!before) throw new Error(`The participation of the certificate ${certificate.snapshot.certificateId} is missing`);
  const move: Move = replacement === undefined ? 'issue-certificate' : 'correct-certificate';
  const stage = moveFrom(before.value.stage, move);
  // It was issued since the certificate was read: look again.
  if (isRefusal(stage)) throw new LostRaceError([]);
  const { parked: _, ...standing } = before.value;
  return [
    ...(isUnissued(certificate) ? await ended(certificate, capabilities) : []),
    participations.put(
      { ...standing, stage, ...(replacement !== undefined && { certificateId: replacement }) },
      before,
    ),
  ];
}
