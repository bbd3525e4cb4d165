/**
 * The fourth registry: every event of the ledger, the audit trail and the log, with its fields. No event carries a name,
 * an address or an answer: ids say who.
 */
import type { AnyChangeKind, ChangeAbout, ChangeProof } from './domain/any-change.ts';
import type { ApiKeyId, Scope } from './domain/api-key.ts';
import type { BoardAnswer, PointsKey, Told } from './domain/board-report.ts';
import type { ImportKind } from './domain/import.ts';
import type {
  ActivityId,
  AssessmentId,
  AttemptId,
  CertificateId,
  CivilDate,
  CreditHundredths,
  CreditTypeId,
  LearnerId,
  PointHundredths,
  QuestionId,
  Sha256,
} from './domain/kinds.ts';
import type { BoardId } from './domain/moc-boards.ts';
import type { PackScope } from './domain/pack.ts';
import type { Role, StaffId } from './domain/staff.ts';
import type { WebhookEndpoint, WebhookEvent } from './domain/webhook.ts';

/** Events of a learner's hash-chained ledger: what an auditor replays. */
export interface LedgerEvents {
  'attempt.passed': {
    readonly activityId: ActivityId;
    readonly activityVersion: number;
    readonly assessmentId: AssessmentId;
    readonly attemptId: AttemptId;
    readonly score: number;
    readonly passMark: number;
    readonly completedOn: CivilDate;
  };
  'attempt.failed': {
    readonly activityId: ActivityId;
    readonly activityVersion: number;
    readonly assessmentId: AssessmentId;
    readonly attemptId: AttemptId;
    readonly score: number;
    readonly passMark: number;
  };
  'evaluation.completed': { readonly activityId: ActivityId; readonly activityVersion: number };
  'credit.claimed': {
    readonly activityId: ActivityId;
    readonly claims: readonly { readonly creditType: CreditTypeId; readonly amount: CreditHundredths }[];
    /** The boards that the learner permitted to be told; who they are to the board stands nowhere in the ledger. */
    readonly moc?: readonly BoardId[];
  };
  /** Staff attest, by two people, that a learner took part who did not finish: who and why says the change. */
  'participation.attested': ChangeProof & {
    readonly activityId: ActivityId;
    readonly activityVersion: number;
    readonly participatedOn: CivilDate;
    readonly claims: LedgerEvents['credit.claimed']['claims'];
    readonly proposedBy: string;
    readonly decidedBy: string;
  };
  'credit.awarded': {
    readonly activityId: ActivityId;
    readonly activityVersion: number;
    readonly certificateId: CertificateId;
    readonly awardedOn: CivilDate;
    readonly credits: readonly {
      readonly creditType: CreditTypeId;
      readonly amount: CreditHundredths;
      readonly basis: 'awarded' | 'attendance';
    }[];
    readonly moc?: readonly { readonly board: BoardId; readonly points: PointHundredths }[];
    /** The change by which staff awarded it by hand; absent where the learner earned and claimed it. */
    readonly byHand?: string;
    /** Of the award as canonical JSON, to the last field. */
    readonly award: Sha256;
  };
  'certificate.issued': {
    readonly certificateId: CertificateId;
    readonly version: number;
    /** Of the PDF. */
    readonly sha256: Sha256;
    /** Of the snapshot as canonical JSON: what the certificate says, to the last field. */
    readonly snapshot: Sha256;
  };
  /** A corrected certificate stands in another's place. */
  'certificate.corrected': ChangeProof & {
    readonly certificateId: CertificateId;
    readonly replacedBy: CertificateId;
    readonly activityId: ActivityId;
    readonly credits: LedgerEvents['credit.awarded']['credits'];
    readonly moc?: LedgerEvents['credit.awarded']['moc'];
    readonly award: Sha256;
  };
  /** In the ledgers of both: the one account is the other's from then on, or is not any more. */
  'account.merged': AccountsChanged;
  'account.separated': AccountsChanged;
  'certificate.revoked': StatusChanged;
  'certificate.suspended': StatusChanged;
  'certificate.restored': StatusChanged;
  /** Its holder turned its verification page off, or on again. */
  'certificate.page-off': PageTurned;
  'certificate.page-on': PageTurned;
}

