import { sameClaims } from '../../../shared/domain/claim.ts';
import { hasReached } from '../../../shared/domain/participation.ts';
import { accountsOf, type Contents, claimsIn, eventsOf, type Say } from '../contents.ts';
import type { Witness } from '../witness.ts';
import { versionsOf } from './change.ts';

/** Each claim that was acknowledged is the one that stands; each has one award, certificate and ledger event. */
export function checkAwards(contents: Contents, witness: Witness, say: Say): void {
  for (const { email, activityId, claims, boards, certificateId } of witness.claims) {
    const accounts = accountsOf(contents, email);
    const courses = contents.participations.filter(
      (one) => accounts.includes(one.learnerId) && one.activityId === activityId,
    );
    // What was earned by one account and revoked may be earned by another.
    const claimed = courses.filter((one) => sameClaims(one.claims ?? [], claims));
    const certified = claimed.find((one) =>
      versionsOf(contents, one).some((each) => each.certificateId === certificateId),
    );
    // Whoever has their account erased and makes another may claim the same once more, for other boards.
    const alike = claimed.find(({ moc = [] }) => moc.length === boards);
    const own = certified ?? alike ?? claimed[0] ?? courses[0];
    if (!sameClaims(own?.claims ?? [], claims)) say(`A claim of ${email} was acknowledged and does not stand`);
    if ((own?.moc?.length ?? 0) !== boards) say(`${email} has other boards than were acknowledged`);
    const versions = own ? versionsOf(contents, own) : [];
    if (certificateId !== undefined && !versions.some((version) => version.certificateId === certificateId))
      if (certificateId !== own?.certificateId)
        say(`${email} was told of the certificate ${String(certificateId)} and has ${own?.certificateId}`);
  }
  const awardedEvents = eventsOf(contents, 'credit.awarded');
  const claimedEvents = claimsIn(contents);
  for (const { learnerId, activityId, stage, claims = [], moc = [], certificateId } of contents.participations) {
    const of = <Thing extends { learnerId: string; activityId: string }>(things: readonly Thing[]) =>
      things.filter((thing) => thing.learnerId === learnerId && thing.activityId === activityId);
    const [claimed, awarded] = [hasReached(stage, 'claimed') ? 1 : 0, hasReached(stage, 'awarded') ? 1 : 0];
    const found = [of(claimedEvents), of(awardedEvents), of(contents.awards), of(contents.snapshots)].map(
      (all) => all.length,
    );
    const versions = versionsOf(contents, { learnerId, activityId });
    const corrections = Math.max(0, versions.length - 1);
    if (found.join() !== [claimed, awarded, awarded, awarded + corrections].join())
      say(
        `${learnerId} is ${stage} and has ${found.join(', ')} claims, awards in the ledger, credits and certificates`,
      );
    const [award] = of(contents.awards);
    if (!award) continue;
    // What was corrected is held to its certificate instead.
    const stands = corrections > 0 ? (versions.at(-1)?.credits ?? []) : claims;
    if (!sameClaims(award.credits, stands)) say(`${learnerId} was awarded something else than was claimed`);
    const credit = stands.find(({ creditType }) => creditType === 'ama-pra-category-1')?.amount ?? 0;
    const points = award.moc?.reduce((sum, one) => sum + one.points, 0) ?? 0;
    // The sample's board counts halves, and no more than one.
    if (points !== (moc.length > 0 && credit >= 50 ? 50 : 0)) say(`${learnerId} has ${points} points for ${credit}`);
    if (
      contents.audit.filter(
        ({ type, data }) => type === 'credit.awarded' && data.certificateId === versions[0]?.certificateId,
      ).length !== 1
    )
      say(`The award of ${certificateId} is not audited once`);
  }
  const wishes = contents.participations.filter(({ moc }) => moc !== undefined);
  if (contents.identities.length !== wishes.length)
    say(`${wishes.length} claims asked for points, and ${contents.identities.length} say who they are to a board`);
}
