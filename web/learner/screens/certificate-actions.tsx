import { Button, LinkButton } from '../../components/button.tsx';
import type { Certificate } from './types.ts';

/** What a holder does with a certificate: print it, keep it, prove it, show it. */
export function CertificateActions({ certificate }: { readonly certificate: Certificate }) {
  const pdf = `/api/certificates/${certificate.certificateId}/pdf`;
  return (
    <div class="actions">
      <Button onClick={() => window.print()}>Print certificate</Button>
      <LinkButton kind="secondary" href={pdf}>
        Download PDF
      </LinkButton>
      {/* Both would lead whoever follows them to no certificate. */}
      {certificate.pageOffSince === undefined && (
        <>
          <LinkButton kind="quiet" href={certificate.verifyUrl}>
            Verification page
          </LinkButton>
          <LinkButton kind="quiet" href={certificate.linkedInUrl}>
            Add to LinkedIn
          </LinkButton>
        </>
      )}
    </div>
  );
}
