import type { CreditHundredths, PointHundredths } from './kinds.ts';

/** How a kind of credit is called. Frozen into whatever certifies it, so that a name of later changes none of before. */
export interface CreditName {
  /** As it stands in statements, in the singular and the plural. The AMA's mark includes its ™. */
  readonly name: string;
  readonly plural: string;
  /** What one of it is called on its own, in the singular: `credit`, `contact hour`. */
  readonly unit: string;
}

/** An amount of credit or of points as people read it, in hundredths made decimal: 125 is `1.25`, 100 is `1`, 50 is `0.5`. */
export const formatCredit = (amount: CreditHundredths | PointHundredths): string => String(amount / 100);

/** An amount with its unit in the right number: `1 AMA PRA Category 1 Credit™`, `1.25 ANCC contact hours`. */
export const creditPhrase = (names: Pick<CreditName, 'name' | 'plural'>, amount: CreditHundredths): string =>
  `${formatCredit(amount)} ${amount === 100 ? names.name : names.plural}`;
