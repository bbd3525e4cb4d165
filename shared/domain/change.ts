import type { CreditOffer } from './activity.ts';
import { canonicalJson } from './canonical-json.ts';
import type { CertificateSnapshot, CertificateStatus } from './certificate.ts';
import { checkClaims } from './claim.ts';
import { askingFaults, type Decision } from './decision.ts';
import type { CertificateId, CivilDate } from './kinds.ts';
import { cleanName, type Profession } from './learner.ts';
import type { Claim } from './participation.ts';
import { type Days, dayFaults } from './participation-day.ts';
import { type Reason, type Refusal, refuse, refuseFor } from './refusal.ts';

/**
 * What staff do to a certificate that was issued. `correct`: a new version says it otherwise and stands in the old one's
 * place. `reissue`: the same with the name that the learner's profile has now. `revoke` is for good; `suspend` until
 * `restore`. Nothing is ever deleted or rewritten (design, rule 4).
 */
export const changeKinds = ['correct', 'reissue', 'revoke', 'suspend', 'restore'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What a new version says otherwise; what is absent stays as it is. */
export interface Correction {
  /** As printed, with credentials. */
  readonly name?: string;
  readonly profession?: Profession;
  readonly participatedOn?: CivilDate;
  /** All that shall be certified, in the place of all that is. */
  readonly credits?: readonly Claim[];
}

/** A change of a certificate that somebody asked for, with what became of it. */
export interface Change extends Decision {
  readonly kind: ChangeKind;
  readonly certificateId: CertificateId;
  readonly correction: Correction;
  /** The certificate that a correction made. */
  readonly replacement?: CertificateId;
}

/**
 * Whether a change takes two people: where an amount or a person changes (issue; trust.md 2, "Admin error, insider"). What
 * was suspended by mistake is restored by one, and a date or a print is mended by one.
 */
export const changeTakesTwo = ({ kind, correction }: Pick<Change, 'kind' | 'correction'>): boolean =>
  kind === 'revoke' ||
  correction.name !== undefined ||
  correction.profession !== undefined ||
  correction.credits !== undefined;

/** Which certificates a change is for. What is being issued or waits for staff is real already, and can be wrong. */
const standsFor: Readonly<Record<ChangeKind, readonly CertificateStatus[]>> = {
  correct: ['valid', 'issuing', 'parked'],
  reissue: ['valid', 'issuing', 'parked'],
  revoke: ['valid', 'suspended', 'issuing', 'parked'],
  suspend: ['valid'],
  restore: ['suspended'],
};

const statusReasons: Readonly<Record<CertificateStatus, Pick<Reason, 'message' | 'remedy'>>> = {
  valid: { message: 'The certificate is valid.', remedy: 'There is nothing to restore.' },
  issuing: { message: 'The certificate is being issued.', remedy: 'Try again in a minute.' },
  parked: {
    message: 'The certificate could not be issued and waits for staff.',
    remedy: 'Correct or revoke it, or start it again: wallet parked.',
  },
  replaced: {
    message: 'The certificate was replaced by a corrected one.',
    remedy: 'Change the one that stands in its place.',
  },
  suspended: { message: 'The certificate is suspended.', remedy: 'Restore or revoke it.' },
  revoked: {
    message: 'The certificate was revoked, which is for good.',
    remedy: 'It cannot be taken back. What is in doubt is better suspended first.',
  },
};

/** What an activity allows a certificate to say. */
export interface Allowed {
  /** Of the version that the certificate is of. */
  readonly credits: readonly CreditOffer[];
  /** The days of that version, and of the one that is published now: a wrong day is mended there first. */
  readonly days: readonly Days[];
}

/** What is wrong with another day of participation. What was begun in time may be finished until the award. */
function otherDayFaults(day: CivilDate, { awardedOn }: CertificateSnapshot, days: readonly Days[]): readonly Reason[] {
  const [faults = [], ...more] = days.map((each) =>
    dayFaults(day, each, { last: awardedOn, field: '/correction/participatedOn' }),
  );
  if (more.some(({ length }) => length === 0)) return [];
  return faults.map((fault) =>
    fault.code === 'date-not-held'
      ? { ...fault, remedy: `${fault.remedy} If it was held on another day, publish the activity with that day first.` }
      : fault,
  );
}

/** What a new version would say, by what it corrects. */
function correctionFaults(
  correction: Correction,
  snapshot: CertificateSnapshot,
  { credits: offers, days }: Allowed,
): readonly Reason[] {
  const { name, profession = snapshot.profession, participatedOn, credits } = correction;
  const faults: Reason[] = [];
  if (name !== undefined && (name !== cleanName(name) || name === '' || name.length > 200))
    faults.push({
      code: 'name-not-printable',
      message: 'The name has control characters, double spaces, or the wrong length.',
      remedy: 'Give the name as it shall be printed, in up to 200 characters.',
      field: '/correction/name',
    });
  if (participatedOn !== undefined && participatedOn !== snapshot.participatedOn)
    faults.push(...otherDayFaults(participatedOn, snapshot, days));
  const certified = snapshot.credits.map(({ creditType, amount }) => ({ creditType, amount }));
  const claims = credits === undefined && profession === snapshot.profession ? [] : (credits ?? certified);
  if (credits !== undefined || claims.length > 0)
    faults.push(
      ...(checkClaims(claims, offers, profession)?.reasons ?? []).map(
        ({ field = '', ...reason }): Reason => ({
          ...reason,
          field: field.replace('/claims', '/correction/credits'),
        }),
      ),
    );
  return faults;
}

const says = ({ name, profession, participatedOn, credits }: CertificateSnapshot): string =>
  canonicalJson({
    ...{ name, profession, participatedOn },
    credits: credits.map(({ creditType, amount }) => ({ creditType, amount })),
  });

/** Whether a correction would make a version that says what the present one says. */
const changesNothing = (correction: Correction, snapshot: CertificateSnapshot): boolean =>
  says({ ...snapshot, ...(correction as Partial<CertificateSnapshot>) }) === says(snapshot);

/** Says everything that speaks against a change of a certificate as it stands, or nothing when it can be made. */
export function checkChange(
  change: Pick<Change, 'kind' | 'reason' | 'correction' | 'proposedBy'>,
  certificate: { readonly status: CertificateStatus; readonly snapshot: CertificateSnapshot },
  allowed: Allowed,
): Refusal | undefined {
  const { kind, correction } = change;
  const { status, snapshot } = certificate;
  if (!standsFor[kind].includes(status))
    return refuse({ code: `certificate-${status}`, ...statusReasons[status], field: '/certificateId' });
  return refuseFor([
    ...askingFaults(change),
    ...correctionFaults(correction, snapshot, allowed),
    ...(kind === 'correct' && changesNothing(correction, snapshot)
      ? [
          {
            code: 'correction-empty',
            message: 'The correction changes nothing.',
            remedy: 'Say what shall be otherwise: the name, the profession, the day, or the credits.',
            field: '/correction',
          },
        ]
      : []),
  ]);
}
