import { type Assessment, askedCount } from './assessment.ts';
import type { CreditType } from './credit-rule.ts';
import type { Evaluation } from './evaluation.ts';
import {
  type ActivityId,
  type AssessmentId,
  type CivilDate,
  type CreditHundredths,
  type CreditTypeId,
  civilDateIn,
  type Instant,
  isCivilDate,
  type Sha256,
  type TimeZone,
} from './kinds.ts';
import { longDate } from './long-date.ts';
import type { MocOffer } from './moc-facts.ts';
import { type Reason, type Refusal, refuse, refuseFor } from './refusal.ts';
import type { OwnWordings } from './template.ts';
import type { Signatory } from './theme.ts';

/** How an activity is offered; the AMA wants the format named in the designation statement (cme.md 1b). */
export const learningFormats = {
  'enduring-material': 'enduring material',
  'live-activity': 'live activity',
  'internet-live': 'live internet activity',
  'regularly-scheduled-series': 'live activity (regularly scheduled series)',
  'journal-based': 'journal-based CME activity',
  other: 'other activity',
} as const;
export type LearningFormat = keyof typeof learningFormats;

/** A format in words. What is *other* or blended is named, here, on certificates and on transcripts (cme.md 1b). */
export const formatNameOf = (activity: { readonly format: LearningFormat; readonly formatDetail?: string }): string =>
  learningFormats[activity.format] + (activity.formatDetail ? ` (${activity.formatDetail})` : '');

/** What a learner must know before the start of taking part, beside the dates (cme.md 1c, enduring material). */
export interface TakingPart {
  readonly medium: string;
  readonly method: string;
  /** Hardware and software. */
  readonly requirements: string;
  readonly privacy: string;
}

export interface CreditOffer {
  readonly creditType: CreditTypeId;
  /** Its rules, frozen when the version was published; absent in what was published before that was done. */
  readonly rule?: CreditType;
  readonly maximum: CreditHundredths;
  /** ACPE's Universal Activity Number and the like, printed in the statement. */
  readonly activityNumber?: string;
}

export interface Faculty {
  readonly name: string;
  readonly credentials?: string;
  readonly role?: string;
  readonly disclosure: string;
}

/** A statement that is shown before the start and, where `onCertificate`, printed. Composed when a version is published. */
export interface Statement {
  readonly kind: 'accreditation' | 'designation' | 'disclosure' | 'support' | 'other';
  readonly text: string;
  readonly onCertificate: boolean;
  readonly creditType?: CreditTypeId;
  /** The template that it was composed from; absent where the provider wrote the statement out. */
  readonly templateId?: string;
  readonly templateVersion?: number | string;
}

export interface Provider {
  readonly name: string;
  readonly signatory: Signatory;
  /** Who signs beside the first. */
  readonly cosignatories?: readonly Signatory[];
  /** The hash of how its certificates look; without one they have the plain look. */
  readonly theme?: Sha256;
  readonly address?: string;
  /** Where a learner asks for help. */
  readonly contact: string;
}

/** Everybody who signs a provider's certificates, in the order in which they stand there. */
export const signatoriesOf = ({ signatory, cosignatories = [] }: Provider): readonly Signatory[] => [
  signatory,
  ...cosignatories,
];

/**
 * A published version of an activity. Publishing freezes it: attempts and awards pin `version`, and nothing of it is ever
 * changed (design, rule 3). The answer keys are kept apart (`AnswerKey`).
 */
export interface ActivityVersion {
  readonly activityId: ActivityId;
  readonly version: number;
  readonly publishedAt: Instant;
  readonly title: string;
  readonly summary: string;
  readonly format: LearningFormat;
  /** What kind of other or blended activity it is. */
  readonly formatDetail?: string;
  readonly provider: Provider;
  readonly jointProvider?: string;
  readonly zone: TimeZone;
  /** First and last day on which an attempt may be started, both inclusive, in `zone`. */
  readonly opensOn: CivilDate;
  readonly closesOn: CivilDate;
  /** When it was last reviewed; enduring material must say so (cme.md 1c). */
  readonly reviewedOn?: CivilDate;
  /**
   * The day of a live activity: the participation date that is certified, and the first on which an attempt may be started
   * where it opens before. Absent: the day of completion counts.
   */
  readonly heldOn?: CivilDate;
  readonly location?: string;
  /** The day on which its credit was designated, where it was so before it was published here. */
  readonly designatedOn?: CivilDate;
  readonly estimatedMinutes: number;
  readonly audience: string;
  readonly objectives: readonly string[];
  readonly faculty: readonly Faculty[];
  /** The material itself, as paragraphs, or a link to it. */
  readonly content: { readonly paragraphs: readonly string[]; readonly url?: string };
  /** The provider's own wordings, frozen with the version; absent where it has none. */
  readonly templates?: OwnWordings;
  /** Absent in versions that were published before this was kept. */
  readonly takingPart?: TakingPart;
  readonly statements: readonly Statement[];
  readonly credits: readonly CreditOffer[];
  /** The boards whose maintenance of certification it counts for; absent where there are none. */
  readonly moc?: readonly MocOffer[];
  readonly assessments: readonly Assessment[];
  readonly evaluation: Evaluation;
}

