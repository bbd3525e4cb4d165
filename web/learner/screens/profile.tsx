import { useState } from 'preact/hooks';
import { cleanName, nameOnCertificate, type Profession } from '../../../shared/domain/learner.ts';
import { api } from '../../client.ts';
import { handOn } from '../../components/begun.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { Field } from '../../components/field.tsx';
import { fieldErrors } from '../../components/field-errors.ts';
import { Page } from '../../components/page.tsx';
import { useLocation } from '../../components/router.tsx';
import { useSending } from '../../components/sending.ts';
import { hasProfile, type Me, useSession } from '../../components/session.tsx';
import { SignedIn } from '../../components/signed-in.tsx';
import { Addresses } from './addresses.tsx';
import { landingOf } from './landing.ts';

const professionNames: Readonly<Record<Profession, string>> = {
  physician: 'Physician (MD, DO)',
  'physician-assistant': 'Physician assistant/associate',
  nurse: 'Nurse',
  pharmacist: 'Pharmacist',
  'pharmacy-technician': 'Pharmacy technician',
  psychologist: 'Psychologist',
  'social-worker': 'Social worker',
  dentist: 'Dentist',
  optometrist: 'Optometrist',
  dietitian: 'Dietitian, dietetic technician',
  'athletic-trainer': 'Athletic trainer',
  other: 'Other',
};

/** The name and profession that certificates are made out to. */
export function Profile() {
  return <SignedIn>{(me) => <ProfileForm me={me} key={me.learnerId} />}</SignedIn>;
}

const written = ({ givenName = '', familyName = '', profession, credentials = '' }: Me) => ({
  givenName,
  familyName,
  profession: profession ?? '',
  credentials,
});

function ProfileForm({ me }: { readonly me: Me }) {
  const { query, route } = useLocation();
  const { refresh } = useSession();
  // As it was when the page was opened: saving must not turn the first form into the later one under one's hands.
  const [first] = useState(!hasProfile(me));
  const [values, setValues] = useState(() => written(me));
  const { busy, problem, send } = useSending();
  const [saved, setSaved] = useState(false);
  const errors = fieldErrors(problem);

  const bind = (name: keyof ReturnType<typeof written>) => ({
    value: values[name],
    onInput: ({ currentTarget }: { readonly currentTarget: HTMLInputElement | HTMLSelectElement }) => {
      setValues({ ...values, [name]: currentTarget.value });
      setSaved(false);
    },
  });
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { givenName, familyName, credentials } = values;
    // What is no profession the service refuses, with the words for it.
    const body = { givenName, familyName, profession: values.profession as Profession };
    const saved = await send(() =>
      api('PUT', '/api/me', { body: credentials.trim() ? { ...body, credentials } : body }),
    );
    if (!saved) return;
    handOn('/api/me', saved);
    await refresh();
    if (first || query.to) route(landingOf(query.to), true);
    else setSaved(true);
  };

  const preview = nameOnCertificate({
    givenName: cleanName(values.givenName),
    familyName: cleanName(values.familyName),
    profession: 'other',
    credentials: cleanName(values.credentials),
  });
  return (
    <Page
      title={first ? 'How your name will appear on certificates' : 'Profile'}
      lead={
        first
          ? 'We ask once. You can change it later, for the certificates that follow.'
          : 'New certificates print what you enter here. Certificates already issued keep their name.'
      }
    >
      <form class="stack" onSubmit={submit} noValidate>
        {problem && <ErrorSummary problem={problem} />}
        <Field label="Given name" name="givenName" error={errors.givenName}>
          <input {...bind('givenName')} dir="auto" autocomplete="given-name" spellcheck={false} required />
        </Field>
        <Field label="Family name" name="familyName" error={errors.familyName}>
          <input {...bind('familyName')} dir="auto" autocomplete="family-name" spellcheck={false} required />
        </Field>
        <Field
          label="Profession"
          hint="It decides which kinds of credit you can claim."
          name="profession"
          error={errors.profession}
        >
          <select {...bind('profession')} required>
            <option value="">Choose your profession</option>
            {Object.entries(professionNames).map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <Field
          label="Credentials as printed (optional)"
          hint="Such as MD, FACP."
          name="credentials"
          error={errors.credentials}
        >
          <input {...bind('credentials')} autocomplete="honorific-suffix" spellcheck={false} />
        </Field>
        <div class="card name-preview">
          <label for="preview" class="quiet">
            Certificates will print:
          </label>
          <output id="preview" for="givenName familyName credentials" dir="auto">
            {preview || <span class="quiet small">Your name, as you type it above</span>}
          </output>
        </div>
        <div class="actions">
          <Button type="submit" busy={busy}>
            {first ? 'Save and continue' : 'Save'}
          </Button>
          <span role="status">{saved && 'Saved.'}</span>
        </div>
      </form>
      {!first && <Addresses me={me} />}
      {!first && (
        <p>
          <a href="/privacy">Privacy: what is kept about you, your permissions, and your data to download</a>
        </p>
      )}
    </Page>
  );
}
