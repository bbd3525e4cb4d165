import type { Basis } from '../domain/statement.ts';
import type { Standing } from '../domain/transcript.ts';

/** What a profession got. Attendance is certified, yet it is no credit and has no amount. */
export const basisWords: Readonly<Record<Basis, string>> = { awarded: 'Awarded', attendance: 'Attendance' };

export const standingWords: Readonly<Record<Standing, string>> = {
  valid: 'Valid',
  replaced: 'Replaced',
  suspended: 'Suspended',
  revoked: 'Revoked',
};
