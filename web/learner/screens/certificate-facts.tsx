import { AwardMail } from './award-mail.tsx';
import type { Certificate } from './types.ts';

interface CertificateFactsProps {
  readonly certificate: Certificate;
  readonly reload: () => void;
}

/** What a holder may want to know of a certificate, or to tell an auditor. */
export function CertificateFacts({ certificate, reload }: CertificateFactsProps) {
  const { number, verifyUrl, sha256, activityId } = certificate;
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
        <dt>Anybody can check it at</dt>
        <dd>
          <a class="address" href={verifyUrl}>
            {verifyUrl}
          </a>
        </dd>
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
