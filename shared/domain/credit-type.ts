import { type CreditName, type CreditTypeId, creditNames } from './credit-name.ts';
import type { CreditHundredths } from './kinds.ts';
import type { Profession } from './learner.ts';

/**
 * The rules of a kind of credit, as data: what can be checked without knowing the activity or the person.
 * Sources: `cme.md` 1a (units and rounding) and 1b (wording).
 */
export interface CreditTypeRule {
  /** Claims are whole multiples of this. */
  readonly step: CreditHundredths;
  /** How a provider's minutes become a designation; a claim is never rounded, it is refused. */
  readonly rounding: 'nearest' | 'down';
  /** Claimed by judgement, up to the maximum ("commensurate with the extent of participation"), or earned whole. */
  readonly claiming: 'commensurate' | 'whole';
  /** Who is awarded it. */
  readonly awardedTo: readonly Profession[];
  /**
   * What anybody else gets. `attendance`: a certificate that says the activity *was designated for* the credit, never
   * that it was awarded (cme.md 1b, non-physician certificate). `refused`: nothing, with the reason.
   */
  readonly others: 'attendance' | 'refused';
}

const rules = {
  'ama-pra-category-1': {
    step: 25,
    rounding: 'nearest',
    claiming: 'commensurate',
    awardedTo: ['physician'],
    others: 'attendance',
  },
  'aapa-category-1': {
    step: 25,
    rounding: 'nearest',
    claiming: 'commensurate',
    awardedTo: ['physician-assistant'],
    others: 'refused',
  },
  'ancc-contact-hour': {
    step: 1,
    rounding: 'down',
    claiming: 'commensurate',
    awardedTo: ['nurse'],
    others: 'refused',
  },
  'acpe-contact-hour': {
    step: 25,
    rounding: 'down',
    claiming: 'commensurate',
    awardedTo: ['pharmacist'],
    others: 'refused',
  },
} as const satisfies Record<CreditTypeId, CreditTypeRule>;

export { type CreditTypeId, creditPhrase, formatCredit } from './credit-name.ts';

/** Every kind of credit that the software knows the names and rules of, by its id. */
export const creditTypes: Readonly<Record<CreditTypeId, CreditName & CreditTypeRule>> = {
  'ama-pra-category-1': { ...creditNames['ama-pra-category-1'], ...rules['ama-pra-category-1'] },
  'aapa-category-1': { ...creditNames['aapa-category-1'], ...rules['aapa-category-1'] },
  'ancc-contact-hour': { ...creditNames['ancc-contact-hour'], ...rules['ancc-contact-hour'] },
  'acpe-contact-hour': { ...creditNames['acpe-contact-hour'], ...rules['acpe-contact-hour'] },
};

export const creditTypeIds = Object.keys(creditTypes) as [CreditTypeId, ...CreditTypeId[]];
