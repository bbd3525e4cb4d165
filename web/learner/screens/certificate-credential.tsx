import { api, newKey } from '../../client.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useSending } from '../../components/sending.ts';
import type { Certificate } from './types.ts';

/** The award as a credential that programs check by themselves: into a wallet, or as a file. */
export function CertificateCredential({ certificate }: { readonly certificate: Certificate }) {
  const { certificateId } = certificate;
  const { busy, problem, send } = useSending();
  const file = (format: string): string => `/api/certificates/${certificateId}/credentials/${format}`;
  const offer = async () => {
    const path = '/api/certificates/{certificateId}/wallet-offers';
    const made = await send(() => api('POST', path, { params: { certificateId }, key: newKey() }));
    if (made) location.assign(made.url);
  };
  return (
    <section>
      <h2>Digital credential</h2>
      <p>
        The same award as a signed Open Badge, which the software of employers and boards can check. It holds no name or
        e-mail address in the clear.
      </p>
      {problem && <ProblemNotice problem={problem} />}
      <div class="actions">
        <Button kind="secondary" busy={busy} onClick={() => void offer()}>
          Add to a wallet
        </Button>
        <LinkButton kind="quiet" href={file('jsonld')}>
          Download Open Badge
        </LinkButton>
        <LinkButton kind="quiet" href={file('svg')}>
          Badge image (SVG)
        </LinkButton>
        <LinkButton kind="quiet" href={file('jwt')}>
          Token (JWT)
        </LinkButton>
      </div>
    </section>
  );
}
