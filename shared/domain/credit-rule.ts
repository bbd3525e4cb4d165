import type { CreditName } from './credit-name.ts';
import type { CreditHundredths, CreditTypeId } from './kinds.ts';
import type { Profession } from './learner.ts';

/**
 * A kind of credit with its rules, as data. Publishing freezes it into the offers of a version (design, rule 3): what is
 * claimed and certified goes by what stood there then, whatever the rule becomes.
 */
export interface CreditType extends CreditName {
  readonly creditType: CreditTypeId;
  /** Claims are whole multiples of this. */
  readonly step: CreditHundredths;
  /** How a provider's minutes become a designation; a claim is never rounded, it is refused. */
  readonly rounding: 'nearest' | 'down';
  /** What one credit stands for. */
  readonly minutes: number;
  /** Claimed by judgement, up to the maximum ("commensurate with the extent of participation"), or earned whole. */
  readonly claiming: 'commensurate' | 'whole';
  /** Who is awarded it. What is for everyone goes with the credit of one's own profession, and never in its place. */
  readonly awardedTo: readonly Profession[] | 'everyone';
  /**
   * What anybody else gets. `attendance`: a certificate that says the activity *was designated for* the credit, never
   * that it was awarded (cme.md 1b, non-physician certificate). `refused`: nothing, with the reason.
   */
  readonly others: 'attendance' | 'refused';
  /** The most that an activity can be designated for, where there is such a limit. */
  readonly most?: CreditHundredths;
  /** The same for activities of a format, by the name of the format. */
  readonly mostByFormat?: Readonly<Record<string, CreditHundredths>>;
  /** The accreditation that it can be given under, where only some will do. */
  readonly accreditations?: readonly string[];
  /** The number that the activity has with whoever accredits it, without which it gives none. */
  readonly number?: { readonly name: string; readonly example: string; readonly pattern?: string };
  /** How many of it are one continuing education unit (CEU), where its statements say that too. */
  readonly perCeu?: number;
  /** The wording of its designation, with places to fill, where there is no template for the type. */
  readonly designation?: string;
}
