import { api } from '../../client.ts';
import { LinkButton } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Loaded, useResource } from '../../components/resource.tsx';
import { CertificateRows } from './certificate-rows.tsx';
import { byYear, type CertificateEntry, certificatesOf } from './credit-words.ts';

/** A career's certificates below their years; those of one year need no heading. */
function ByYear({ entries }: { readonly entries: readonly CertificateEntry[] }) {
  const years = byYear(entries);
  if (years.length === 1) return <CertificateRows entries={entries} />;
  return (
    <div class="sections">
      {years.map(([year, ofYear]) => (
        <section key={year} aria-labelledby={`year-${year}`}>
          <h2 id={`year-${year}`}>{year}</h2>
          <CertificateRows entries={ofYear} />
        </section>
      ))}
    </div>
  );
}

/** Every certificate of the learner, newest first. */
export function Certificates() {
  const wallet = useResource(() => api('GET', '/api/wallet'), []);
  return (
    <Loaded resource={wallet}>
      {({ credits }) => (
        <Page title="Certificates" lead="Kept for good: open, print or download any of them whenever you need it." wide>
          {credits.length > 0 ? (
            <ByYear entries={certificatesOf(credits)} />
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
