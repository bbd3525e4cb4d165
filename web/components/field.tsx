import { cloneElement, type VNode } from 'preact';

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** The control's name and id; `ErrorSummary` leads to it. */
  readonly name: string;
  /** The control itself: an input, a select or a text area. */
  readonly children: VNode;
}

/** A control with its label, hint and error, tied together for assistive technology. */
export function Field({ label, hint, error, name, children }: FieldProps) {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return (
    <div class={error ? 'field field-bad' : 'field'}>
      <label for={name}>{label}</label>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldError name={name} error={error} />}
      {cloneElement(children, {
        id: name,
        name,
        ...(described && { 'aria-describedby': described }),
        ...(error && { 'aria-invalid': 'true' }),
      })}
    </div>
  );
}

/** What is wrong with one field. Said in words, not by colour alone. */
export function FieldError({ name, error }: { readonly name: string; readonly error: string }) {
  return (
    <p class="field-error" id={`${name}-error`}>
      <span class="visually-hidden">Error: </span>
      {error}
    </p>
  );
}
