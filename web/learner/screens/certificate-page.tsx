import { useEffect, useState } from 'preact/hooks';
import { api } from '../../client.ts';
import { LinkButton } from '../../components/button.tsx';
import { longDate } from '../../components/dates.ts';
import { Markup } from '../../components/markup.tsx';
import { Page } from '../../components/page.tsx';
import { usePolling } from '../../components/polling.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useResource } from '../../components/resource.tsx';
import { useLocation } from '../../components/router.tsx';
import { useSession } from '../../components/session.tsx';
import { SignInFirst } from '../../components/sign-in-first.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { CertificateActions } from './certificate-actions.tsx';
import { CertificateCredential } from './certificate-credential.tsx';
import { CertificateFacts } from './certificate-facts.tsx';
import { CertificateStanding } from './certificate-standing.tsx';
import { CertificateVerification } from './certificate-verification.tsx';
import type { Certificate } from './types.ts';

/** A certificate: how it stands, what can be done with it, the certificate itself, and the facts about it. */
export function CertificatePage() {
  const { certificateId = '' } = useLocation().params;
  const ask = () => api('GET', '/api/certificates/{certificateId}', { params: { certificateId } });
  const { body: first, problem, reload } = useResource(ask, [certificateId]);
  const [latest, setLatest] = useState<Certificate>();
  const body = latest?.certificateId === certificateId ? latest : first;
  const askAgain = async () => {
    const result = await ask();
    if (result.ok) setLatest(result.body);
    return result;
  };
  usePolling(body !== undefined && changing(body), askAgain);
  // What it is and how it stands is on the screen before the sheet is set: an effect runs after the paint.
  const [isWhole, setIsWhole] = useState(false);
  useEffect(() => setIsWhole(body !== undefined), [body]);
  if (problem?.status === 401) return <SignInFirst />;
  if (problem?.status === 404) return <NotYours />;
  if (problem) return <ProblemNotice problem={problem} retry={reload} page />;
  if (!body) return <Skeleton lines={6} />;
  return (
    <Page
      title={body.heading}
      above={<a href="/certificates">Certificates</a>}
      lead={
        <>
          {body.title}, <span class="whole">{longDate(body.participatedOn)}</span>
        </>
      }
      wide
    >
      <div class="stack certificate">
        <CertificateStanding certificate={body} />
        {isWhole ? <Rest certificate={body} reload={askAgain} /> : <div class="skeleton" />}
      </div>
    </Page>
  );
}

/** What can be done with it, which takes that it is there; the certificate itself; and the facts about it. */
function Rest({ certificate, reload }: { readonly certificate: Certificate; readonly reload: () => unknown }) {
  return (
    <>
      {certificate.status === 'valid' && <CertificateActions certificate={certificate} />}
      {certificate.status !== 'parked' && (
        // Composed by the service from the same data as the PDF; whatever anybody typed is escaped there.
        <Markup class="sheet-holder" style={inksOf(certificate)} text={certificate.sheet} />
      )}
      {certificate.status === 'valid' && <CertificateCredential certificate={certificate} />}
      <CertificateVerification certificate={certificate} reload={reload} />
      <CertificateFacts certificate={certificate} reload={reload} />
    </>
  );
}

/** The provider's colours for the sheet's style. They are set through the DOM, which the page's policy lets be. */
const inksOf = ({ colors }: Certificate) =>
  Object.fromEntries(Object.entries(colors).map(([name, color]) => [`--sheet-${name}`, color]));

// Until it is issued, and while its e-mail is on its way, a certificate changes by itself.
const changing = ({ status, mail }: Certificate): boolean => status === 'issuing' || mail?.status === 'queued';

/** There is none, or it is somebody else's: the service does not say which, and here is what to do about either. */
function NotYours() {
  const { me } = useSession();
  const { path } = useLocation();
  return (
    <Page title="This certificate is not in your account">
      <div class="stack">
        <p>
          Check the link. The certificate may belong to another account; you are signed in as{' '}
          <strong class="address">{me?.email}</strong>.
        </p>
        <p>
          If it came to another of your e-mail addresses, sign out, then sign in with that one: you come straight back
          here.
        </p>
        <div class="actions">
          <LinkButton href={`/sign-out?to=${encodeURIComponent(path)}`}>Sign out</LinkButton>
          <LinkButton kind="secondary" href="/certificates">
            Go to your Certificates
          </LinkButton>
        </div>
      </div>
    </Page>
  );
}
