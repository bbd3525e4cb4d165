import type { CreditHundredths } from './kinds.ts';

/** How a kind of credit is called. Apart from its rules, so that the learner's screens carry no more than they say. */
export interface CreditName {
  /** As it stands in statements, in the singular and the plural. The AMA's mark includes its ™. */
  readonly name: string;
  readonly plural: string;
  readonly unit: 'credit' | 'contact hour';
}

const names = {
  'ama-pra-category-1': {
    name: 'AMA PRA Category 1 Credit™',
    plural: 'AMA PRA Category 1 Credits™',
    unit: 'credit',
  },
  'aapa-category-1': { name: 'AAPA Category 1 CME credit', plural: 'AAPA Category 1 CME credits', unit: 'credit' },
  'ancc-contact-hour': { name: 'ANCC contact hour', plural: 'ANCC contact hours', unit: 'contact hour' },
  'acpe-contact-hour': { name: 'ACPE contact hour', plural: 'ACPE contact hours', unit: 'contact hour' },
} as const satisfies Record<string, CreditName>;

export type CreditTypeId = keyof typeof names;

export const creditNames: Readonly<Record<CreditTypeId, CreditName>> = names;

/** An amount as people read it, in hundredths made decimal: 125 is `1.25`, 100 is `1`, 50 is `0.5`. */
export const formatCredit = (amount: CreditHundredths): string => String(amount / 100);

/** An amount with its unit in the right number: `1 AMA PRA Category 1 Credit™`, `1.25 ANCC contact hours`. */
export const creditPhrase = (creditType: CreditTypeId, amount: CreditHundredths): string =>
  `${formatCredit(amount)} ${creditNames[creditType][amount === 100 ? 'name' : 'plural']}`;
