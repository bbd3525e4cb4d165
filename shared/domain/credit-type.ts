import { builtInTypes, type SettablePart } from './built-in-credit-types.ts';
import type { CreditName } from './credit-name.ts';
import type { CreditType } from './credit-rule.ts';
import type { CreditHundredths, CreditTypeId } from './kinds.ts';

export { creditPhrase, formatCredit } from './credit-name.ts';
export type { CreditTypeId } from './kinds.ts';

const byId: ReadonlyMap<CreditTypeId, CreditType> = new Map(builtInTypes.map(({ rule }) => [rule.creditType, rule]));

/** The kinds of credit that the software knows, in the order in which they are listed. */
export const creditTypeIds = [...byId.keys()] as [CreditTypeId, ...CreditTypeId[]];

/** A kind of credit that the software knows. @throws Error for any other */
export function knownType(creditType: CreditTypeId): CreditType {
  const type = byId.get(creditType);
  if (!type) throw new Error(`The rules of the credit “${creditType}” stand nowhere`);
  return type;
}

/** What of a known kind of credit a provider may set otherwise. */
export const settableOf = (creditType: CreditTypeId): readonly SettablePart[] =>
  builtInTypes.find(({ rule }) => rule.creditType === creditType)?.settable ?? [];

/**
 * The rules that an offer goes by: those that were frozen into it. What was written before rules were frozen goes by the
 * known ones; it is left as it is, because ledgers hold its hash.
 */
export const ruleOf = (offer: { readonly creditType: CreditTypeId; readonly rule?: CreditType }): CreditType =>
  offer.rule ?? knownType(offer.creditType);

/** How a credit is called that was certified or awarded; of what was written before names were frozen, the known names. */
export const namesOf = (credit: { readonly creditType: CreditTypeId; readonly names?: CreditName }): CreditName =>
  credit.names ?? nameIn(knownType(credit.creditType));

/** The names alone, as what certifies a credit keeps them. */
export const nameIn = ({ name, plural, unit }: CreditName): CreditName => ({ name, plural, unit });

/** Freezes the rules of a kind of credit into an offer of it. */
export const frozen = <Offer extends { readonly creditType: CreditTypeId; readonly rule?: CreditType }>(
  offer: Offer,
): Offer & { readonly rule: CreditType } => ({ ...offer, rule: ruleOf(offer) });

/** What so many minutes are worth, rounded to the type's step by its rule (cme.md 1a: 60 minutes are 1 credit). */
export function creditForMinutes({ step, rounding, minutes }: CreditType, spent: number): CreditHundredths {
  const steps = (spent * 100) / (minutes * step);
  return step * (rounding === 'nearest' ? Math.round(steps) : Math.floor(steps));
}

/** The known kinds in their order, a provider's own after them. */
export function byCreditType(a: CreditTypeId, b: CreditTypeId): number {
  const place = (creditType: CreditTypeId): number =>
    creditTypeIds.includes(creditType) ? creditTypeIds.indexOf(creditType) : creditTypeIds.length;
  return place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0);
}
