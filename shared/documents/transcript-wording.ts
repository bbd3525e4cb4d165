import { type CreditTypeId, creditTypeIds, knownType } from '../domain/credit-type.ts';
import type { Basis } from '../domain/statement.ts';
import type { Standing, Transcript } from '../domain/transcript.ts';

/** What a profession got. Attendance is certified, yet it is no credit and has no amount. */
export const basisWords: Readonly<Record<Basis, string>> = { awarded: 'Awarded', attendance: 'Attendance' };

export const standingWords: Readonly<Record<Standing, string>> = {
  valid: 'Valid',
  replaced: 'Replaced',
  suspended: 'Suspended',
  revoked: 'Revoked',
};

/** How a kind is called that was asked for, also where the transcript has no credit of it. */
export function askedKind(type: CreditTypeId, { lines }: Pick<Transcript, 'lines'>): string {
  const line = lines.find(({ creditType }) => creditType === type);
  return line?.names.plural ?? (creditTypeIds.includes(type) ? knownType(type).plural : type);
}
