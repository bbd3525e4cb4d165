import { useState } from 'preact/hooks';
import { professions } from '../../../shared/domain/learner.ts';
import { api } from '../../client.ts';
import { Markup } from '../../components/markup.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useResource } from '../../components/resource.tsx';
import { Select, TextField } from '../components/inputs.tsx';
import { SectionPage } from './frame.tsx';
import { LearnerSurface } from './learner-surface.tsx';
import { ProviderForm } from './provider-form.tsx';
import { hrefOf } from './sections.ts';
import { useDesk, usePart, useShown, useWatch } from './use-desk.ts';

/** How the certificate looks, and by whom it is signed. */
export const CertificateSection = () => (
  <SectionPage section="certificate" wide>
    {() => <Parts />}
  </SectionPage>
);

function Parts() {
  const { activityId } = useDesk();
  const about = usePart('about');
  const [saved, setSaved] = useState(0);
  const { provider } = about.content;
  const made = (providerId: string): void => {
    about.set({ provider: providerId });
    setSaved(saved + 1);
  };
  return (
    <div class="certificate-desk">
      <Preview again={saved} />
      <section class="stack certificate-look" aria-labelledby="provider-title">
        <h2 id="provider-title">Who provides it</h2>
        {typeof provider === 'object' && provider !== null ? (
          <>
            <p class="quiet">
              The provider is written in this activity alone. Choose one of the providers that are kept here under{' '}
              <a href={hrefOf(activityId, 'details', '#provider')}>Details</a> to change how its certificates look, or
              write down a new one.
            </p>
            <ProviderForm key="new" providerId={undefined} done={made} />
          </>
        ) : (
          <ProviderForm key={String(provider)} providerId={provider as string | undefined} done={made} />
        )}
      </section>
    </div>
  );
}

const capital = (words: string): string => words.replace(/^./, (first) => first.toUpperCase()).replaceAll('-', ' ');

/** The certificate as it would be issued, asked for again after each save. */
function Preview({ again }: { readonly again: number }) {
  const { store, activityId } = useDesk();
  const [profession, setProfession] = useState<(typeof professions)[number]>('physician');
  const [name, setName] = useState('Amara Okonkwo-Reyes, MD');
  useWatch((watcher) => store.watch('saving', watcher), [store]);
  const saving = store.saving();
  const at = saving.state === 'saved' ? saving.at : '';
  const { body, problem } = useResource(
    () =>
      api('POST', '/api/admin/activities/{activityId}/certificate-preview', {
        reads: true,
        params: { activityId },
        body: { profession, ...(name.trim() && { name }) },
      }),
    [activityId, at, again, profession, name],
  );
  const shown = useShown(body);
  return (
    <section class="stack" aria-labelledby="preview-title">
      <h2 id="preview-title">As it would be issued</h2>
      <div class="field-pair">
        <TextField
          label="To"
          name="preview-name"
          value={name}
          set={setName}
          hint="Try a long one."
          autocomplete="off"
        />
        <Select
          label="Who is a"
          name="preview-profession"
          options={Object.fromEntries(professions.map((id) => [id, capital(id)]))}
          value={profession}
          set={(id) => setProfession(id as typeof profession)}
          hint="What it says depends on it."
        />
      </div>
      {problem && <ProblemNotice problem={problem} />}
      {shown && (
        <LearnerSurface label="Certificate, marked as a preview" colors={shown.colors}>
          {/* Composed by the service from the draft; whatever anybody typed is escaped there. */}
          <Markup class="sheet-holder" text={shown.sheet} />
        </LearnerSurface>
      )}
    </section>
  );
}
