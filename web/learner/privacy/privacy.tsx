import { api } from '../../client.ts';
import { Page } from '../../components/page.tsx';
import { Loaded, useResource } from '../../components/resource.tsx';
import { Consent } from './consent.tsx';
import { Download } from './download.tsx';
import { Erasure } from './erasure.tsx';
import { Sessions } from './sessions.tsx';

/** What is kept about the learner, what they allowed, where they are signed in, and their data to take away. */
export function Privacy() {
  const resource = useResource(() => api('GET', '/api/privacy'), []);
  return (
    <Loaded resource={resource}>
      {({ kept, consents, contact, erasure, sessions, signInIsFresh }) => (
        <Page
          title="Privacy"
          lead="What is kept about you, what you allow, where you are signed in, and how to take your data with you."
          above={<a href="/profile">Profile</a>}
        >
          <div class="sections">
            <section aria-labelledby="permissions">
              <h2 id="permissions">Your permissions</h2>
              <p>
                Nothing here is allowed until you allow it. You can take each permission back at any time; your credit
                and certificates stay the same either way.
              </p>
              {consents.map((consent) => (
                <Consent key={consent.purpose} consent={consent} reload={resource.reload} />
              ))}
            </section>
            <section aria-labelledby="sessions">
              <h2 id="sessions">Where you are signed in</h2>
              <Sessions privacy={{ sessions, signInIsFresh }} reload={resource.reload} />
            </section>
            <section aria-labelledby="download">
              <h2 id="download">Download my data</h2>
              <Download />
            </section>
            <section aria-labelledby="erase">
              <h2 id="erase">Erase my account</h2>
              <Erasure privacy={{ erasure, signInIsFresh }} reload={resource.reload} />
            </section>
            <section aria-labelledby="kept">
              <h2 id="kept">What we keep, and why</h2>
              <dl class="kept">
                {kept.map(({ what, why, until }) => (
                  <div key={what}>
                    <dt>{what}</dt>
                    <dd>{why}</dd>
                    <dd class="quiet">Kept: {until}.</dd>
                  </div>
                ))}
              </dl>
              <p>
                Questions, or something that is wrong and cannot be corrected here? Write to{' '}
                <a href={`mailto:${contact}`}>{contact}</a>.
              </p>
            </section>
          </div>
        </Page>
      )}
    </Loaded>
  );
}
