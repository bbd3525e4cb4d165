import { wordCredits, wordPoints } from '../../shared/domain/award-wording.ts';
import { firstSnapshot } from '../../shared/domain/certificate.ts';
import { certifiedCredits } from '../../shared/domain/claim.ts';
import { civilDateIn } from '../../shared/domain/kinds.ts';
import { nameOnCertificate } from '../../shared/domain/learner.ts';
import { derivedMoc } from '../../shared/domain/moc.ts';
import { hasReached, moveFrom } from '../../shared/domain/participation.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { awardOf, awardText } from '../../shared/domain/wallet.ts';
import { awardedData } from '../../shared/domain/webhook.ts';
import { LostRaceError, ParkError } from '../../shared/ports.ts';
import { earnedElsewhere } from '../accounts/family.ts';
import { FIRST_CYCLE } from '../records/participations.ts';
import { required } from '../records/require.ts';
import { step } from '../step.ts';

/**
 * Awards the claimed credit once; a repeat returns the first award. Credit, ledger event, certificate identity and
 * snapshot and audit entry are one transaction under a permanent natural key (design, rule 1). The outbox item that the claim
 * asked for stays as it is: it stands for the certificate too, and ends with the write that issues it.
 */
export const handler = step('award-credit', {}, async (input, capabilities) => {
  const { activities, participations, learners, credits, certificates, ledger, webhooks, table, ids, digests, config } =
    capabilities;
  const { learnerId, activityId } = input;
  const [before, awarded, end] = await Promise.all([
    participations.of(learnerId, activityId),
    credits.of(learnerId, activityId, FIRST_CYCLE),
    ledger.end(learnerId),
  ]);
  if (!before) throw new ParkError('There is no participation to award.');
  const { cycle } = before.value;
  if (awarded) return { ...input, certificateId: awarded.certificateId };

  const stage = moveFrom(before.value.stage, 'award-credit');
  // Another run of the same work awarded it between these reads: look again, and find the award.
  if (hasReached(before.value.stage, 'awarded')) throw new LostRaceError([]);
  if (isRefusal(stage)) throw new ParkError(`Nothing can be awarded: ${stage.reasons[0].message}`);
  const { claims, claimedAt, completedAt, completedOn, activityVersion, byHand, moc: wanted = [] } = before.value;
  // Everything is dated by what the learner did, so that it does not matter when the award is written.
  const awardedAt = required(claimedAt, 'The time of a claim');
  // After the end of the ledger: an account that is merged meanwhile has it moved on, and the award is judged again.
  const [account, activity] = await Promise.all([
    learners.byId(learnerId),
    activities.version(activityId, required(activityVersion, 'The version that was passed')),
  ]);
  const learner = required(account, 'The account of a claim').value;
  if (await earnedElsewhere(learner, activityId, capabilities))
    throw new ParkError('The same person was awarded this credit by another account.');
  const profile = required(learner.profile, 'The profile of a claim');
  const certified = certifiedCredits(claims ?? [], activity.credits, profile.profession);
  if (!certified)
    throw new ParkError(`The profession was changed after claiming: not everything is for a ${profile.profession}.`);
  const boards = wanted.map(({ board }) => board);
  const moc = derivedMoc(boards, activity.moc ?? [], certified);
  const certificateId = ids.id();
  const awardedOn = civilDateIn(awardedAt, activity.zone);
  const snapshot = firstSnapshot(activity, {
    certificateId,
    number: `CW-${awardedOn.slice(0, 4)}-${ids.id().slice(-8).toUpperCase()}`,
    learnerId,
    name: nameOnCertificate(profile),
    profession: profile.profession,
    participatedOn:
      activity.heldOn ??
      (byHand === undefined
        ? civilDateIn(required(completedAt, 'The time of completion'), activity.zone)
        : required(completedOn, 'The day that staff attested')),
    ...{ awardedAt, awardedOn },
    credits: wordCredits(certified, activity.templates),
    ...(moc.length > 0 && { moc: wordPoints(moc, activity.templates) }),
    verifyUrl: `${config.siteUrl}/v/${certificateId}`,
  });
  const award = awardOf(snapshot, cycle);
  await table.write([
    credits.awardOnce(award, snapshot.name),
    ...certificates.begin(snapshot),
    ...ledger.appendTo(end, 'credit.awarded', {
      ...{ activityId, activityVersion: activity.version, certificateId, awardedOn },
      credits: award.credits.map(({ creditType, amount, basis }) => ({ creditType, amount, basis })),
      ...(moc.length > 0 && { moc: moc.map(({ board, points }) => ({ board, points })) }),
      ...(byHand !== undefined && { byHand }),
      award: digests.sha256(awardText(award)),
    }),
    ledger.audit('workflow', 'credit.awarded', { learnerId, activityId, certificateId }),
    ...(await webhooks.announce('credit.awarded', awardedData(snapshot, award))),
    participations.put({ ...before.value, stage, certificateId }, before),
  ]);
  return { ...input, certificateId };
});
