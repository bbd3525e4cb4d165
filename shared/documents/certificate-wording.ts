import { formatNameOf } from '../domain/activity.ts';
import { pointsSentenceOf, sentenceOf } from '../domain/award-wording.ts';
import { type CertificateSnapshot, type CertifiedCredit, certificateHeading } from '../domain/certificate.ts';
import { longDate } from '../domain/long-date.ts';

/** One credit as the certificate says it. */
export interface CreditLine {
  readonly sentence: string;
  readonly activityNumber?: string;
}

/** What a certificate says, in words: the PDF and the public page print these and no others. */
export interface CertificateWording {
  readonly heading: string;
  readonly opening: string;
  readonly name: string;
  readonly participation: string;
  readonly title: string;
  /** `9 March 2026`, with the place where there is one. */
  readonly occasion: string;
  readonly credits: readonly CreditLine[];
  /** Accreditation and designation statements, in small print. */
  readonly statements: readonly string[];
  readonly provider: string;
  readonly jointProvider?: string;
  readonly participatedOn: string;
  readonly awardedOn: string;
  /** What the second date is called: nobody reads "awarded" on a certificate of attendance (cme.md 1b). */
  readonly awardedLabel: 'Awarded' | 'Issued';
}

// "… and is awarded" goes on from the title; a designation is a sentence of its own, and comes after.
const isAwarded = ({ basis }: CertifiedCredit): boolean => basis === 'awarded';

const lineOf = (credit: CertifiedCredit): CreditLine => ({
  sentence: sentenceOf(credit),
  ...(credit.activityNumber ? { activityNumber: credit.activityNumber } : {}),
});

/** Puts a snapshot into words. @throws RangeError when a date is no civil date. */
export function certificateWording(snapshot: CertificateSnapshot): CertificateWording {
  const { name, title, location, participatedOn, awardedOn, credits, provider, jointProvider, moc = [] } = snapshot;
  const day = longDate(participatedOn);
  return {
    heading: certificateHeading(snapshot),
    opening: 'This certifies that',
    name,
    participation: `has participated in the ${formatNameOf(snapshot)} titled`,
    title,
    occasion: location ? `on ${day} · ${location}` : `on ${day}`,
    credits: [
      ...credits.filter(isAwarded).map(lineOf),
      ...moc.map((points) => ({ sentence: pointsSentenceOf(points) })),
      ...credits.filter((credit) => !isAwarded(credit)).map(lineOf),
    ],
    statements: snapshot.statements,
    provider: provider.name,
    ...(jointProvider ? { jointProvider: `Provided jointly with ${jointProvider}` } : {}),
    participatedOn: day,
    awardedOn: longDate(awardedOn),
    awardedLabel: credits.some(isAwarded) ? 'Awarded' : 'Issued',
  };
}
