import { api } from '../../client.ts';
import { LinkButton } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Loaded, useResource } from '../../components/resource.tsx';
import { useSession } from '../../components/session.tsx';
import { CertificateRows } from './certificate-rows.tsx';
import { CreditTotals, MocTotals } from './credit-totals.tsx';
import { certificatesOf } from './credit-words.ts';
import { NextActions } from './next-actions.tsx';
import type { Wallet } from './types.ts';

const recent = 5;

/** What to do next, what has been earned, and the way to the rest. */
export function Dashboard() {
  const wallet = useResource(() => api('GET', '/api/wallet'), []);
  const { me } = useSession();
  return (
    <Loaded resource={wallet}>
      {(body) => (
        <Page title="Learner dashboard" lead={me?.nameOnCertificate && <bdi>{me.nameOnCertificate}</bdi>} wide>
          <div class="sections">
            <NextActions />
            {body.credits.length > 0 ? <Earned wallet={body} /> : <Nothing />}
          </div>
        </Page>
      )}
    </Loaded>
  );
}

function Earned({ wallet }: { readonly wallet: Wallet }) {
  const entries = certificatesOf(wallet.credits);
  return (
    <>
      {wallet.totals.length > 0 && <CreditTotals totals={wallet.totals} />}
      {wallet.moc.length > 0 && <MocTotals moc={wallet.moc} />}
      <section>
        <h2>Recent credits</h2>
        <CertificateRows entries={entries.slice(0, recent)} />
        <div class="actions">
          <LinkButton kind="secondary" href="/certificates">
            All certificates
          </LinkButton>
          <LinkButton kind="secondary" href="/transcript">
            Transcript
          </LinkButton>
          <LinkButton kind="secondary" href="/history">
            Course history
          </LinkButton>
        </div>
      </section>
    </>
  );
}

function Nothing() {
  return (
    <section>
      <h2>No credit yet</h2>
      <p>
        Open an activity, pass its Post-Test, complete the Course Evaluation and claim your credit. It is then counted
        here, and its certificate is kept for you.
      </p>
      <div class="actions">
        <LinkButton href="/">See the activities</LinkButton>
        <LinkButton kind="secondary" href="/help">
          How it works
        </LinkButton>
      </div>
    </section>
  );
}
