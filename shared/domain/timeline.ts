import { type AnyChange, type AnyChangeKind, aboutOf } from './any-change.ts';
import type { BoardReport } from './board-report.ts';
import type { Erasure } from './erasure.ts';
import type { LearnerData } from './export.ts';
import type { ActivityId, CertificateId, Instant } from './kinds.ts';
import type { LedgerEntry } from './ledger.ts';
import type { MailIntent } from './work.ts';

/** What an event of a timeline is about. */
export const timelineKinds = [
  ...(['account', 'attempt', 'evaluation', 'claim', 'award', 'certificate', 'mail', 'change', 'consent'] as const),
  ...(['report', 'parked'] as const),
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** Something that happened, in words for staff. */
export interface TimelineEvent {
  readonly at: Instant;
  readonly kind: TimelineKind;
  readonly text: string;
  /** Why, where somebody or something gave a reason. */
  readonly reason?: string;
  /** Staff who did it, by id; absent where it was the learner or the system. */
  readonly by?: string;
  readonly tone: 'plain' | 'good' | 'bad' | 'wait';
  readonly activityId?: ActivityId;
  readonly certificateId?: CertificateId;
}

type Told = Pick<
  LearnerData,
  | 'learner'
  | 'participations'
  | 'attempts'
  | 'certificates'
  | 'changes'
  | 'mails'
  | 'ledger'
  | 'consents'
  | 'boardReports'
> & { readonly erasure?: Erasure | undefined };

const textAt = ({ data }: LedgerEntry, field: string): string => String(data[field] ?? '');

/** A link of the ledger in words; the reason of a change is in the change. */
function ofLedger(entry: LedgerEntry, changes: ReadonlyMap<string, AnyChange>): TimelineEvent | undefined {
  const { at, type } = entry;
  const activityId = textAt(entry, 'activityId');
  const certificateId = textAt(entry, 'certificateId');
  const about = { at, ...(activityId && { activityId }), ...(certificateId && { certificateId }) };
  const change = changes.get(textAt(entry, 'changeId'));
  const by = change?.decidedBy ?? change?.proposedBy;
  const why = { ...(change && { reason: change.reason }), ...(by !== undefined && { by }) };
  const score = `${textAt(entry, 'score')} %, passing score ${textAt(entry, 'passMark')} %`;
  switch (type) {
    case 'attempt.passed':
      return { ...about, kind: 'attempt', tone: 'good', text: `Passed an attempt: ${score}.` };
    case 'attempt.failed':
      return { ...about, kind: 'attempt', tone: 'bad', text: `Did not pass an attempt: ${score}.` };
    case 'evaluation.completed':
      return { ...about, kind: 'evaluation', tone: 'plain', text: 'Completed the evaluation.' };
    case 'credit.claimed':
      return { ...about, kind: 'claim', tone: 'plain', text: 'Claimed credit.' };
    case 'credit.awarded':
      return { ...about, kind: 'award', tone: 'good', text: 'Credit was awarded.' };
    case 'certificate.issued':
      return { ...about, kind: 'certificate', tone: 'good', text: 'The certificate was issued.' };
    case 'certificate.corrected':
      return { ...about, ...why, kind: 'change', tone: 'plain', text: 'A corrected certificate replaced this one.' };
    case 'certificate.revoked':
      return { ...about, ...why, kind: 'change', tone: 'bad', text: 'The certificate was revoked.' };
    case 'certificate.suspended':
      return { ...about, ...why, kind: 'change', tone: 'bad', text: 'The certificate was suspended.' };
    case 'certificate.restored':
      return { ...about, ...why, kind: 'change', tone: 'good', text: 'The certificate was restored.' };
    case 'certificate.page-off':
      return { ...about, kind: 'certificate', tone: 'plain', text: 'The learner turned the verification page off.' };
    case 'certificate.page-on':
      return {
        ...about,
        kind: 'certificate',
        tone: 'plain',
        text: 'The learner turned the verification page on again.',
      };
    case 'account.merged':
      return { ...about, ...why, kind: 'account', tone: 'plain', text: 'Two accounts of this person were merged.' };
    case 'account.separated':
      return { ...about, ...why, kind: 'account', tone: 'plain', text: 'Merged accounts were separated again.' };
    default:
      // Of a later version, or of another part: told by its name rather than not at all.
      return { ...about, ...why, kind: 'account', tone: 'plain', text: `Recorded: ${type}.` };
  }
}

const mailNames: Readonly<Record<string, string>> = {
  'credit-award': 'The mail with the certificate',
  'credit.waits': 'The reminder that credit waits',
  'certificate.corrected': 'The mail about a correction',
  'certificate.revoked': 'The mail about a revocation',
  'certificate.suspended': 'The mail about a suspension',
  'certificate.restored': 'The mail about a restoration',
  'erasure.asked': 'The mail about the erasure',
  'account.merged': 'The mail about the merged accounts',
  'account.separated': 'The mail about the separated accounts',
  'address.added': 'The mail about a new address',
};

/** How a mail stands, in words. */
export function mailStanding({ kind, status, problem }: Pick<MailIntent, 'kind' | 'status' | 'problem'>): {
  readonly text: string;
  readonly tone: TimelineEvent['tone'];
  readonly reason?: string;
} {
  const what = mailNames[kind] ?? 'A mail';
  const reason = problem === undefined ? {} : { reason: problem };
  switch (status) {
    case 'queued':
    case 'leased':
      return { text: `${what} waits to be sent.`, tone: 'wait', ...reason };
    case 'sent':
      return { text: `${what} was sent; whether it arrived is not known yet.`, tone: 'plain' };
    case 'delivered':
      return { text: `${what} was delivered.`, tone: 'good' };
    case 'bounced':
      return { text: `${what} came back: the address does not take it.`, tone: 'bad', ...reason };
    case 'complained':
      return { text: `${what} was reported as unwanted by its reader.`, tone: 'bad', ...reason };
    case 'parked':
      return { text: `${what} could not be sent and waits for staff.`, tone: 'bad', ...reason };
    case 'withdrawn':
      return { text: `${what} was not sent: there was nobody to tell any more.`, tone: 'plain' };
  }
}

const ofMail = (mail: MailIntent): TimelineEvent => ({
  at: mail.sentAt ?? mail.createdAt,
  kind: 'mail',
  ...mailStanding(mail),
  ...(mail.certificateId !== undefined && { certificateId: mail.certificateId }),
});

const changeNames: Readonly<Record<AnyChangeKind, string>> = {
  correct: 'correct the certificate',
  reissue: 'issue the certificate anew',
  revoke: 'revoke the certificate',
  suspend: 'suspend the certificate',
  restore: 'restore the certificate',
  award: 'award credit by hand',
  merge: 'merge two accounts of this person',
  separate: 'separate merged accounts',
  attempts: 'give further attempts',
  address: 'give the account another address',
};

/** A change that was asked for; what was carried out is in the ledger. */
function ofChange(made: AnyChange): readonly TimelineEvent[] {
  const { kind, reason, proposedBy, proposedAt, ...change } = made;
  const { certificateId, activityId } = aboutOf(made);
  const about = {
    kind: 'change' as const,
    ...(certificateId !== undefined && { certificateId }),
    ...(activityId !== undefined && { activityId }),
  };
  // One person gives attempts, and they are given at once: nothing in the ledger says so.
  if (made.kind === 'attempts' && made.status === 'done') {
    const text = `Staff gave ${made.more} further ${made.more === 1 ? 'attempt' : 'attempts'}.`;
    return [
      { ...about, at: made.decidedAt ?? proposedAt, by: made.decidedBy ?? proposedBy, reason, tone: 'good', text },
    ];
  }
  const what = changeNames[kind];
  const asked: TimelineEvent = {
    ...{ ...about, at: proposedAt, by: proposedBy, reason },
    tone: change.status === 'proposed' ? 'wait' : 'plain',
    text: `Staff asked to ${what}.`,
  };
  const { status, decidedAt, decidedBy, rejectedBecause } = change;
  if (status !== 'rejected' || decidedAt === undefined) return [asked];
  const rejected: TimelineEvent = {
    ...{ ...about, at: decidedAt, tone: 'plain', text: `The request to ${what} was rejected.` },
    ...(decidedBy !== undefined && { by: decidedBy }),
    ...(rejectedBecause !== undefined && { reason: rejectedBecause }),
  };
  return [asked, rejected];
}

const consentNames: Readonly<Record<string, string>> = {
  'board-reporting': 'reporting to their certifying boards',
  'research-use-of-answers': 'research with their answers',
};

/** That a board was told of points, the last time, and what it answered. */
function ofReport({ activityId, board, action, reportedAt, answer }: BoardReport): readonly TimelineEvent[] {
  const about = { kind: 'report', activityId } as const;
  const told = action === 'add' ? `The points were reported to ${board}.` : `${board} was asked to delete the points.`;
  const answered: readonly TimelineEvent[] = answer
    ? [
        {
          ...{ ...about, at: answer.at, tone: answer.verdict === 'accepted' ? 'good' : 'bad' },
          text: `${board} ${answer.verdict} ${action === 'add' ? 'the points' : 'their deletion'}.`,
          ...(answer.reason !== undefined && { reason: answer.reason }),
        },
      ]
    : [];
  return [{ ...about, at: reportedAt, tone: 'plain', text: told }, ...answered];
}

function ofErasure({ askedAt, by, reason, status, doneAt }: Erasure): readonly TimelineEvent[] {
  const who = by === 'staff' ? 'Staff' : 'The learner';
  const asked: TimelineEvent = {
    ...{ at: askedAt, kind: 'account', tone: 'wait', text: `${who} asked for the account to be erased.` },
    ...(reason !== undefined && { reason }),
  };
  const done: TimelineEvent[] = doneAt
    ? [{ at: doneAt, kind: 'account', tone: 'plain', text: 'The account was erased.' }]
    : [];
  return [{ ...asked, tone: status === 'asked' || status === 'closing' ? 'wait' : 'plain' }, ...done];
}

/** Everything that happened with a learner, newest first; what happened at one moment stays in the order of the journey. */
export function timelineOf(told: Told): readonly TimelineEvent[] {
  const { learner, participations, attempts, certificates, changes, mails, ledger, consents, boardReports, erasure } =
    told;
  const changesById = new Map(changes.map((change) => [change.changeId, change]));
  const activityOf = new Map(
    certificates.map(({ snapshot }) => [snapshot.certificateId, snapshot.activityId] as const),
  );
  const events: readonly TimelineEvent[] = [
    { at: learner.createdAt, kind: 'account', tone: 'plain', text: 'Signed in for the first time.' },
    ...attempts.flatMap(({ startedAt, submittedAt, number, activityId }): readonly TimelineEvent[] => [
      { at: startedAt, kind: 'attempt', tone: 'plain', text: `Started attempt ${number}.`, activityId },
      ...(submittedAt
        ? [
            {
              at: submittedAt,
              kind: 'attempt',
              tone: 'plain',
              text: `Submitted attempt ${number}.`,
              activityId,
            } as const,
          ]
        : []),
    ]),
    ...ledger.flatMap((entry) => ofLedger(entry, changesById) ?? []),
    ...changes.flatMap(ofChange),
    ...mails.map(ofMail),
    ...participations.flatMap(({ parked, activityId }): readonly TimelineEvent[] =>
      parked
        ? [
            {
              ...{ at: parked.at, kind: 'parked', tone: 'bad', activityId, reason: parked.reason },
              text: `Work could not be done and waits for staff (${parked.step}).`,
            },
          ]
        : [],
    ),
    ...consents.map(
      ({ at, decision, purpose, by }): TimelineEvent => ({
        ...{ at, kind: 'consent', tone: 'plain' },
        text: `${by === 'staff' ? 'Staff noted that the learner' : 'The learner'} ${decision === 'given' ? 'allowed' : 'no longer allows'} ${consentNames[purpose] ?? purpose}.`,
      }),
    ),
    ...boardReports.flatMap(ofReport),
    ...(erasure ? ofErasure(erasure) : []),
  ];
  return events
    .map((event) => {
      const activityId = event.activityId ?? activityOf.get(event.certificateId ?? '');
      return activityId === undefined ? event : { ...event, activityId };
    })
    .map((event, order) => ({ event, order }))
    .toSorted((a, b) => (a.event.at < b.event.at ? 1 : a.event.at > b.event.at ? -1 : b.order - a.order))
    .map(({ event }) => event);
}
