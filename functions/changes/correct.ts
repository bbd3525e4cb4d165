import type { ActivityVersion } from '../../shared/domain/activity.ts';
import { wordCredits, wordPoints } from '../../shared/domain/award-wording.ts';
import type { CertificateSnapshot } from '../../shared/domain/certificate.ts';
import type { Change, Correction } from '../../shared/domain/change.ts';
import { certifiedCredits } from '../../shared/domain/claim.ts';
import type { CertificateId } from '../../shared/domain/kinds.ts';
import { derivedMoc } from '../../shared/domain/moc.ts';
import type { BoardId } from '../../shared/domain/moc-boards.ts';
import { statementsOn } from '../../shared/domain/statement.ts';
import { awardOf, awardText } from '../../shared/domain/wallet.ts';
import { type Deciding, followUp, proofOf, type Subject } from './subject.ts';

/** The snapshot of the version that a correction makes. Its dates of award stay: credit counts from when it was earned. */
function corrected(
  { name, profession, participatedOn, credits }: Correction,
  before: CertificateSnapshot,
  activity: ActivityVersion,
  wished: readonly BoardId[],
  identity: Pick<CertificateSnapshot, 'certificateId' | 'verifyUrl'>,
): CertificateSnapshot {
  const bearer = { name: name ?? before.name, profession: profession ?? before.profession };
  const certified =
    credits !== undefined || bearer.profession !== before.profession
      ? certifiedCredits(credits ?? before.credits, activity.credits, bearer.profession)
      : before.credits;
  if (!certified) throw new Error('A correction was approved that certifies what the activity does not offer');
  const { moc: former = [], ...kept } = before;
  // Points follow from credit, also when it is corrected; a board that was never asked for does not come in. One that was is not
  // forgotten with the points that another correction took away.
  const boards = [...wished, ...former.map(({ board }) => board)];
  const same = certified === before.credits;
  const derived = bearer.profession === 'physician' ? derivedMoc(boards, activity.moc ?? [], certified) : [];
  const moc = same ? former : wordPoints(derived, activity.templates);
  return {
    ...kept,
    ...(moc.length > 0 && { moc }),
    ...bearer,
    ...identity,
    participatedOn: participatedOn ?? before.participatedOn,
    credits: same ? before.credits : wordCredits(certified, activity.templates),
    // Other credit has other designations; what only its bearer or day was wrong of keeps its wording.
    statements: same ? before.statements : statementsOn(activity.statements, certified),
    version: before.version + 1,
  };
}

/**
 * The writes that put a corrected certificate in the place of another, and ask for it to be issued. The old one says so
 * from that moment: what two people found wrong must not be believed while the new one is printed.
 */
export async function correct(change: Change, subject: Subject, capabilities: Deciding) {
  const { activities, participations, certificates, credits, ledger, outbox, statusList, digests, ids, config } =
    capabilities;
  const { snapshot, state, pageOffSince } = subject.certificate;
  const { learnerId, activityId } = snapshot;
  const certificateId: CertificateId = ids.id();
  const [activity, participation] = await Promise.all([
    activities.version(activityId, snapshot.activityVersion),
    participations.of(learnerId, activityId),
  ]);
  const wished = (participation?.value.moc ?? []).map(({ board }) => board);
  const verifyUrl = `${config.siteUrl}/v/${certificateId}`;
  const next = corrected(change.correction, snapshot, activity, wished, { certificateId, verifyUrl });
  const award = awardOf(next, subject.award.value.cycle);
  const made: Change = { ...change, replacement: certificateId };
  const start = { door: 'award' as const, workId: `correct-${change.changeId}`, learnerId, activityId };
  const writes = [
    certificates.putState(
      snapshot.certificateId,
      { ...state.value, status: 'replaced', replacedBy: certificateId },
      state,
    ),
    ...certificates.begin(next, {
      ...{ replaces: snapshot.certificateId, workId: start.workId },
      // What its holder turned off, no correction opens again.
      ...(pageOffSince !== undefined && { pageOffSince }),
    }),
    credits.put(award, subject.award, next.name),
    ...(await ledger.append(learnerId, 'certificate.corrected', {
      ...{ certificateId: snapshot.certificateId, replacedBy: certificateId, activityId },
      credits: award.credits.map(({ creditType, amount, basis }) => ({ creditType, amount, basis })),
      ...(next.moc && { moc: next.moc.map(({ board, points }) => ({ board, points })) }),
      award: digests.sha256(awardText(award)),
      ...proofOf(made, capabilities),
    })),
    ...(await statusList.mark(snapshot.certificateId, 'revocation', true)),
    ...(await followUp(subject, certificateId, capabilities)),
    outbox.ask(start),
  ];
  return { change: made, writes, start };
}
