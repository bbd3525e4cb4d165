import type { AnyChange } from './any-change.ts';
import type { Attempt } from './attempt.ts';
import type { BoardReport } from './board-report.ts';
import type { Certificate } from './certificate.ts';
import type { ConsentEvent } from './consent.ts';
import type { EarlierCredit } from './import.ts';
import type { Instant } from './kinds.ts';
import type { Learner } from './learner.ts';
import type { LedgerEntry } from './ledger.ts';
import type { BoardIdentity } from './moc-facts.ts';
import type { Participation } from './participation.ts';
import type { Share } from './share.ts';
import type { Award } from './wallet.ts';
import type { MailIntent } from './work.ts';

/** A signed-in browser, as its learner may see it: when, and nothing that could stand for it. */
export interface SignIn {
  readonly startedAt: Instant;
  readonly endsAt: Instant;
  readonly device?: string;
}

/** Everything in the records that is about one learner. */
export interface LearnerData {
  readonly learner: Learner;
  readonly signIns: readonly SignIn[];
  readonly participations: readonly Participation[];
  readonly boardIdentities: readonly BoardIdentity[];
  readonly boardReports: readonly BoardReport[];
  readonly attempts: readonly Attempt[];
  readonly awards: readonly Award[];
  readonly certificates: readonly Certificate[];
  readonly changes: readonly AnyChange[];
  readonly mails: readonly MailIntent[];
  readonly shares: readonly Share[];
  readonly ledger: readonly LedgerEntry[];
  readonly consents: readonly ConsentEvent[];
  readonly earlierCredits: readonly EarlierCredit[];
}

interface Section {
  readonly name: string;
  /** What it is, for whoever reads the file without us. */
  readonly about: string;
  readonly items: readonly object[];
}

/** A learner's data as a file for people and programs. */
export interface LearnerExport {
  readonly format: 'credit-wallet-export';
  readonly version: 1;
  readonly madeAt: Instant;
  readonly madeBy: string;
  readonly contact: string;
  readonly howToRead: string;
  readonly sections: readonly Section[];
}

/**
 * What a learner did and was told. What a question's right answer is belongs to the activity; of the grade there is what the
 * learner was shown, so that no export tells before the last attempt what the screen would not.
 */
function attemptOf({ grade, feedback, ...attempt }: Attempt): object {
  const { learnerId: _, ...rest } = attempt;
  const told = attempt.status === 'passed' || attempt.status === 'failed';
  return {
    ...rest,
    ...(told && grade && { score: grade.score, passMark: grade.passMark }),
    ...(told &&
      feedback && {
        questions: feedback.map(({ questionId, text, chosen, right }) => ({ questionId, text, chosen, right })),
      }),
  };
}

/** What was changed and when. Who of the staff did it and in which words is the provider's own record. */
function changeOf(change: AnyChange): object {
  const { reason: _, proposedBy: __, decidedBy: ___, rejectedBecause: ____, batchId: _____, ...told } = change;
  return told;
}

const mailOf = ({ messageKey, kind, certificateId, status, createdAt, sentAt }: MailIntent): object => ({
  ...{ messageKey, kind, certificateId, status, createdAt, sentAt },
});

/** The token itself is not kept, and its hash is of no use to anybody. */
const shareOf = ({ tokenHash: _, learnerId: __, ...share }: Share): object => share;

const withoutWork = <Thing extends object>(thing: Thing): object => {
  const { state: _, workId: __, ...rest } = thing as Thing & { readonly state?: unknown; readonly workId?: unknown };
  return rest;
};

/** Composes a learner's export: everything about them, nothing about anybody else, and no answer keys. */
export function exportOf(
  data: LearnerData,
  made: { readonly at: Instant; readonly by: string; readonly contact: string },
): LearnerExport {
  const { email, otherEmails, createdAt, learnerId, merged, profile } = data.learner;
  return {
    format: 'credit-wallet-export',
    version: 1,
    ...{ madeAt: made.at, madeBy: made.by, contact: made.contact },
    howToRead:
      'Everything that Credit Wallet keeps about you. Times are UTC, days are calendar days, and amounts of credit are hundredths: 125 is 1.25 credits.',
    sections: [
      {
        name: 'account',
        about:
          'Your account: the addresses that you sign in with, accounts of yours that were merged into it, and the name and profession that the next certificates print.',
        items: [{ learnerId, email, otherEmails, createdAt, merged, ...profile }],
      },
      {
        name: 'signIns',
        about: 'When you signed in, and in which browser, for the last 30 days.',
        items: data.signIns,
      },
      {
        name: 'participations',
        about: 'Each activity that you started, how far you came and when, and what credit you claimed.',
        items: data.participations.map(({ parked: _, ...participation }) => participation),
      },
      {
        name: 'boardIdentities',
        about:
          'Where you asked for points for maintenance of certification: the ID that you have with the board, and the month and day of your birth.',
        items: data.boardIdentities,
      },
      {
        name: 'boardReports',
        about: 'Which certifying boards were told of your points, when, and what they answered.',
        items: data.boardReports.map(({ learnerId: _, ...report }) => report),
      },
      {
        name: 'attempts',
        about:
          'Each attempt at a Post-Test or participation verification: your answers by question, and your result as you were shown it.',
        items: data.attempts.map(attemptOf),
      },
      { name: 'credits', about: 'What you were awarded, by activity.', items: data.awards },
      {
        name: 'certificates',
        about: 'Each certificate: what it says (snapshot), how it stands, and the SHA-256 of its PDF.',
        items: data.certificates.map(withoutWork),
      },
      {
        name: 'changes',
        about:
          'Corrections, revocations and suspensions of your certificates, credit that staff awarded by hand, further attempts that they gave you, and accounts of yours that were merged.',
        items: data.changes.map(changeOf),
      },
      {
        name: 'mails',
        about: 'E-mails about your credit: when each was asked for and sent. Their text is not kept.',
        items: data.mails.map(mailOf),
      },
      {
        name: 'shares',
        about: 'Links to your transcript that you made: what each shows, until when, and whether you withdrew it.',
        items: data.shares.map(shareOf),
      },
      {
        name: 'ledger',
        about:
          'The chain that proves that no credit was added, changed or taken away unseen. Each entry carries the hash of the one before.',
        items: data.ledger,
      },
      {
        name: 'earlierCredits',
        about:
          'Credit that you earned before this system was used, as the provider’s earlier records had it. It is not certified here.',
        items: data.earlierCredits.map(({ learnerId: _, ...credit }) => credit),
      },
      { name: 'consents', about: 'What you allowed and withdrew, with times and wordings.', items: data.consents },
      {
        name: 'evaluations',
        about:
          'Your Course Evaluations are stored without anything that says whose they are, so they cannot be found for you.',
        items: [],
      },
    ],
  };
}