/** Two accounts were found to be of one person, or not to be. */
export type AccountsChanged = ChangeProof & { readonly learnerId: LearnerId; readonly into: LearnerId };

/** A certificate was revoked, suspended or restored, on a day, and what its award says since. */
export type StatusChanged = ChangeProof & {
  readonly certificateId: CertificateId;
  readonly on: CivilDate;
  readonly award: Sha256;
};

/** At which certificate it was decided, and every version that it holds for. */
interface PageTurned {
  readonly certificateId: CertificateId;
  readonly versions: readonly CertificateId[];
}
export type LedgerEventType = keyof LedgerEvents;

/** Events of the audit trail: who did what to whom, for staff and auditors. */
export interface AuditEvents {
  'credit.awarded': {
    readonly learnerId: LearnerId;
    readonly activityId: ActivityId;
    readonly certificateId: CertificateId;
  };
  'work.parked': { readonly workId: string; readonly step: string; readonly reason: string };
  'work.redriven': { readonly workId: string };
  'change.proposed': ChangeMade;
  'change.rejected': ChangeMade;
  'certificate.changed': ChangeMade;
  /** Somebody took along what learners wrote to a question of an evaluation: it is nobody's, and may name people. */
  'outcomes.texts-exported': {
    readonly activityId: ActivityId;
    readonly questionId: QuestionId;
    readonly count: number;
  };
  'credit.attested': ChangeMade;
  'accounts.merged': ChangeMade;
  'accounts.separated': ChangeMade;
  'attempts.given': ChangeMade;
  /** Staff say that a board was told of points. */
  'points.reported': PointsKey & Told;
  /** What the board answered, as staff say. */
  'points.answered': PointsKey & { readonly verdict: BoardAnswer['verdict'] };
  'batch.proposed': BatchDecided;
  'batch.approved': BatchDecided;
  'batch.rejected': BatchDecided;
  'batch.done': BatchDecided;
  'address.added': { readonly learnerId: LearnerId; readonly changeId?: string };
  'address.removed': { readonly learnerId: LearnerId };
  /** Signed out in other browsers by themselves, or everywhere by staff. */
  'learner.sessions-ended': { readonly learnerId: LearnerId; readonly ended: number };
  /** Somebody was given an auditor's pack, which holds names: of whom or what, and why in their words. */
  'pack.collected': PackScope & { readonly packId: string; readonly reason: string };
  'activity.published': { readonly activityId: ActivityId; readonly version: number };
  /** A draft was begun, from nothing or from a version. Its saves leave no entries. */
  'activity.drafted': { readonly activityId: ActivityId; readonly assessments: number };
  'activity.withdrawn': { readonly activityId: ActivityId; readonly reason: string };
  'activity.reinstated': { readonly activityId: ActivityId; readonly reason: string };
  /** The last day on which it can be started: earlier than its version says, or that day again. */
  'activity.closing-set': { readonly activityId: ActivityId; readonly closesOn: CivilDate; readonly reason: string };
  'provider.changed': { readonly providerId: string; readonly drawing?: string };
  'evaluation-set.changed': { readonly setId: string };
  'mail.undeliverable': { readonly messageKey: string; readonly kind: 'bounce' | 'complaint' };
  'mail.sent-again': { readonly messageKey: string; readonly learnerId: LearnerId };
  'webhook.added': { readonly endpointId: string; readonly events: readonly WebhookEvent[] };
  'webhook.changed': {
    readonly endpointId: string;
    readonly events: readonly WebhookEvent[];
    readonly status: WebhookEndpoint['status'];
  };
  'webhook.secret-replaced': { readonly endpointId: string };
  'api-key.made': {
    readonly keyId: ApiKeyId;
    readonly scopes: readonly Scope[];
    readonly expiresOn?: CivilDate;
  };
  'api-key.revoked': { readonly keyId: ApiKeyId };
  /** One of the provider's own systems was told who a learner is. */
  'learner.handed-to-key': { readonly keyId: ApiKeyId; readonly learnerId: LearnerId };
  'audit.exported': { readonly from: CivilDate; readonly until: CivilDate; readonly entries: number };
  /** A file was decided to be brought in: which rows were left out, was known then. */
  'import.started': {
    readonly importId: string;
    readonly kind: ImportKind;
    readonly rows: number;
    readonly leavingOut: number;
    readonly activityId?: ActivityId;
  };
  'import.ended': {
    readonly importId: string;
    readonly kind: ImportKind;
    readonly rows: number;
    readonly ended: 'done' | 'failed';
    readonly added: number;
    readonly unchanged: number;
    readonly kept: number;
    readonly leftOut: number;
  };
  /** Questions with their right answers were handed out. */
  'questions.exported': { readonly activityId: ActivityId; readonly assessment: string; readonly format: string };
  /** Everything about a learner was handed out: to the learner, or to staff who answer for them. */
  'learner.exported': { readonly learnerId: LearnerId };
  /** Rows of a list were handed out as a file: how many, and of which activity. */
  'list.exported': {
    readonly list: string;
    readonly format: 'csv' | 'xlsx';
    readonly rows: number;
    readonly activityId?: ActivityId;
  };
  'erasure.asked': { readonly learnerId: LearnerId };
  'erasure.withdrawn': { readonly learnerId: LearnerId };
  'learner.erased': { readonly learnerId: LearnerId };
  'staff.invited': StaffChanged;
  'staff.role-changed': StaffChanged;
  'staff.ended': StaffChanged;
  'staff.passkey-added': { readonly staffId: StaffId; readonly passkey: string };
  'staff.passkeys-forgotten': { readonly staffId: StaffId };
  'staff.sessions-ended': { readonly staffId: StaffId };
}

