import { formatCredit } from '../../components/credit.ts';
import type { Claimable } from '../screens/activity-types.ts';

/** Above so many steps a number is typed rather than picked from a list. */
const LONGEST_LIST = 40;

/** Every amount that may be claimed, in hundredths, least first; nothing where a list would be too long to pick from. */
export function amountsOf({ step, maximum, whole }: Pick<Claimable, 'step' | 'maximum' | 'whole'>): readonly number[] {
  if (whole || step <= 0) return [maximum];
  const steps = Math.floor(maximum / step);
  return steps > LONGEST_LIST ? [] : Array.from({ length: steps }, (_, index) => (index + 1) * step);
}

/** An amount as it is typed, in hundredths; undefined where it is no number. `1.25` and `1,25` are 125. */
export function hundredthsOf(typed: string): number | undefined {
  if (!/^\d{1,4}(?:[.,]\d{1,2})?$/.test(typed.trim())) return undefined;
  return Math.round(Number(typed.trim().replace(',', '.')) * 100);
}

const noun = ({ unit }: Claimable['names'], amount: number): string => `${unit}${amount === 100 ? '' : 's'}`;

/** What the button says that claims: `Claim 1.25 credits`, or how many kinds where their units are the same. */
export function claimWords(
  chosen: readonly { readonly offer: Pick<Claimable, 'names' | 'basis'>; readonly amount: number | undefined }[],
): string {
  if (chosen.length > 0 && chosen.every(({ offer }) => offer.basis === 'attendance')) return 'Claim certificate';
  const amounts = chosen.flatMap(({ offer, amount }) =>
    amount === undefined || offer.basis === 'attendance'
      ? []
      : [`${formatCredit(amount)} ${noun(offer.names, amount)}`],
  );
  if (amounts.length === 0) return 'Claim credit';
  const units = new Set(chosen.map(({ offer }) => offer.names.unit));
  return units.size < chosen.length ? `Claim ${chosen.length} kinds of credit` : `Claim ${amounts.join(' and ')}`;
}
