import { Field, FieldError } from '../../components/field.tsx';

interface Labelled {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** The control's name and id: of a refusal's field `/title` it is `title`, of `/questions/2/text` `questions-2-text`. */
  readonly name: string;
}

interface Text extends Labelled {
  readonly value: string;
  readonly set: (value: string) => void;
}

/** What else a control of text is told, as HTML calls it. */
interface Typed {
  readonly autocomplete?: string;
  readonly autocapitalize?: 'none' | 'characters' | 'words';
  readonly spellcheck?: boolean;
  readonly maxLength?: number;
  readonly required?: boolean;
  readonly readOnly?: boolean;
  readonly disabled?: boolean;
  readonly onBlur?: () => void;
}

interface TextFieldProps extends Text, Typed {
  readonly type?: 'text' | 'email' | 'url' | 'date' | 'time' | 'number' | 'datetime-local';
  readonly inputMode?: 'text' | 'numeric' | 'decimal';
  readonly min?: string | number;
  readonly max?: string | number;
  readonly step?: string | number;
  /** The id of a list of suggestions. */
  readonly list?: string;
}

/** A line of text, or of another `type`: `date`, `email`, `number`. */
export function TextField({ label, hint, error, name, set, ...input }: TextFieldProps) {
  return (
    <Field {...{ label, hint, error, name }}>
      <input type="text" {...input} onInput={({ currentTarget }) => set(currentTarget.value)} />
    </Field>
  );
}

/** Several lines of text. */
export function TextArea({ label, hint, error, name, set, ...area }: Text & Typed & { readonly rows?: number }) {
  return (
    <Field {...{ label, hint, error, name }}>
      <textarea rows={3} {...area} onInput={({ currentTarget }) => set(currentTarget.value)} />
    </Field>
  );
}

interface Known extends Pick<Text, 'value' | 'set'> {
  /** What is wrong, of each field of the form. */
  readonly errors: Readonly<Record<string, string>>;
  readonly hint?: string;
}

/** The address of somebody else, whose browser this is not. */
export const AddressField = ({ errors, ...field }: Known) => (
  <TextField
    label="E-mail address"
    name="email"
    type="email"
    error={errors.email}
    {...field}
    autocomplete="off"
    autocapitalize="none"
    spellcheck={false}
  />
);

/** Why something is done, for the record. */
export const ReasonField = ({ errors, hint = 'For staff and auditors alone.', ...field }: Known) => (
  <TextArea label="Reason" hint={hint} name="reason" error={errors.reason} {...field} />
);

interface SelectProps extends Text {
  /** Names by id, in their order. */
  readonly options: Readonly<Record<string, string>>;
  /** What stands there while nothing is chosen. */
  readonly none?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
}

/** One of several, by the browser's own dropdown. */
export function Select(props: SelectProps) {
  const { label, hint, error, name, set, options, none, value, ...select } = props;
  return (
    <Field {...{ label, hint, error, name }}>
      <select {...select} value={value} onChange={({ currentTarget }) => set(currentTarget.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {Object.entries(options).map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface CheckboxProps extends Labelled {
  readonly checked: boolean;
  readonly set: (checked: boolean) => void;
}

/** Something that is so or not. */
export function Checkbox({ label, hint, error, name, checked, set }: CheckboxProps) {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return (
    <div class={error ? 'field field-bad' : 'field'}>
      {error && <FieldError name={name} error={error} />}
      <div class="check">
        <input
          type="checkbox"
          id={name}
          name={name}
          checked={checked}
          onChange={({ currentTarget }) => set(currentTarget.checked)}
          {...(described && { 'aria-describedby': described })}
          {...(error && { 'aria-invalid': 'true' })}
        />
        <label for={name}>{label}</label>
        {hint && (
          <p class="hint" id={`${name}-hint`}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
