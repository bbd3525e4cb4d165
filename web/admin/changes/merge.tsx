import { useState } from 'preact/hooks';
import { type Answered, api } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Loaded, useResource } from '../../components/resource.tsx';
import { useLocation } from '../../components/router.tsx';
import { Confirm } from '../components/confirm.tsx';
import { TextField } from '../components/inputs.tsx';
import { useQuery } from '../components/query.ts';
import { Time } from '../components/time.tsx';

type Preview = Answered<'POST', '/api/admin/merges/preview'>;

/** Makes two accounts of one person one: shows what would happen, then asks for it. */
export function MergeAccounts() {
  const { values, set } = useQuery({ learnerId: '', into: '' });
  const [typed, setTyped] = useState(values);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    set({ learnerId: typed.learnerId.trim(), into: typed.into.trim() });
  };
  return (
    <Page
      title="Merge two accounts"
      above={<a href="/admin/changes">Corrections</a>}
      lead="When one person has two accounts. No credit, certificate or ledger is moved or changed: the account that stays shows both from then on, and it can be undone."
    >
      <form class="stack" onSubmit={submit} noValidate>
        <TextField
          label="The account that goes"
          hint="An e-mail address that signs in to it, or its id."
          name="learnerId"
          value={typed.learnerId}
          set={(learnerId) => setTyped({ ...typed, learnerId })}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
        />
        <TextField
          label="The account that stays"
          hint="Its name is what the next certificates print."
          name="into"
          value={typed.into}
          set={(into) => setTyped({ ...typed, into })}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
        />
        <div class="actions">
          <Button type="submit" kind={values.into ? 'secondary' : 'primary'}>
            Show what would happen
          </Button>
        </div>
      </form>
      {values.learnerId !== '' && values.into !== '' && (
        <Previewed key={`${values.learnerId} ${values.into}`} {...values} />
      )}
    </Page>
  );
}

function Previewed(body: { readonly learnerId: string; readonly into: string }) {
  const resource = useResource(() => api('POST', '/api/admin/merges/preview', { reads: true, body }), []);
  return <Loaded resource={resource}>{(preview) => <Shown preview={preview} />}</Loaded>;
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

function Account({ heading, of }: { readonly heading: string; readonly of: Preview['from'] }) {
  return (
    <section class="card" aria-label={heading}>
      <h3>{heading}</h3>
      <p dir="auto">
        <a href={`/admin/learners/${of.learnerId}`}>{of.name ?? 'No name yet'}</a>
      </p>
      <p class="address">{of.emails.join(', ')}</p>
      <p class="quiet small">
        {counted(of.credits, 'award')}, {counted(of.courses, 'course')}; since <Time of={of.createdAt} />
      </p>
    </section>
  );
}

function Shown({ preview }: { readonly preview: Preview }) {
  const { route } = useLocation();
  const [asking, setAsking] = useState(false);
  const { from, into, sessions, links, reasons } = preview;
  const ids = { learnerId: from.learnerId, into: into.learnerId };
  return (
    <section class="stack" aria-labelledby="preview">
      <h2 id="preview">What would happen</h2>
      <Account heading="Goes" of={from} />
      <Account heading="Stays" of={into} />
      <ul>
        <li>{from.emails.join(', ')} will sign in to the account that stays.</li>
        <li>
          Its wallet, history, certificates, transcript and data will show{' '}
          {counted(from.credits + into.credits, 'award')}.
        </li>
        <li>
          {counted(sessions, 'signed-in browser')} of the account that goes will be signed out, and{' '}
          {counted(links, 'link')} to its transcript withdrawn.
        </li>
        <li>What either has earned cannot be earned again by the other.</li>
        <li>The learner is told by mail.</li>
      </ul>
      {reasons.length > 0 ? (
        <div class="notice notice-bad">
          <h3 class="notice-title">These cannot be merged</h3>
          <ul class="plain">
            {reasons.map(({ message, remedy }) => (
              <li key={message}>
                {message} {remedy}
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <div class="actions">
          <Button onClick={() => setAsking(true)}>Ask a second person to merge</Button>
        </div>
      )}
      {asking && (
        <Confirm
          title="Ask to merge these accounts?"
          confirm="Ask"
          typed="MERGE"
          reason="How you know that they are of one person. For staff and auditors alone."
          send={({ reason, key }) => api('POST', '/api/admin/merges', { body: { kind: 'merge', ...ids, reason }, key })}
          done={({ change }) => route(`/admin/changes/${change.changeId}`)}
          close={() => setAsking(false)}
        />
      )}
    </section>
  );
}
