import { mocPhrase } from '../../../shared/domain/moc.ts';
import { dayOf, longDate } from '../../components/dates.ts';
import { AwardMail } from './award-mail.tsx';
import type { Certificate } from './types.ts';

type Points = NonNullable<Certificate['moc']>[number];

interface CertificateFactsProps {
  readonly certificate: Certificate;
  readonly reload: () => unknown;
}

/** Points with a board, and what became of them so far. */
function BoardPoints({ certificate, points }: { readonly certificate: Certificate; readonly points: Points }) {
  const { boardReports = [], contact } = certificate;
  const report = boardReports.find(({ board }) => board === points.board);
  const day = report && longDate(dayOf(report.at));
  return (
    <>
      <dt>{mocPhrase(points)}</dt>
      <dd>
        {!report && 'Not reported to the board yet. The provider does it within 30 days, with your permission.'}
        {report?.state === 'reported' && `Reported to the board on ${day}.`}
        {report?.state === 'accepted' && `Accepted by the board, noted on ${day}.`}
        {report?.state === 'refused' &&
          `Not accepted by the board, noted on ${day}: ${report.reason} Write to ${contact} with your board ID.`}
      </dd>
    </>
  );
}

/** What a holder may want to know of a certificate, or to tell an auditor. */
export function CertificateFacts({ certificate, reload }: CertificateFactsProps) {
  const { number, sha256, activityId } = certificate;
  return (
    <>
      <h2>Certificate details</h2>
      <dl class="facts certificate-facts">
        <dt>Certificate number</dt>
        <dd>{number}</dd>
        <dt>Activity</dt>
        <dd>
          <a href={`/a/${activityId}`}>{certificate.title}</a>
        </dd>
        {certificate.status === 'valid' &&
          certificate.moc?.map((points) => <BoardPoints key={points.board} {...{ certificate, points }} />)}
        {sha256 && (
          <>
            <dt>PDF SHA-256</dt>
            <dd>
              <code>{sha256}</code>
            </dd>
          </>
        )}
        <dt>Award e-mail</dt>
        <dd>
          <AwardMail certificate={certificate} reload={reload} />
        </dd>
      </dl>
      <p class="quiet small">
        Keep a copy for licensing, credentialing, and audit records. The certificate also stays here: return whenever
        you need it.
      </p>
    </>
  );
}
