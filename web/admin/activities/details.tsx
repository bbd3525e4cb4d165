import { learningFormats } from '../../../shared/domain/activity.ts';
import { api } from '../../client.ts';
import { useResource } from '../../components/resource.tsx';
import { Select, TextArea, TextField } from '../components/inputs.tsx';
import { bound, boundNumber } from './bound.ts';
import { SectionPage } from './frame.tsx';
import { usePart } from './use-desk.ts';

/** What the activity is, for whom, and what there is to read. */
export const Details = () => <SectionPage section="details">{() => <Fields />}</SectionPage>;

function Fields() {
  const about = usePart('about');
  return (
    <div class="stack">
      <TextArea {...bound(about, 'title')} rows={2} />
      <TextArea
        {...bound(about, 'summary')}
        hint="Two or three sentences: what it is about, and why it matters. Lists and search show them."
        rows={3}
      />
      <div class="field-pair">
        <Select {...bound(about, 'format')} none="Choose a format" options={formats} />
        <TextField {...bound(about, 'formatDetail')} hint="For other or blended formats: blended learning" />
      </div>
      <div class="field-pair">
        <ProviderChoice />
        <TextField
          {...boundNumber(about, 'minutes')}
          label="Minutes"
          hint="How long it takes, with the test and the evaluation."
        />
      </div>
      <TextField {...bound(about, 'audience')} hint="Primary care physicians and nurses" />
      <h2>Course material</h2>
      <p class="quiet">An article to read here, a link to material elsewhere, or both.</p>
      <TextArea {...bound(about, 'article')} label="Article" hint="A blank line begins a new paragraph." rows={12} />
      <TextField {...bound(about, 'link')} type="url" hint="https://…" />
      <details class="more">
        <summary>How one takes part</summary>
        <div class="stack">
          <p class="quiet">
            Learners must know this before they start. What you leave empty the site says in its own words; see them in
            the preview.
          </p>
          <TextField {...bound(about, 'medium')} hint="Internet, an article to read" />
          <TextArea {...bound(about, 'method')} rows={2} />
          <TextArea {...bound(about, 'requirements')} hint="Hardware and software" rows={2} />
          <TextArea {...bound(about, 'privacy')} rows={2} />
        </div>
      </details>
    </div>
  );
}

const capital = (words: string): string => words.replace(/^./, (first) => first.toUpperCase());
const formats = Object.fromEntries(Object.entries(learningFormats).map(([id, name]) => [id, capital(name)]));

function ProviderChoice() {
  const about = usePart('about');
  const { body } = useResource(() => api('GET', '/api/admin/providers'), []);
  const written = about.content.provider;
  const own = typeof written === 'object' && written !== null && 'name' in written ? String(written.name) : undefined;
  const known = Object.fromEntries((body?.providers ?? []).map(({ providerId, name }) => [providerId, name]));
  const { value, set, ...field } = bound(about, 'provider');
  return (
    <Select
      {...field}
      hint="Who is accredited, and signs certificates."
      none={own === undefined ? 'Choose a provider' : `${own} (as written in this activity)`}
      options={known}
      value={own === undefined ? value : ''}
      set={(provider) => (provider === '' && own !== undefined ? undefined : set(provider))}
    />
  );
}
