import type { Statement } from './activity.ts';
import { type CreditName, creditPhrase } from './credit-name.ts';
import type { CreditType } from './credit-rule.ts';
import type { CreditHundredths, CreditTypeId } from './kinds.ts';
import type { Profession } from './learner.ts';

/** Whether a credit is awarded to a profession, or only its attendance is attested. */
export type Basis = 'awarded' | 'attendance';

/** What a profession gets for a kind of credit; nothing where it is refused. */
export function basisFor(
  { awardedTo, others }: Pick<CreditType, 'awardedTo' | 'others'>,
  profession: Profession,
): Basis | undefined {
  if (awardedTo === 'everyone' || awardedTo.includes(profession)) return 'awarded';
  return others === 'attendance' ? 'attendance' : undefined;
}

/**
 * The sentence of a certificate. A physician *is awarded* what was claimed; for anybody else the activity *was
 * designated for* the credit (cme.md 1b and 1c: credits actually claimed, not the designated maximum).
 */
export const awardSentence = (
  names: CreditName,
  basis: Basis,
  amount: CreditHundredths,
  maximum: CreditHundredths,
): string =>
  basis === 'awarded'
    ? `and is awarded ${creditPhrase(names, amount)}`
    : `The activity was designated for ${creditPhrase(names, maximum)}`;

/** The duty of whoever claims, shown above the button that claims (cme.md 1b). */
export function claimAttestation({ claiming, awardedTo }: Pick<CreditType, 'claiming' | 'awardedTo'>): string {
  if (claiming === 'whole') return 'Claim credit that is awarded whole only if you took part in the whole activity.';
  return awardedTo[0] === 'physician'
    ? 'Physicians should claim only the credit commensurate with the extent of their participation in the activity.'
    : 'Claim only the credit commensurate with the extent of your participation in the activity.';
}

/**
 * The statements that a certificate prints: of the designations, those of the credit that it certifies. A nurse's certificate
 * of contact hours says nothing of what the activity offers to others.
 */
export const statementsOn = (
  statements: readonly Statement[],
  credits: readonly { readonly creditType: CreditTypeId }[],
): readonly string[] =>
  statements
    .filter(({ onCertificate, kind, creditType }) => {
      const elsewhere = kind === 'designation' && creditType !== undefined;
      return onCertificate && (!elsewhere || credits.some((credit) => credit.creditType === creditType));
    })
    .map(({ text }) => text);
