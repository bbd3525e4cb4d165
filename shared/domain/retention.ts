import type { CertificateSnapshot } from './certificate.ts';
import { type CivilDate, isCivilDate } from './kinds.ts';

/** Accreditors want participation verifiable for six years from the activity; a year more lets no audit come too late (trust.md 4). */
const RETENTION_YEARS = 7;

/** The day from which a certificate need not be verifiable any more: seven years after the activity. */
export function retentionEnds({ participatedOn }: Pick<CertificateSnapshot, 'participatedOn'>): CivilDate {
  const [year = '', rest = ''] = [participatedOn.slice(0, 4), participatedOn.slice(4)];
  const day = `${Number(year) + RETENTION_YEARS}${rest}`;
  // 29 February has an anniversary in leap years alone.
  return isCivilDate(day) ? day : `${day.slice(0, 4)}-03-01`;
}

/** A kind of data, why it is kept and for how long, in words for whom it is about. */
export interface Kept {
  readonly what: string;
  readonly why: string;
  readonly until: string;
}

/** Everything that is kept about a learner. */
export const kept: readonly Kept[] = [
  {
    what: 'Your certificates and credit: name and credentials as printed, activity, kinds and amounts of credit, dates',
    why: 'Accreditors require the provider to be able to verify your participation for six years.',
    until: `${RETENTION_YEARS} years from the date of the activity, even after you erase your account`,
  },
  {
    what: 'Your ledger: which steps you completed and when, by numbers and without your name',
    why: 'It proves that no credit was added, changed or taken away unseen.',
    until: 'For good; it holds no name, address or answer',
  },
  {
    what: 'Your e-mail address',
    why: 'You sign in with it, and the award e-mail goes to it.',
    until: 'Until you erase your account',
  },
  {
    what: 'Your profile: name, profession, credentials',
    why: 'The next certificates print it, and it decides which kinds of credit you can claim.',
    until: 'Until you erase your account',
  },
  {
    what: 'Your attempts with your answers and results',
    why: 'They are graded, and you can look at them again.',
    until: 'Until you erase your account',
  },
  {
    what: 'Your board IDs with the month and day of your birth, where you asked for points for maintenance of certification',
    why: 'Your board knows you by them, and only it is told.',
    until: 'Until you erase your account',
  },
  {
    what: 'Your sign-ins: when each began and ends, and which browser it was in a few words, as “Firefox on Windows”',
    why: 'A signed-in browser stays signed in, and you can tell it from your others.',
    until: '30 days from signing in',
  },
  {
    what: 'Your permissions with their history',
    why: 'So that it can be shown what you allowed and when.',
    until: 'Until the last of your certificates need not be verifiable any more',
  },
  {
    what: 'Your Course Evaluations',
    why: 'They improve the activities.',
    until:
      'For good; they are stored without anything that says whose they are, so nobody can show, change or erase yours',
  },
];
