import { useEffect, useState } from 'preact/hooks';
import { plainTheme } from '../../../shared/domain/theme.ts';
import { api } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { useSending } from '../../components/sending.ts';
import { Wrong } from '../../components/wrong.tsx';
import { TextField } from '../components/inputs.tsx';
import { say } from '../components/status-line.tsx';
import { bound, entryFields } from './bound.ts';
import { DrawingField } from './drawing-field.tsx';
import { ItemList } from './item-list.tsx';
import type { Content } from './merge.ts';
import { idFrom, signersOf, themeOf, withSigners, withTheme } from './provider-content.ts';
import type { Provider } from './types.ts';
import { textOf, useDesk, useGaps, withChange } from './use-desk.ts';

const colorNames = { paper: 'Paper', ink: 'Ink', accent: 'Heading and addresses' } as const;

interface ProviderFormProps {
  /** Nothing for one that is written down now. */
  readonly providerId: string | undefined;
  readonly done: (providerId: string) => void;
}

/** What a provider says of itself. All its activities share it, so it is saved on purpose, and not while one types. */
export function ProviderForm({ providerId, done }: ProviderFormProps) {
  const { busy, problem, send } = useSending();
  const { readOnly } = useDesk();
  const gaps = useGaps() ?? [];
  const [provider, setProvider] = useState<Provider>();
  const [fields, setFields] = useState<Content>({});
  const load = async (): Promise<void> => {
    if (providerId === undefined) return;
    const result = await api('GET', '/api/admin/providers/{providerId}', { params: { providerId } });
    if (!result.ok) return;
    setProvider(result.body);
    setFields(result.body.fields);
  };
  useEffect(() => void load(), [providerId]);
  const errors = Object.fromEntries(
    gaps
      .filter((gap) => gap.provider !== undefined && gap.severity === 'refuses')
      .map(({ pointer, message, remedy }) => [pointer.slice(1).replaceAll('/', '-'), `${message} ${remedy}`])
      .toReversed(),
  );
  const form = { content: fields, errors, set: (change: Content) => setFields(withChange(fields, change)) };
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const id = providerId ?? idFrom(fields.name, 'provider');
    const saved = await send(() =>
      api('PUT', '/api/admin/providers/{providerId}', {
        ...{ params: { providerId: id }, body: { fields }, rev: provider?.rev ?? 0 },
      }),
    );
    if (!saved) return;
    if (provider) setProvider({ ...provider, rev: saved.rev });
    say('The provider is saved. What is published keeps what it said.');
    done(id);
  };
  const colors = themeOf({ theme: themeOf(fields).colors });
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <Wrong problem={problem} />
      {providerId !== undefined && (
        <p class="quiet small">
          All activities of this provider share this. Published versions keep what it said when they were published.
        </p>
      )}
      <TextField {...bound(form, 'name')} label="Name" hint="As it is accredited." />
      <TextField {...bound(form, 'contact')} label="E-mail address for learners’ questions" type="email" />
      <TextField {...bound(form, 'address')} label="Address" />
      <h3>Signatures</h3>
      <ItemList
        name="theme-signatures"
        one="Signature"
        items={signersOf(fields)}
        set={(signers) => setFields(withSigners(fields, signers))}
        blank={{}}
        add="Add a signature"
        error={errors['theme-signatures'] ?? errors.signatory}
      >
        {(signer, change, at) => {
          const who = entryFields(form, { prefix: `theme-signatures-${at}-`, content: signer, change });
          return (
            <>
              <TextField {...bound(who, 'name')} label="Name" />
              <TextField {...bound(who, 'title')} label="Title" />
              <DrawingField
                {...{ provider, name: textOf(signer.image) || `signature-${at + 1}` }}
                label="Drawing of the signature"
                used={signer.image !== undefined}
                use={(image) => change(withChange(signer, { image }))}
              />
            </>
          );
        }}
      </ItemList>
      <h3>Look</h3>
      <div class="colors">
        {Object.entries(colorNames).map(([name, label]) => {
          const id = `theme-colors-${name}`;
          return (
            <div class="field" key={name}>
              <label for={id}>{label}</label>
              {errors[id] && <p class="field-error">{errors[id]}</p>}
              <input
                type="color"
                id={id}
                value={textOf(colors[name]) || plainTheme.colors[name as keyof typeof colorNames]}
                onInput={({ currentTarget: { value } }) =>
                  setFields(withTheme(fields, { colors: { ...colors, [name]: value } }))
                }
              />
            </div>
          );
        })}
      </div>
      {(['logo', 'seal'] as const).map((drawing) => (
        <DrawingField
          key={drawing}
          {...{ provider, name: textOf(themeOf(fields)[drawing]) || drawing }}
          label={drawing === 'logo' ? 'Logo' : 'Seal'}
          used={themeOf(fields)[drawing] !== undefined}
          use={(name) => setFields(withTheme(fields, { [drawing]: name }))}
        />
      ))}
      {!readOnly && (
        <div class="actions">
          <Button type="submit" busy={busy}>
            {providerId === undefined ? 'Save as a new provider' : 'Save the provider'}
          </Button>
        </div>
      )}
    </form>
  );
}
