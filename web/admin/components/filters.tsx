import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';

/** Long enough that a word that is typed asks once, and short enough not to be waited for. */
const PAUSE_MS = 250;

interface FiltersProps {
  /** What is searched: `Learners`. */
  readonly label: string;
  /** Whether anything is filtered, so that it can be taken back. */
  readonly filtered: boolean;
  readonly clear: () => void;
  readonly children: ComponentChildren;
}

/** The filters of a list, one line where there is room. They take effect as they are set. */
export function Filters({ label, filtered, clear, children }: FiltersProps) {
  return (
    <search aria-label={label}>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        {children}
        {filtered && (
          <Button kind="quiet" onClick={clear}>
            Clear filters
          </Button>
        )}
      </form>
    </search>
  );
}

interface FilterProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly set: (value: string) => void;
}

/** A text to search for. It is asked for after a pause in typing; `set` should replace the address. */
export function SearchFilter({ label, name, value, set, hint }: FilterProps & { readonly hint?: string }) {
  const [text, setText] = useState(value);
  const told = useRef(value);
  // Back, a link or “Clear filters” changed the address.
  useEffect(() => {
    if (value !== told.current) setText(value);
    told.current = value;
  }, [value]);
  useEffect(() => {
    if (text === told.current) return;
    const timer = setTimeout(() => {
      told.current = text;
      set(text);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <Field label={label} name={name} hint={hint}>
      <input
        type="search"
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
    </Field>
  );
}

/** One of several, by id; the choice of all comes first, under the empty id: `{ '': 'Any status', claimed: 'Claimed' }`. */
export function SelectFilter(props: FilterProps & { readonly options: Readonly<Record<string, string>> }) {
  const { label, name, value, set, options } = props;
  return (
    <Field label={label} name={name}>
      <select value={value} onChange={({ currentTarget }) => set(currentTarget.value)}>
        {Object.entries(options).map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** A civil date: the first or the last day of a range. */
export function DateFilter({ label, name, value, set }: FilterProps) {
  return (
    <Field label={label} name={name}>
      <input type="date" value={value} onChange={({ currentTarget }) => set(currentTarget.value)} />
    </Field>
  );
}
