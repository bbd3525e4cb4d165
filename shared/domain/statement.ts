import { type CreditTypeId, creditPhrase, creditTypes } from './credit-type.ts';
import type { CreditHundredths } from './kinds.ts';
import type { Profession } from './learner.ts';

/** Whether a credit is awarded to a profession, or only its attendance is attested. */
export type Basis = 'awarded' | 'attendance';

/** What a profession gets for a kind of credit; nothing where it is refused. */
export function basisFor(creditType: CreditTypeId, profession: Profession): Basis | undefined {
  const { awardedTo, others } = creditTypes[creditType];
  if (awardedTo.includes(profession)) return 'awarded';
  return others === 'attendance' ? 'attendance' : undefined;
}

/**
 * The sentence of a certificate. A physician *is awarded* what was claimed; for anybody else the activity *was
 * designated for* the credit (cme.md 1b and 1c: credits actually claimed, not the designated maximum).
 */
export const awardSentence = (
  creditType: CreditTypeId,
  basis: Basis,
  amount: CreditHundredths,
  maximum: CreditHundredths,
): string =>
  basis === 'awarded'
    ? `and is awarded ${creditPhrase(creditType, amount)}`
    : `The activity was designated for ${creditPhrase(creditType, maximum)}`;

/** The duty of whoever claims a commensurate credit, shown above the button that claims (cme.md 1b). */
export const claimAttestation = (creditType: CreditTypeId): string =>
  creditTypes[creditType].awardedTo[0] === 'physician'
    ? 'Physicians should claim only the credit commensurate with the extent of their participation in the activity.'
    : 'Claim only the credit commensurate with the extent of your participation in the activity.';