/** What is said of an assessment before it is attempted. */
export type AssessmentSummary = Omit<Assessment, 'questions' | 'pools' | 'shuffle'> & {
  readonly questionCount: number;
};

/** What staff decided of an activity beside its versions: it counts for whoever has not begun. */
export interface Standing {
  /** Since when it is not offered. Whoever was under way finishes. */
  readonly withdrawnAt?: Instant;
  /** The last day on which it can be started, where that is earlier than its version says. */
  readonly closesEarlyOn?: CivilDate;
}

/** What a list shows of an activity; enough to tell a learner where they stand in it. */
export type ActivitySummary = Pick<
  ActivityVersion,
  | 'activityId'
  | 'version'
  | 'title'
  | 'summary'
  | 'format'
  | 'formatDetail'
  | 'opensOn'
  | 'closesOn'
  | 'heldOn'
  | 'estimatedMinutes'
  | 'credits'
  | 'zone'
> &
  Standing & { readonly providerName: string; readonly assessments: readonly AssessmentSummary[] };

export const summaryOfAssessment = ({ questions, pools, shuffle: _, ...summary }: Assessment): AssessmentSummary => ({
  ...summary,
  questionCount: askedCount({ questions, ...(pools && { pools }) }),
});

/** What staff decided beside the versions, and nothing else of it. */
export const standingOf = ({ withdrawnAt, closesEarlyOn }: Standing): Standing => ({
  ...(withdrawnAt && { withdrawnAt }),
  ...(closesEarlyOn && { closesEarlyOn }),
});

export const summaryOf = (activity: ActivityVersion & Standing): ActivitySummary => {
  const { activityId, version, title, summary, format, opensOn, closesOn, estimatedMinutes, credits, zone } = activity;
  const providerName = activity.provider.name;
  const assessments = activity.assessments.map(summaryOfAssessment);
  return {
    ...{ activityId, version, title, summary, format, opensOn, closesOn, estimatedMinutes, credits, zone },
    ...(activity.formatDetail && { formatDetail: activity.formatDetail }),
    ...(activity.heldOn && { heldOn: activity.heldOn }),
    ...standingOf(activity),
    providerName,
    assessments,
  };
};

export const findAssessment = (activity: ActivityVersion, assessmentId: AssessmentId): Assessment | undefined =>
  activity.assessments.find((assessment) => assessment.assessmentId === assessmentId);

/** The last day on which an attempt can be started: the version's, or an earlier one that staff set. */
export const closingDay = (closesOn: CivilDate, early: CivilDate | undefined): CivilDate =>
  early !== undefined && early < closesOn ? early : closesOn;

/** A draft that is previewed may lack its days. */
const inWords = (day: CivilDate): string => (isCivilDate(day) ? longDate(day) : 'a day that is not set yet');

/** The days between which attempts may be started. */
export type OpeningDays = Pick<ActivityVersion, 'opensOn' | 'closesOn' | 'heldOn' | 'zone'>;

/**
 * Decides whether an attempt may be *started* now. An attempt that is under way, an evaluation and a claim have no closing
 * day: what was begun in time may be finished (trust.md, crash points: "expiry at start").
 */
export function evaluateOpening(
  { opensOn, closesOn, heldOn, zone, withdrawnAt, closesEarlyOn }: OpeningDays & Standing,
  now: Instant,
): Refusal | undefined {
  if (withdrawnAt !== undefined)
    return refuse({
      code: 'activity-withdrawn',
      message: 'The provider does not offer this activity any more.',
      remedy: 'Choose another activity, or ask the provider. What you began before goes on.',
    });
  const today = civilDateIn(now, zone);
  const closes = closingDay(closesOn, closesEarlyOn);
  const reasons: Reason[] = [];
  // Nobody took part in what was not held yet, and the certificate will state the day on which it was.
  const isAwaited = heldOn !== undefined && opensOn < heldOn;
  if (today < (isAwaited ? heldOn : opensOn))
    reasons.push({
      code: 'activity-not-open',
      message: isAwaited
        ? `This activity is held on ${inWords(heldOn)}.`
        : `This activity opens on ${inWords(opensOn)}.`,
      remedy: 'Come back on that day.',
    });
  if (today > closes)
    reasons.push({
      code: 'activity-closed',
      message: `This activity closed on ${inWords(closes)}.`,
      remedy: 'Choose another activity, or ask the provider whether a new edition is planned.',
    });
  return refuseFor(reasons);
}
