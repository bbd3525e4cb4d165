import type { CertificateStatus } from '../../../shared/domain/certificate.ts';
import type { Change, ChangeKind } from '../../../shared/domain/change.ts';
import { type Contents, dataOf, type Say } from '../contents.ts';
import type { Witness } from '../witness.ts';

/** The versions of the certificate of an award, in their order. */
export const versionsOf = ({ snapshots }: Contents, of: { readonly learnerId: string; readonly activityId: string }) =>
  snapshots
    .filter(({ learnerId, activityId }) => learnerId === of.learnerId && activityId === of.activityId)
    .toSorted((one, two) => one.version - two.version);

const makes: Readonly<Record<ChangeKind, CertificateStatus>> = {
  correct: 'replaced',
  reissue: 'replaced',
  revoke: 'revoked',
  suspend: 'suspended',
  restore: 'valid',
};

/**
 * What was done to a certificate, in the order of the ledger, whose entries are numbered; the clocks of two who decide may be minutes
 * apart.
 */
export function changesInOrder(contents: Contents, certificateId: string): readonly Change[] {
  const changes = new Map(contents.changes.map((change) => [change.changeId, change]));
  return contents.ledger
    .toSorted((one, two) => one.seq - two.seq)
    .map(({ data }) => changes.get(dataOf<{ readonly changeId?: string }>(data).changeId ?? ''))
    .filter((change) => change !== undefined && change.certificateId === certificateId) as readonly Change[];
}

/** What was made of a certificate that no longer stands as it was issued; nothing where it does. */
export function statusAfter(contents: Contents, certificateId: string): CertificateStatus | undefined {
  const last = changesInOrder(contents, certificateId).at(-1);
  return last && makes[last.kind];
}

/**
 * Each change that was acknowledged is made, once: a correction makes one version, which stands in the place of the one
 * before, and of all versions one counts.
 */
export function checkChanges(contents: Contents, witness: Witness, say: Say): void {
  for (const { changeId, certificateId, kind } of witness.changes) {
    const change = contents.changes.find((one) => one.changeId === changeId);
    if (change?.status !== 'done') say(`The change ${kind} of ${certificateId} was acknowledged and is not made`);
  }
  const replaced = contents.changes.filter(({ status, kind }) => status === 'done' && makes[kind] === 'replaced');
  const replacements = contents.states.filter(({ replaces }) => replaces !== undefined);
  if (replacements.length !== replaced.length)
    say(`${replaced.length} corrections were made, and there are ${replacements.length} corrected certificates`);
  for (const award of contents.awards) {
    const versions = versionsOf(contents, award);
    const states = versions.map(({ certificateId }) =>
      contents.states.find((one) => one.certificateId === certificateId),
    );
    for (const [place, state] of states.entries()) {
      const next = versions[place + 1];
      if (next && (state?.status !== 'replaced' || state.replacedBy !== next.certificateId))
        say(`${state?.certificateId} is ${state?.status} and has a later version`);
    }
    const last = versions.at(-1);
    if (award.certificateId !== last?.certificateId) say(`The award of ${award.learnerId} is of another certificate`);
    const status = states.at(-1)?.status;
    const made = statusAfter(contents, award.certificateId);
    if (made === 'replaced') say(`${award.certificateId} was corrected and has no later version`);
    else if (made !== undefined && made !== 'valid' && status !== made)
      say(`${award.certificateId} was made ${made} and is ${status}`);
    const standing = award.standing ?? 'valid';
    if ((status === 'revoked' || status === 'suspended' ? status : 'valid') !== standing)
      say(`The certificate ${award.certificateId} is ${status}, and its credit ${standing}`);
  }
}
