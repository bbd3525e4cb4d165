import { useState } from 'preact/hooks';
import { api } from '../../client.ts';
import { Outcome } from '../../components/outcome.tsx';
import { useSending } from '../../components/sending.ts';
import type { Certificate } from './types.ts';

type Mail = NonNullable<Certificate['mail']>;

const words: Readonly<Record<Mail['status'], (to: string) => string>> = {
  queued: (to) => `E-mail to ${to} is on its way`,
  sent: (to) => `E-mail sent to ${to}`,
  bounced: (to) => `The e-mail to ${to} came back: the address did not take it.`,
  complained: (to) => `The e-mail to ${to} was reported as spam, so no more are sent by themselves.`,
  parked: (to) => `The e-mail to ${to} could not be sent.`,
};

interface AwardMailProps {
  readonly certificate: Certificate;
  readonly reload: () => unknown;
}

/** Where the award e-mail stands, and the way to get it again. The certificate never depends on it. */
export function AwardMail({ certificate, reload }: AwardMailProps) {
  const { certificateId, mail, status } = certificate;
  const { busy, problem, send } = useSending();
  const [queued, setQueued] = useState<object>();
  const resend = async (): Promise<void> => {
    const path = '/api/certificates/{certificateId}/mail';
    const done = await send(() => api('POST', path, { params: { certificateId } }));
    if (!done) return;
    await reload();
    setQueued(done);
  };
  if (!mail) return <>It is sent when the certificate is ready.</>;
  return (
    <>
      <Outcome after={queued}>{problem ? problem.detail : words[mail.status](mail.to)}</Outcome>
      {mail.status === 'sent' && <span class="quiet small">Not there? Look in the spam or junk folder. </span>}
      {mail.status !== 'queued' && status === 'valid' && (
        <button type="button" class="link" onClick={resend} aria-disabled={busy ? 'true' : undefined}>
          Send the e-mail again
        </button>
      )}
    </>
  );
}
