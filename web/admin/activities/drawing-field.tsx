import { useState } from 'preact/hooks';
import type { Problem } from '../../../shared/api/problem.ts';
import { api } from '../../client.ts';
import { ItemButton } from './item-list.tsx';
import type { Provider } from './types.ts';

interface DrawingFieldProps {
  readonly label: string;
  /** What the drawing is called among the provider's. */
  readonly name: string;
  /** Nothing while the provider itself is not saved. */
  readonly provider: Provider | undefined;
  /** Whether the theme names it. */
  readonly used: boolean;
  readonly use: (name: string | undefined) => void;
}

/** A drawing of the provider: an SVG file of plain shapes, which is read and refused at once where it cannot be printed. */
export function DrawingField({ label, name, provider, used, use }: DrawingFieldProps) {
  const [problem, setProblem] = useState<Problem>();
  const id = `drawing-${name}`;
  const upload = async (file: File | undefined): Promise<void> => {
    if (!file || !provider) return;
    const drawing = name.replace(/\.svg$/, '').replaceAll(/[^a-z0-9-]/g, '-');
    const result = await api('PUT', '/api/admin/providers/{providerId}/drawings/{drawing}', {
      params: { providerId: provider.providerId, drawing },
      body: { svg: await file.text() },
      rev: provider.drawings[drawing]?.rev ?? 0,
    });
    setProblem(result.ok ? undefined : result.problem);
    if (!result.ok) return;
    use(drawing);
  };
  return (
    <div class={problem ? 'field field-bad' : 'field'}>
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {provider
          ? `${used ? 'There is one. ' : ''}An SVG file of plain shapes, without pictures, text and gradients.`
          : 'It can be added once the provider is saved.'}
      </p>
      {problem?.reasons.slice(0, 3).map(({ message, remedy }) => (
        <p key={message} class="field-error">
          {message} {remedy}
        </p>
      ))}
      {provider && (
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
