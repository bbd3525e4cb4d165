import { renderCertificateSheet } from '../../shared/documents/certificate-sheet.ts';
import { linkedInUrl } from '../../shared/documents/linkedin.ts';
import { formatNameOf, signatoriesOf } from '../../shared/domain/activity.ts';
import { sentenceOf } from '../../shared/domain/award-wording.ts';
import type { BoardReport } from '../../shared/domain/board-report.ts';
import { type Certificate, type CertifiedCredit, certificateHeading } from '../../shared/domain/certificate.ts';
import { namesOf } from '../../shared/domain/credit-type.ts';
import { maskEmail } from '../../shared/domain/learner.ts';
import { plainTheme, type Theme } from '../../shared/domain/theme.ts';
import type { MailIntent } from '../../shared/domain/work.ts';

const creditView = (credit: CertifiedCredit) => ({
  ...credit,
  names: namesOf(credit),
  name: namesOf(credit).plural,
  sentence: sentenceOf(credit),
});

/** Where a mail stands, as its reader would put it: a lease is still a queue, and handed over is sent. */
export const mailView = ({ status, sentAt }: MailIntent, email: string) => ({
  // Withdrawn is what waited for a learner who is gone; nobody is shown that.
  status:
    status === 'leased' || status === 'withdrawn'
      ? ('queued' as const)
      : status === 'delivered'
        ? ('sent' as const)
        : status,
  to: maskEmail(email),
  sentAt,
});

/** What became of points that a board was told of. */
const reportView = ({ board, reportedAt, answer }: BoardReport) => ({
  ...{ board, state: answer?.verdict ?? ('reported' as const), at: answer?.at ?? reportedAt },
  ...(answer?.reason !== undefined && { reason: answer.reason }),
});

/** Everything that a certificate says, and what has become of it. */
export function certificateView(
  certificate: Certificate,
  about: {
    readonly mail: MailIntent | undefined;
    readonly email: string;
    readonly theme: Theme | undefined;
    readonly reports: readonly BoardReport[];
  },
) {
  const { mail, email, theme = plainTheme } = about;
  // Of other points than it says, or that they were taken from the board again, is news of another standing.
  const reports = about.reports.filter(
    ({ action, board, points }) =>
      action === 'add' && certificate.snapshot.moc?.some((one) => one.board === board && one.points === points),
  );
  const { snapshot, status, sha256, issuedAt, replacedBy, revokedOn, suspendedOn, pageOffSince } = certificate;
  const { provider, credits, ...facts } = snapshot;
  return {
    ...facts,
    ...{ status, sha256, issuedAt, replacedBy, revokedOn, suspendedOn, pageOffSince },
    heading: certificateHeading(snapshot),
    format: formatNameOf(snapshot),
    providerName: provider.name,
    signatories: signatoriesOf(provider),
    contact: provider.contact,
    credits: credits.map(creditView),
    sheet: renderCertificateSheet(certificate, theme),
    colors: theme.colors,
    linkedInUrl: linkedInUrl(snapshot),
    ...(reports.length > 0 && { boardReports: reports.map(reportView) }),
    ...(mail && { mail: mailView(mail, email) }),
  };
}
