import { useEffect, useState } from 'preact/hooks';
import { plainTheme } from '../../../shared/domain/theme.ts';
import { api } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { fieldErrors } from '../../components/field-errors.ts';
import { useSending } from '../../components/sending.ts';
import { Wrong } from '../../components/wrong.tsx';
import { TextField } from '../components/inputs.tsx';
import { say } from '../components/status-line.tsx';
import { bound, entryFields } from './bound.ts';
import { ConflictNotice } from './conflicts.tsx';
import { DrawingField } from './drawing-field.tsx';
import { idFrom } from './id-from.ts';
import { ItemList } from './item-list.tsx';
import { type Conflict, type Content, type Held, heldOf, settle } from './merge.ts';
import { gathered, signersOf, spread, themeOf, withSigners, withTheme } from './provider-content.ts';
import {
  currentIn,
  partOf,
  type Revisions,
  revisionsOf,
  saveOver,
  taken,
  unwritten,
  withTyped,
} from './provider-saving.ts';
import { textOf, useDesk, useGaps, withChange } from './use-desk.ts';

const colorNames = { paper: 'Paper', ink: 'Ink', accent: 'Heading and addresses' } as const;

interface ProviderFormProps {
  /** Nothing for one that is written down now. */
  readonly providerId: string | undefined;
  readonly done: (providerId: string) => void;
}

/** What a provider says of itself. All its activities share it, so it is saved on purpose, and not while one types. */
export function ProviderForm({ providerId, done }: ProviderFormProps) {
  const { busy, problem, refuse, send } = useSending();
  const { readOnly } = useDesk();
  const gaps = useGaps() ?? [];
  const [held, setHeld] = useState(unwritten);
  const [conflict, setConflict] = useState<Conflict>();
  const [drawings, setDrawings] = useState<Revisions>({});
  const fields = gathered(held.content);
  const setFields = (next: Content): void => setHeld((now) => ({ ...now, content: spread(next) }));
  const load = async (): Promise<void> => {
    if (providerId === undefined) return;
    const result = await api('GET', '/api/admin/providers/{providerId}', { params: { providerId } });
    if (result.ok) {
      setHeld(heldOf(partOf(result.body)));
      setDrawings(revisionsOf(result.body));
    } else if (result.problem.status !== 404) refuse(result.problem);
  };
  useEffect(() => void load(), [providerId]);
  const ofGaps = Object.fromEntries(
    gaps
      .filter((gap) => gap.provider !== undefined && gap.severity === 'refuses')
      .map(({ pointer, message, remedy }) => [pointer.slice(1).replaceAll('/', '-'), `${message} ${remedy}`])
      .toReversed(),
  );
  const errors = { ...ofGaps, ...fieldErrors(problem) };
  const form = { content: fields, errors, set: (change: Content) => setFields(withChange(fields, change)) };
  const save = async (mine: Held): Promise<void> => {
    const id = providerId ?? idFrom(fields.name, 'provider');
    setConflict(undefined);
    const outcome = await send(() =>
      saveOver(id, mine, async (content, rev) => {
        const sending = { params: { providerId: id }, body: { fields: content }, rev };
        const result = await api('PUT', '/api/admin/providers/{providerId}', sending);
        const current = result.ok ? undefined : currentIn(result.problem);
        if (current && providerId === undefined) return { ok: false, problem: taken(current) };
        if (current) setDrawings(revisionsOf(current));
        return result;
      }),
    );
    if (!outcome) return;
    if ('conflict' in outcome) return setConflict(outcome.conflict);
    setHeld((now) => withTyped(outcome.saved, mine, now));
    const others = outcome.with && `, with what ${outcome.with} changed meanwhile`;
    say(`The provider is saved${others ?? ''}. What is published keeps what it said.`);
    done(id);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void save(held);
  };
  const resolve = (choice: 'mine' | 'theirs'): void => {
    if (!conflict) return;
    const chosen = settle(held, conflict, choice);
    setHeld(chosen);
    void save(chosen);
  };
  const keptAs = providerId === undefined || held.rev === 0 ? undefined : providerId;
  const drawingOf = (name: string) => ({
    ...{ providerId: keptAs, name, revisions: drawings },
    saved: (drawing: string, rev: number) => setDrawings((now) => ({ ...now, [drawing]: rev })),
  });
  const colors = themeOf({ theme: themeOf(fields).colors });
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <Wrong problem={problem} />
      {conflict && (
        <div role="alert">
          <ConflictNotice conflict={conflict} resolve={resolve}>
            Nothing of yours is saved before you choose; then everything else is, theirs and yours.
          </ConflictNotice>
        </div>
      )}
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
                {...drawingOf(textOf(signer.image) || `signature-${at + 1}`)}
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
          {...drawingOf(textOf(themeOf(fields)[drawing]) || drawing)}
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
