import type { ComponentChildren } from 'preact';
import { longDate } from '../../components/dates.ts';
import type { Certificate } from './types.ts';

interface Standing {
  readonly title: string;
  readonly text: ComponentChildren;
}

function standingOf({ status, replacedBy, revokedOn, suspendedOn, contact }: Certificate): Standing | undefined {
  switch (status) {
    case 'issuing':
      return {
        title: 'Your certificate is being issued',
        text: 'It takes a few seconds. You may leave: we e-mail you when it is ready. Your credit is awarded already.',
      };
    case 'parked':
      return {
        title: 'The provider’s staff need to look at this certificate',
        text: `It could not be printed as it should be. Your credit is safe, and there is nothing to do: you will get an e-mail. If it is urgent, contact ${contact}.`,
      };
    case 'replaced':
      return {
        title: 'This certificate was replaced',
        text: (
          <>
            A corrected certificate stands in its place.{' '}
            {replacedBy && <a href={`/c/${replacedBy}`}>Open the certificate that replaced it</a>}
          </>
        ),
      };
    case 'suspended':
      return {
        title: `This certificate is suspended${suspendedOn ? ` since ${longDate(suspendedOn)}` : ''}`,
        text: `The provider is clarifying something about it. Until then it does not count. Questions: ${contact}.`,
      };
    case 'revoked':
      return {
        title: `This certificate was revoked${revokedOn ? ` on ${longDate(revokedOn)}` : ''}`,
        text: `It no longer certifies credit. Questions: ${contact}.`,
      };
    default:
      return undefined;
  }
}

/** What has become of a certificate, where it is not simply valid; said first, since it decides all the rest. */
export function CertificateStanding({ certificate }: { readonly certificate: Certificate }) {
  const standing = standingOf(certificate);
  return (
    <div role="status">
      {standing && (
        <div class={`notice notice-${certificate.status === 'revoked' ? 'bad' : 'wait'}`}>
          <p class="notice-title">{standing.title}</p>
          <p>{standing.text}</p>
        </div>
      )}
    </div>
  );
}
