import { Button, LinkButton } from '../../components/button.tsx';
import { useCopying } from '../../components/copying.ts';
import { Outcome } from '../../components/outcome.tsx';
import type { Certificate } from './types.ts';

/** What a holder does with a certificate: print it, keep it, prove it, show it, hand its proof on. */
export function CertificateActions({ certificate }: { readonly certificate: Certificate }) {
  const pdf = `/api/certificates/${certificate.certificateId}/pdf`;
  const { said, copy } = useCopying(certificate.verifyUrl);
  return (
    <div class="actions">
      <Button onClick={() => window.print()}>Print certificate</Button>
      <LinkButton kind="secondary" href={pdf}>
        Download PDF
      </LinkButton>
      {/* Each would lead whoever follows it to no certificate. */}
      {certificate.pageOffSince === undefined && (
        <>
          <LinkButton kind="quiet" href={certificate.verifyUrl}>
            Verification page
          </LinkButton>
          <Button kind="quiet" onClick={copy}>
            Copy link to the verification page
          </Button>
          <LinkButton kind="quiet" href={certificate.linkedInUrl}>
            Add to LinkedIn
          </LinkButton>
        </>
      )}
      <Outcome after={undefined}>{said}</Outcome>
    </div>
  );
}
