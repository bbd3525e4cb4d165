import type { CreditOffer } from './activity.ts';
import type { CertifiedCredit } from './certificate.ts';
import { creditPhrase, formatCredit, nameIn, ruleOf } from './credit-type.ts';
import type { Profession } from './learner.ts';
import type { Claim } from './participation.ts';
import { type Reason, type Refusal, refuse, refuseFor } from './refusal.ts';
import { type Basis, basisFor } from './statement.ts';

/** Everything that is wrong with one line of a claim. */
function faultsOf(
  claim: Claim,
  index: number,
  offers: readonly CreditOffer[],
  profession: Profession,
): readonly Reason[] {
  const { creditType, amount } = claim;
  const about = (part: string): { field: string } => ({ field: `/claims/${index}/${part}` });
  const offer = offers.find((candidate) => candidate.creditType === creditType);
  if (!offer)
    return [
      {
        code: 'credit-not-offered',
        message: 'This activity does not offer that kind of credit.',
        remedy: `Choose from: ${offers.map((candidate) => ruleOf(candidate).plural).join(', ')}.`,
        ...about('creditType'),
      },
    ];
  const rule = ruleOf(offer);
  const { step, plural, claiming } = rule;
  const reasons: Reason[] = [];
  if (!basisFor(rule, profession))
    reasons.push({
      code: 'credit-not-for-profession',
      message: `${plural} are not for your profession.`,
      remedy: 'Claim a kind of credit that fits your profession, or correct the profession in your profile.',
      ...about('creditType'),
    });
  if (amount <= 0)
    reasons.push({
      code: 'amount-not-positive',
      message: 'The amount must be more than zero.',
      remedy: `Claim at least ${formatCredit(step)}.`,
      ...about('amount'),
    });
  if (amount % step !== 0)
    reasons.push({
      code: 'amount-off-step',
      message: `${plural} are claimed in steps of ${formatCredit(step)}.`,
      remedy: `Claim a multiple of ${formatCredit(step)}.`,
      ...about('amount'),
    });
  if (amount > offer.maximum)
    reasons.push({
      code: 'amount-above-maximum',
      message: `This activity is designated for a maximum of ${creditPhrase(rule, offer.maximum)}.`,
      remedy: `Claim at most ${formatCredit(offer.maximum)}.`,
      ...about('amount'),
    });
  if (claiming === 'whole' && amount !== offer.maximum)
    reasons.push({
      code: 'amount-not-whole',
      message: `${plural} are awarded whole.`,
      remedy: `Claim ${formatCredit(offer.maximum)}.`,
      ...about('amount'),
    });
  return reasons;
}

/** Says everything that is wrong with a claim (integer hundredths throughout), or nothing when it can be awarded. */
export function checkClaims(
  claims: readonly Claim[],
  offers: readonly CreditOffer[],
  profession: Profession,
): Refusal | undefined {
  if (claims.length === 0)
    return refuse({
      code: 'claim-empty',
      message: 'Nothing is claimed.',
      remedy: 'Claim at least one kind of credit.',
      field: '/claims',
    });
  const twice = claims
    .map(({ creditType }, index) => ({ creditType, index }))
    .filter(({ creditType, index }) => claims.findIndex((claim) => claim.creditType === creditType) < index)
    .map(({ index }) => ({
      code: 'credit-claimed-twice',
      message: 'The same kind of credit stands twice in this claim.',
      remedy: 'Claim each kind of credit once.',
      field: `/claims/${index}/creditType`,
    }));
  return refuseFor([...claims.flatMap((claim, index) => faultsOf(claim, index, offers, profession)), ...twice]);
}

/** What claims certify to a profession, by the activity's offers; nothing when one of them is not for it. */
export function certifiedCredits(
  claims: readonly Claim[],
  offers: readonly CreditOffer[],
  profession: Profession,
): readonly CertifiedCredit[] | undefined {
  const certified = claims.map(({ creditType, amount }) => {
    const offer = offers.find((candidate) => candidate.creditType === creditType);
    if (!offer) return undefined;
    const { maximum, activityNumber } = offer;
    const rule = ruleOf(offer);
    const basis = basisFor(rule, profession);
    return (
      basis && {
        ...{ creditType, names: nameIn(rule), basis, amount, maximum },
        ...(activityNumber !== undefined && { activityNumber }),
      }
    );
  });
  return certified.every((credit) => credit !== undefined) ? certified : undefined;
}

/** Whether two claims are for the same credit. */
export const sameClaims = (one: readonly Claim[], other: readonly Claim[]): boolean =>
  one.length === other.length &&
  one.every((claim) =>
    other.some(({ creditType, amount }) => creditType === claim.creditType && amount === claim.amount),
  );

/** Whether a credit is of some professions, and not one that goes with each of theirs. */
const isOwn = (offer: CreditOffer): boolean => ruleOf(offer).awardedTo !== 'everyone';

/**
 * The credits of an activity that a profession can claim: those that are awarded to it, and mere attendance where none of
 * them is its own. What is awarded to everyone, such as IPCE, goes with either.
 */
export function offersFor(offers: readonly CreditOffer[], profession: Profession): readonly CreditOffer[] {
  const of = (basis: Basis) => offers.filter((offer) => basisFor(ruleOf(offer), profession) === basis);
  const own = of('awarded').filter(isOwn);
  const teams = of('awarded').filter((offer) => !isOwn(offer));
  return [...(own.length > 0 ? own : of('attendance')), ...teams];
}