/** Who became what; who decided it is who did it. */
interface StaffChanged {
  readonly staffId: StaffId;
  readonly role: Role;
}

/** Which change of what; who decided it is who did it. */
interface ChangeMade extends ChangeAbout {
  readonly changeId: string;
  readonly kind: AnyChangeKind;
}

/** Which batch, of what and of how many. */
interface BatchDecided {
  readonly batchId: string;
  readonly of: AnyChangeKind;
  readonly items: number;
}
export type AuditEventType = keyof AuditEvents;

/** Lines of the structured log. */
export type LogEvent =
  | {
      readonly event: 'request';
      readonly requestId: string;
      readonly route: string;
      readonly status: number;
      readonly learnerId?: LearnerId;
      readonly staffId?: StaffId;
      /** Of the key; its secret is logged nowhere. */
      readonly keyId?: ApiKeyId;
      /** The code of the problem that was answered. */
      readonly problem?: string;
    }
  | {
      readonly event: 'request.broken';
      readonly requestId: string;
      readonly route: string;
      readonly error: string;
      readonly stack?: string;
    }
  | { readonly event: 'step'; readonly step: string; readonly workId: string }
  | {
      readonly event: 'step.broken';
      readonly step: string;
      readonly workId: string;
      readonly error: string;
      readonly message: string;
    }
  | { readonly event: 'document.missing'; readonly certificateId: string; readonly key: string }
  | { readonly event: 'work.parked'; readonly workId: string; readonly step: string; readonly reason: string }
  | { readonly event: 'work.restarted'; readonly workId: string; readonly by: 'sweeper' | 'learner' }
  | { readonly event: 'mail.sent'; readonly messageKey: string }
  | { readonly event: 'mail.delayed'; readonly messageKey: string; readonly tries: number; readonly error: string }
  | { readonly event: 'mail.undeliverable'; readonly messageKey: string; readonly kind: string }
  | { readonly event: 'webhook.delayed'; readonly deliveryId: string; readonly tries: number; readonly error: string }
  | { readonly event: 'webhooks'; readonly delivered: number; readonly delayed: number; readonly parked: number }
  | { readonly event: 'head.stands'; readonly day: CivilDate; readonly ledgers: number; readonly signed: boolean }
  | { readonly event: 'sweep'; readonly started: number; readonly mailed: number; readonly parked: number };
