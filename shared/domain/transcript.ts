import type { LearningFormat } from './activity.ts';
import { type Certificate, shownToAnybody } from './certificate.ts';
import type { CreditName } from './credit-name.ts';
import { byCreditType, namesOf } from './credit-type.ts';
import {
  type CertificateId,
  type CivilDate,
  type CreditHundredths,
  type CreditTypeId,
  type Instant,
  idPattern,
  isCivilDate,
} from './kinds.ts';
import { type Reason, type Refusal, refuseFor } from './refusal.ts';
import type { Basis } from './statement.ts';

/** What somebody wants to see of a transcript; what is absent is not narrowed down. */
export interface AskedScope {
  readonly from?: CivilDate;
  readonly to?: CivilDate;
  readonly types?: readonly CreditTypeId[];
}

/** What a transcript covers: days of participation, both included, and kinds of credit; absent, every kind. */
export interface TranscriptScope extends AskedScope {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** What has become of the certificate that proves a line. A certificate that is still being prepared is valid credit. */
export type Standing = 'valid' | 'replaced' | 'suspended' | 'revoked';

/** One credit of one certificate. */
export interface TranscriptLine {
  /** As the certificate prints it; a learner’s name may have been another then. */
  readonly name: string;
  /** The day that boards count by: of the live activity, or of completion (cme.md 1c). */
  readonly participatedOn: CivilDate;
  readonly awardedOn: CivilDate;
  readonly title: string;
  /** Transcripts must name the format as certificates do (cme.md 1b). */
  readonly format: LearningFormat;
  readonly formatDetail?: string;
  readonly provider: string;
  readonly jointProvider?: string;
  readonly creditType: CreditTypeId;
  /** As its certificate calls it. */
  readonly names: CreditName;
  readonly basis: Basis;
  readonly amount: CreditHundredths;
  /** What the line adds to the totals: nothing where it is attendance, or its certificate does not stand. */
  readonly counted: CreditHundredths;
  readonly number: string;
  readonly certificateId: CertificateId;
  /** Absent while its holder keeps its verification page off: the link would lead to no certificate. */
  readonly verifyUrl?: string;
  readonly standing: Standing;
}

export interface TypeTotal {
  readonly creditType: CreditTypeId;
  /** As the latest of them is called. */
  readonly names: CreditName;
  readonly amount: CreditHundredths;
}

/** Of one kind in one year of participation. */
export interface YearTotal extends TypeTotal {
  readonly year: number;
}

/** Everything that a transcript says but whose it is and when it was made. Every rendering is a function of this. */
export interface Transcript {
  readonly scope: TranscriptScope;
  /** Newest first. */
  readonly lines: readonly TranscriptLine[];
  /** By kind over the whole range. Kinds are never added up: no board accepts their sum. */
  readonly totals: readonly TypeTotal[];
  /** By kind and year, newest year first. */
  readonly years: readonly YearTotal[];
}

/** What a query or form asks for, by the names of its parameters; kinds of credit are parted by commas. */
export interface ScopeFields {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly types?: string | undefined;
}

const dateReason = (field: 'from' | 'to', text: string): readonly Reason[] =>
  text === '' || isCivilDate(text)
    ? []
    : [
        {
          code: 'date-unreadable',
          message: `The date “${text.slice(0, 40)}” is not a day of the calendar.`,
          remedy: 'Write it as year, month and day, like 2026-03-09.',
          field: `/${field}`,
        },
      ];

/** Reads what is asked for; refuses with every parameter that is wrong, and how to mend it. */
export function readScope({ from = '', to = '', types = '' }: ScopeFields): AskedScope | Refusal {
  const wanted = types.split(',').filter((type) => type !== '');
  const unknown = wanted.filter((type) => !idPattern.test(type));
  const dates = [...dateReason('from', from), ...dateReason('to', to)];
  const refusal = refuseFor([
    ...dates,
    ...(dates.length === 0 && from !== '' && to !== '' && from > to
      ? [
          {
            code: 'range-reversed',
            message: 'The last day lies before the first day.',
            remedy: 'Choose a last day that is the first day or later.',
            field: '/to',
          },
        ]
      : []),
    ...(unknown.length > 0
      ? [
          {
            code: 'credit-type-unknown',
            message: `“${unknown.join(', ').slice(0, 60)}” names no kind of credit.`,
            remedy: 'Name kinds by their ids, parted by commas, like ama-pra-category-1.',
            field: '/types',
          },
        ]
      : []),
  ]);
  if (refusal) return refusal;
  return {
    ...(from !== '' && { from }),
    ...(to !== '' && { to }),
    // In one order and each once, so that the same question always has the same address and the same answer.
    ...(wanted.length > 0 && { types: [...new Set(wanted)].toSorted(byCreditType) }),
  };
}

const standingOf = ({ status }: Certificate): Standing =>
  status === 'replaced' || status === 'suspended' || status === 'revoked' ? status : 'valid';

function linesOf(certificate: Certificate): readonly TranscriptLine[] {
  const { name, participatedOn, awardedOn, title, format, provider, jointProvider, ...snapshot } = certificate.snapshot;
  const { number, certificateId, verifyUrl } = snapshot;
  const shown = shownToAnybody(certificate) !== undefined;
  const standing = standingOf(certificate);
  return snapshot.credits.map(({ creditType, names, basis, amount }) => ({
    ...{ name, participatedOn, awardedOn, title, format, provider: provider.name },
    ...(snapshot.formatDetail && { formatDetail: snapshot.formatDetail }),
    ...(jointProvider && { jointProvider }),
    ...{
      creditType,
      names: namesOf({ creditType, ...(names && { names }) }),
      basis,
      amount,
      number,
      certificateId,
      standing,
    },
    ...(shown && { verifyUrl }),
    counted: standing === 'valid' && basis === 'awarded' ? amount : 0,
  }));
}

const descending = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);

