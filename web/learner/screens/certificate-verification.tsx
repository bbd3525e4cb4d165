import { useState } from 'preact/hooks';
import { type Answered, api } from '../../client.ts';
import { Ask } from '../../components/ask.tsx';
import { Button } from '../../components/button.tsx';
import { longDate } from '../../components/dates.ts';
import { Outcome } from '../../components/outcome.tsx';
import { useSending } from '../../components/sending.ts';
import { Wrong } from '../../components/wrong.tsx';
import type { Certificate } from './types.ts';

interface CertificateVerificationProps {
  readonly certificate: Certificate;
  readonly reload: () => unknown;
}

/** Whether anybody who has the link can check the certificate, which its holder decides. */
export function CertificateVerification({ certificate, reload }: CertificateVerificationProps) {
  const { certificateId, verifyUrl, pageOffSince } = certificate;
  const sending = useSending();
  const { busy, problem, send } = sending;
  const [asks, setAsks] = useState(false);
  const [turned, setTurned] = useState<Answered<'PUT', '/api/certificates/{certificateId}/verification-page'>>();
  const isOn = pageOffSince === undefined;
  const turn = async (on: boolean): Promise<void> => {
    const path = '/api/certificates/{certificateId}/verification-page';
    const done = await send(() => api('PUT', path, { params: { certificateId }, body: { on } }));
    if (!done) return;
    setAsks(false);
    await reload();
    setTurned(done);
  };
  return (
    <section>
      <h2>Verification page</h2>
      {isOn ? (
        <p>
          Anyone with the link or the QR code can check this certificate at{' '}
          <a class="address" href={verifyUrl}>
            {verifyUrl}
          </a>
          .
        </p>
      ) : (
        <p>
          You turned it off on {longDate(new Date(pageOffSince).toLocaleDateString('sv-SE'))}. The link and the QR code
          answer as for an unknown certificate, and a board or an employer cannot check it, until you turn the page on
          again.
        </p>
      )}
      {!asks && <Wrong problem={problem} />}
      <div class="actions">
        <Button kind="secondary" busy={busy} onClick={() => (isOn ? setAsks(true) : void turn(true))}>
          {isOn ? 'Turn the verification page off' : 'Turn the verification page on'}
        </Button>
      </div>
      <Outcome after={turned}>{turned && `The verification page is ${turned.on ? 'on' : 'off'} now.`}</Outcome>
      {asks && (
        <Ask
          title="Turn the verification page off?"
          does="Turn it off"
          sending={sending}
          act={() => turn(false)}
          close={() => setAsks(false)}
        >
          The link and the QR code then answer as for an unknown certificate: a board or an employer cannot check it
          until you turn the page on again. Your credit, the PDF and a credential in your wallet stay as they are.
        </Ask>
      )}
    </section>
  );
}
