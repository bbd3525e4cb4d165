import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { FieldError } from '../../components/field.tsx';
import { ItemButton } from './item-list.tsx';
import { moved, withoutAt } from './list-change.ts';
import { type Kind, newOption, type Option, optionsOf, withRight } from './question-content.ts';
import type { PartFields } from './use-desk.ts';

interface OptionsProps {
  readonly question: PartFields;
  readonly kind: Kind;
}

/** What can be answered, with what is right of it marked. */
export function OptionsEditor({ question, kind }: OptionsProps) {
  const { content, errors } = question;
  const error = errors.options ?? errors.answer;
  const short = kind === 'true-false' && content.options === undefined;
  return (
    <fieldset class={error ? 'field field-bad' : 'field'} aria-describedby={error && 'options-error'}>
      <legend class="field-label">{short ? 'The statement is' : 'Options'}</legend>
      {!short && (
        <p class="hint">
          {kind === 'multiple-choice'
            ? 'Mark every right one. Learners must choose all of them, and no other.'
            : 'Mark the right one.'}
        </p>
      )}
      {error && <FieldError name="options" error={error} />}
      {short ? <TrueOrFalse question={question} /> : <Options question={question} kind={kind} />}
    </fieldset>
  );
}

function TrueOrFalse({ question: { content, set } }: { readonly question: PartFields }) {
  return (
    <div class="choices two">
      {[true, false].map((answer) => (
        <label key={String(answer)} class="choice">
          <input
            type="radio"
            name="answer"
            id={answer ? 'answer' : undefined}
            checked={content.answer === answer || content.answer === String(answer)}
            onChange={() => set({ kind: 'true-false', answer })}
          />
          <span>{answer ? 'True' : 'False'}</span>
        </label>
      ))}
    </div>
  );
}

function Options({ question, kind }: OptionsProps) {
  const options = optionsOf(question.content);
  const next = useRef<number | undefined>(undefined);
  useLayoutEffect(() => {
    if (next.current === undefined) return;
    document.getElementById(`options-${next.current}-text`)?.focus();
    next.current = undefined;
  });
  const set = (changed: readonly Option[], focus?: number): void => {
    next.current = focus;
    question.set({ options: changed });
  };
  const keys = (event: KeyboardEvent, at: number): void => {
    const by = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
    if (by !== undefined) {
      event.preventDefault();
      if (options[at + by]) set(moved(options, at, at + by), at + by);
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      set(options.toSpliced(at + 1, 0, newOption(options)), at + 1);
    }
  };
  return (
    <div class="options">
      {options.map(({ id, text, right }, at) => (
        <div key={id} class={right ? 'option option-right' : 'option'}>
          <input
            type={kind === 'multiple-choice' ? 'checkbox' : 'radio'}
            name="right"
            aria-label={`Option ${at + 1} is right`}
            checked={right === true}
            onChange={({ currentTarget }) => set(withRight(options, at, currentTarget.checked, kind))}
          />
          <input
            type="text"
            id={`options-${at}-text`}
            aria-label={`Option ${at + 1}`}
            aria-invalid={question.errors[`options-${at}-text`] ? 'true' : undefined}
            value={text}
            onKeyDown={(event) => keys(event, at)}
            onInput={({ currentTarget }) =>
              set(options.with(at, { ...(options[at] as Option), text: currentTarget.value }))
            }
          />
          <ItemButton does="up" what={`Option ${at + 1}`} off={at === 0} act={() => set(moved(options, at, at - 1))} />
          <ItemButton
            does="remove"
            what={`Option ${at + 1}`}
            off={options.length === 1}
            act={() => set(withoutAt(options, at), Math.min(at, options.length - 2))}
          />
          {question.errors[`options-${at}-text`] && <p class="field-error">{question.errors[`options-${at}-text`]}</p>}
        </div>
      ))}
      <Button kind="quiet" id="options" onClick={() => set([...options, newOption(options)], options.length)}>
        Add an option
      </Button>
    </div>
  );
}