const newestFirst = (a: TranscriptLine, b: TranscriptLine): number =>
  descending(a.participatedOn, b.participatedOn) ||
  descending(a.awardedOn, b.awardedOn) ||
  descending(b.number, a.number) ||
  byCreditType(a.creditType, b.creditType);

/** The sums of what counts, by a key of the line. */
function sumsBy(
  lines: readonly TranscriptLine[],
  keyOf: (line: TranscriptLine) => string,
): readonly (readonly [first: TranscriptLine, amount: CreditHundredths])[] {
  const counting = lines.filter(({ counted }) => counted > 0);
  return [...Map.groupBy(counting, keyOf).values()].flatMap(([first, ...others]) =>
    first ? [[first, others.reduce((sum, { counted }) => sum + counted, first.counted)] as const] : [],
  );
}

const yearOf = ({ participatedOn }: TranscriptLine): number => Number(participatedOn.slice(0, 4));

/** Days of the calendar sort as text. */
const sorted = (first: CivilDate, others: readonly CivilDate[]): readonly [CivilDate, CivilDate] => {
  const all = [first, ...others].toSorted();
  return [all[0] ?? first, all.at(-1) ?? first];
};

/**
 * A learner's transcript out of their certificates, those that do not stand included: they are listed and never totalled.
 * A range that is left open goes from the first participation to `today`.
 */
export function transcriptOf(
  certificates: readonly Certificate[],
  { from, to, types }: AskedScope,
  today: CivilDate,
): Transcript {
  const ofTypes = certificates
    .flatMap(linesOf)
    .filter(({ creditType }) => types === undefined || types.includes(creditType));
  const days = ofTypes.map(({ participatedOn }) => participatedOn);
  const [, last] = sorted(from ?? today, [today, ...days]);
  const until = to ?? last;
  const [first] = sorted(until, days);
  const since = from ?? first;
  const lines = ofTypes
    .filter(({ participatedOn }) => since <= participatedOn && participatedOn <= until)
    .toSorted(newestFirst);
  return {
    scope: { from: since, to: until, ...(types && { types }) },
    lines,
    totals: sumsBy(lines, ({ creditType }) => creditType)
      .map(([{ creditType, names }, amount]) => ({ creditType, names, amount }))
      .toSorted((a, b) => byCreditType(a.creditType, b.creditType)),
    years: sumsBy(lines, (line) => `${yearOf(line)} ${line.creditType}`)
      .map(([line, amount]) => ({ creditType: line.creditType, names: line.names, year: yearOf(line), amount }))
      .toSorted((a, b) => b.year - a.year || byCreditType(a.creditType, b.creditType)),
  };
}

/** What is printed: a transcript, whose it is, when it was made, and who says so. */
export interface PrintedTranscript {
  readonly transcript: Transcript;
  /** As on certificates now. */
  readonly name: string;
  readonly madeAt: Instant;
  readonly providerName: string;
}
