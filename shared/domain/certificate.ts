import type { ActivityVersion, LearningFormat, Provider } from './activity.ts';
import { canonicalJson, type Json } from './canonical-json.ts';
import type { CreditName } from './credit-name.ts';
import type {
  ActivityId,
  CertificateId,
  CivilDate,
  CreditHundredths,
  CreditTypeId,
  Instant,
  LearnerId,
  Sha256,
  TimeZone,
} from './kinds.ts';
import type { Profession } from './learner.ts';
import type { MocPoints } from './moc-facts.ts';
import { type Basis, statementsOn } from './statement.ts';

/** One kind of credit on a certificate. */
export interface CertifiedCredit {
  readonly creditType: CreditTypeId;
  /** How it is called, frozen; absent in what was certified before that was done. */
  readonly names?: CreditName;
  readonly basis: Basis;
  /** What was claimed, which is what is certified (cme.md 1c). */
  readonly amount: CreditHundredths;
  /** What the activity was designated for. */
  readonly maximum: CreditHundredths;
  readonly activityNumber?: string;
  /** What the certificate says of it, frozen; absent in what was certified before that was done. */
  readonly sentence?: string;
  readonly templateId?: string;
  readonly templateVersion?: number | string;
}

/**
 * Everything that a certificate says, frozen when the credit is awarded: a later change of the learner's name, the
 * activity or the provider leaves it as it is (experience.md, finding 3). PDF and HTML are functions of this alone, so
 * the same snapshot always has the same bytes (design, rule 5).
 */
export interface CertificateSnapshot {
  readonly certificateId: CertificateId;
  /** 1 for the first issue; a correction is the next. */
  readonly version: number;
  /** For people to quote: `CW-2026-4F7K2M`. Never a secret and never a key. */
  readonly number: string;
  readonly learnerId: LearnerId;
  /** As printed, with credentials. */
  readonly name: string;
  readonly profession: Profession;
  readonly activityId: ActivityId;
  readonly activityVersion: number;
  readonly title: string;
  readonly format: LearningFormat;
  readonly formatDetail?: string;
  readonly location?: string;
  readonly provider: Provider;
  readonly jointProvider?: string;
  /** The day of participation: of the live activity, or of completion (cme.md 1c). */
  readonly participatedOn: CivilDate;
  readonly awardedAt: Instant;
  readonly awardedOn: CivilDate;
  readonly zone: TimeZone;
  readonly credits: readonly CertifiedCredit[];
  /** Points of boards that the learner wanted reported; absent where there are none. */
  readonly moc?: readonly MocPoints[];
  /** Accreditation and designation statements, composed when the version was published. */
  readonly statements: readonly string[];
  /** Where anybody can check it: `https://…/v/{certificateId}`. */
  readonly verifyUrl: string;
}

/** What a learner's award adds to what the activity says. */
type Earned = Omit<CertificateSnapshot, 'version' | 'activityVersion' | FromActivity | 'activityId' | 'statements'>;
type FromActivity = 'title' | 'format' | 'formatDetail' | 'location' | 'provider' | 'jointProvider' | 'zone';

/** The snapshot of a first issue, frozen from the version that was passed and what was earned in it. */
export const firstSnapshot = (activity: ActivityVersion, earned: Earned): CertificateSnapshot => ({
  ...earned,
  ...{ version: 1, activityId: activity.activityId, activityVersion: activity.version },
  ...{ title: activity.title, format: activity.format, provider: activity.provider, zone: activity.zone },
  ...(activity.formatDetail && { formatDetail: activity.formatDetail }),
  ...(activity.location && { location: activity.location }),
  ...(activity.jointProvider && { jointProvider: activity.jointProvider }),
  statements: statementsOn(activity.statements, earned.credits),
});

/**
 * The id of a certificate as somebody typed it off paper: in capitals or groups, and with the letters that Crockford's base 32 leaves
 * out because they look like its digits. What is dashes alone stays so, and names no certificate.
 */
export const readCertificateId = (typed: string): CertificateId =>
  typed.toLowerCase().replaceAll(/[-_]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1') || typed;

/** `issuing` until the PDF is kept; `parked` when it cannot be printed right and staff must act. */
export const certificateStatuses = ['issuing', 'valid', 'replaced', 'suspended', 'revoked', 'parked'] as const;
export type CertificateStatus = (typeof certificateStatuses)[number];

/** A certificate with what has become of it. */
export interface Certificate {
  readonly snapshot: CertificateSnapshot;
  readonly status: CertificateStatus;
  /** Of the PDF, once it is kept. */
  readonly sha256?: Sha256;
  readonly issuedAt?: Instant;
  /** The certificate that stands in this one's place. */
  readonly replacedBy?: CertificateId;
  /** The certificate in whose place it stands. */
  readonly replaces?: CertificateId;
  readonly revokedOn?: CivilDate;
  readonly suspendedOn?: CivilDate;
  /** Why it is parked. */
  readonly reason?: string;
  /** Since when its holder keeps its verification page off; absent while anybody who has the link can open it. */
  readonly pageOffSince?: Instant;
}

/** What anybody may be shown of a certificate: while its holder keeps the page off, as little as of one that there is none of. */
export const shownToAnybody = <Of extends Pick<Certificate, 'pageOffSince'>>(
  certificate: Of | undefined,
): Of | undefined => (certificate?.pageOffSince === undefined ? certificate : undefined);

/** A certificate, or what is kept of it, with its verification page on again, or off from now. */
export function withPage<Of extends Pick<Certificate, 'pageOffSince'>>(certificate: Of, on: boolean, now: Instant): Of {
  const { pageOffSince: _, ...rest } = certificate;
  return { ...rest, ...(!on && { pageOffSince: now }) } as Of;
}

/** The object key of a certificate's PDF; it carries the hash, so that no other bytes can ever stand under it (rule 5). */
export const pdfKey = ({ certificateId, version }: CertificateSnapshot, sha256: Sha256): string =>
  `certificates/${certificateId}/v${version}/${sha256}.pdf`;

/** A snapshot as the canonical JSON that the ledger keeps the hash of. */
export const snapshotText = (snapshot: CertificateSnapshot): string => canonicalJson(snapshot as unknown as Json);

/** The heading: an award to whom it is awarded, else of participation. */
export const certificateHeading = ({ credits }: Pick<CertificateSnapshot, 'credits'>): string =>
  credits.some(({ basis }) => basis === 'awarded') ? 'Certificate of Credit' : 'Certificate of Participation';
