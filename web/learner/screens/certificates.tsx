import { api } from '../../client.ts';
import { LinkButton } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Loaded, useResource } from '../../components/resource.tsx';
import { CertificateRows } from './certificate-rows.tsx';
import { certificatesOf } from './credit-words.ts';

/** Every certificate of the learner, newest first. */
export function Certificates() {
  const wallet = useResource(() => api('GET', '/api/wallet'), []);
  return (
    <Loaded resource={wallet}>
      {({ credits }) => (
        <Page title="Certificates" lead="Kept for good: open, print or download any of them whenever you need it." wide>
          {credits.length > 0 ? (
            <CertificateRows entries={certificatesOf(credits)} />
          ) : (
            <div class="stack">
              <p>No certificate yet. Each appears here as soon as its credit is awarded.</p>
              <div class="actions">
                <LinkButton href="/">See the activities</LinkButton>
                <LinkButton kind="secondary" href="/help">
                  How it works
                </LinkButton>
              </div>
            </div>
          )}
        </Page>
      )}
    </Loaded>
  );
}
