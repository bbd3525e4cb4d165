import type { Change } from '../../shared/domain/change.ts';
import { civilDateIn } from '../../shared/domain/kinds.ts';
import { type Award, awardText } from '../../shared/domain/wallet.ts';
import { statusData } from '../../shared/domain/webhook.ts';
import type { CertificateState } from '../records/certificates.ts';
import { changeMailKey } from '../views/change-mail-key.ts';
import { type Deciding, followUp, proofOf, type Subject } from './subject.ts';

/** What each makes of a certificate, and how the ledger, the learner's mail and the public status list call it. */
const outcomes = {
  revoke: { status: 'revoked', event: 'certificate.revoked', purpose: 'revocation' },
  suspend: { status: 'suspended', event: 'certificate.suspended', purpose: 'suspension' },
  restore: { status: 'valid', event: 'certificate.restored', purpose: 'suspension' },
} as const;
export type StatusChange = keyof typeof outcomes;

/** The writes that revoke, suspend or restore a certificate, and queue the mail that tells the learner. */
export async function setStatus(kind: StatusChange, change: Change, subject: Subject, capabilities: Deciding) {
  const { certificates, credits, ledger, outbox, statusList, webhooks, clock, digests } = capabilities;
  const { snapshot, state } = subject.certificate;
  const { certificateId, learnerId } = snapshot;
  const { status, event, purpose } = outcomes[kind];
  const now = clock.now();
  const today = civilDateIn(now, snapshot.zone);
  const { suspendedOn: _, reason: __, ...standing } = state.value;
  const next: CertificateState = {
    ...standing,
    status,
    ...(status === 'revoked' && { revokedOn: today }),
    ...(status === 'suspended' && { suspendedOn: today }),
  };
  const { standing: ___, ...earned } = subject.award.value;
  const award: Award = status === 'valid' ? earned : { ...earned, standing: status };
  const hash = digests.sha256(awardText(award));
  const mail = { messageKey: changeMailKey(change.changeId), kind: event, certificateId, learnerId, tries: 0 };
  const writes = [
    certificates.putState(certificateId, next, state),
    credits.put(award, subject.award, snapshot.name),
    ...(await ledger.append(
      learnerId,
      event,
      { certificateId, on: today, award: hash, ...proofOf(change, capabilities) },
      now,
    )),
    ...(await statusList.mark(certificateId, purpose, kind !== 'restore')),
    ...(await webhooks.announce(event, statusData(snapshot, { on: today, changeId: change.changeId }))),
    ...(await followUp(subject, undefined, capabilities)),
    outbox.putMail({ ...mail, status: 'queued', createdAt: now, dueAt: now }),
  ];
  return { change, writes, start: undefined };
}
