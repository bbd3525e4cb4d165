import { creditPhrase } from '../../../shared/domain/credit-name.ts';
import type { Wallet } from './types.ts';

export type Credit = Wallet['credits'][number];

/** What a credit in the wallet comes to, in words. Attendance is certified, yet it is no credit and has no amount. */
export const creditWords = ({ basis, names, amount }: Pick<Credit, 'basis' | 'names' | 'amount'>): string =>
  basis === 'awarded' ? creditPhrase(names, amount) : 'Participation certified';

/** A certificate as a list shows it: what the credits on it have in common, and what each comes to. */
export interface CertificateEntry {
  readonly certificateId: string;
  readonly title: string;
  readonly awardedOn: string;
  readonly words: readonly string[];
  /** Absent while it counts. */
  readonly standing?: Credit['standing'];
}

/** The certificates of a wallet, in the order of its credits. */
export function certificatesOf(credits: readonly Credit[]): readonly CertificateEntry[] {
  const byId = Map.groupBy(credits, ({ certificateId }) => certificateId);
  return [...byId].map(([certificateId, group]) => ({
    certificateId,
    title: group[0]?.title ?? '',
    awardedOn: group[0]?.awardedOn ?? '',
    words: [...new Set(group.map(creditWords))],
    ...(group[0]?.standing && { standing: group[0].standing }),
  }));
}

/** Certificates below the year in which each was awarded, in the order that they come in. */
export const byYear = (
  entries: readonly CertificateEntry[],
): readonly (readonly [string, readonly CertificateEntry[]])[] => [
  ...Map.groupBy(entries, ({ awardedOn }) => awardedOn.slice(0, 4)),
];
