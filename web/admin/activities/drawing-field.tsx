import { useState } from 'preact/hooks';
import type { Problem } from '../../../shared/api/problem.ts';
import { api } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { ItemButton } from './item-list.tsx';
import type { Revisions } from './provider-saving.ts';

interface DrawingFieldProps {
  readonly label: string;
  /** What the drawing is called among the provider's. */
  readonly name: string;
  /** Nothing while the provider itself is not saved. */
  readonly providerId: string | undefined;
  readonly revisions: Revisions;
  /** Whether the theme names it. */
  readonly used: boolean;
  readonly use: (name: string | undefined) => void;
  /** Told at which revision a drawing stands now. */
  readonly saved: (drawing: string, rev: number) => void;
}

/** A drawing that somebody else replaced after this page was opened, and what was to stand there. */
interface Met {
  readonly drawing: string;
  readonly svg: string;
  readonly rev: number;
  readonly problem: Problem;
}

/** A drawing of the provider: an SVG file of plain shapes, which is read and refused at once where it cannot be printed. */
export function DrawingField(props: DrawingFieldProps) {
  const { label, name, providerId, revisions, used, use, saved } = props;
  const [problem, setProblem] = useState<Problem>();
  const [met, setMet] = useState<Met>();
  const id = `drawing-${name}`;
  const stands = (drawing: string, rev: number): void => {
    setMet(undefined);
    saved(drawing, rev);
    use(drawing);
  };
  const save = async (drawing: string, svg: string, rev: number): Promise<void> => {
    if (!providerId) return;
    const result = await api('PUT', '/api/admin/providers/{providerId}/drawings/{drawing}', {
      ...{ params: { providerId, drawing }, body: { svg }, rev },
    });
    const wrong = result.ok ? undefined : result.problem;
    const current = wrong?.status === 412 ? (wrong.current as { readonly rev: number } | undefined) : undefined;
    setMet(wrong && current && { drawing, svg, rev: current.rev, problem: wrong });
    setProblem(current ? undefined : wrong);
    if (result.ok) stands(drawing, result.body.rev);
  };
  const upload = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const drawing = name.replace(/\.svg$/, '').replaceAll(/[^a-z0-9-]/g, '-');
    await save(drawing, await file.text(), revisions[drawing] ?? 0);
  };
  return (
    <div class={problem ? 'field field-bad' : 'field'}>
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {providerId
          ? `${used ? 'There is one. ' : ''}An SVG file of plain shapes, without pictures, text and gradients.`
          : 'It can be added once the provider is saved.'}
      </p>
      {problem?.reasons.slice(0, 3).map(({ message, remedy }) => (
        <p key={message} class="field-error">
          {message} {remedy}
        </p>
      ))}
      {met && (
        <div class="notice notice-wait conflict" role="alert">
          <p>{met.problem.reasons[0]?.message} Yours is not saved before you choose.</p>
          <div class="actions">
            <Button onClick={() => void save(met.drawing, met.svg, met.rev)}>Keep mine</Button>
            <Button kind="secondary" onClick={() => stands(met.drawing, met.rev)}>
              Take theirs
            </Button>
          </div>
        </div>
      )}
      {providerId && (
        <input
          type="file"
          id={id}
          accept="image/svg+xml,.svg"
          aria-describedby={`${id}-hint`}
          onChange={({ currentTarget }) => void upload(currentTarget.files?.[0])}
        />
      )}
      {used && <ItemButton does="remove" what={label} act={() => use(undefined)} />}
    </div>
  );
}
