import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { Checkbox, Select, TextArea } from '../components/inputs.tsx';
import { bound, boundYes } from './bound.ts';
import { ItemButton } from './item-list.tsx';
import { OptionsEditor } from './options-editor.tsx';
import { type Kind, kindNames, kindOf, type Option, ofKind, optionsOf } from './question-content.ts';
import { entriesOf, textOf, useDesk, usePart } from './use-desk.ts';

interface QuestionEditorProps {
  readonly part: string;
  readonly assessment: string;
  readonly place: { readonly at: number; readonly of: number };
  /** The address of the list alone. */
  readonly list: string;
  readonly move: (by: -1 | 1) => void;
  readonly duplicate: () => void;
  readonly remove: () => void;
  /** Adds a question after this one. */
  readonly after: () => void;
  readonly hrefAt: (by: -1 | 1) => string | undefined;
}

/** One question: its wording, its options with what is right, why, and how it is asked. */
export function QuestionEditor(props: QuestionEditorProps) {
  const { part, place, list, after, hrefAt } = props;
  const [before, next] = [hrefAt(-1), hrefAt(1)];
  const question = usePart(part);
  const { readOnly } = useDesk();
  const kind = kindOf(question.content);
  const [optionsBefore, keepOptions] = useState<readonly Option[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  // Before anybody sees it, so that what is typed at once goes into it.
  useLayoutEffect(() => {
    // A new question is there to be written, another to be read; a field that the address names comes first.
    if (window.location.hash !== '') return;
    const wording = document.getElementById('text');
    if (textOf(question.content.text) === '' && wording) wording.focus();
    else heading.current?.focus({ preventScroll: true });
  }, []);
  const toKind = (next: string): void => {
    if (kind !== 'true-false') keepOptions(optionsOf(question.content));
    question.set(ofKind(question.content, next as Kind, optionsBefore));
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || readOnly) return;
    event.preventDefault();
    after();
  };
  return (
    <section class="question-editor stack" aria-labelledby="question-title" onKeyDown={keys}>
      <a class="questions-back small" href={list}>
        All questions
      </a>
      <div class="question-head">
        <h3 id="question-title" ref={heading} tabIndex={-1}>
          Question {place.at + 1} of {place.of}
        </h3>
        <p class="question-steps small">
          {before && <a href={before}>Previous</a>} {next && <a href={next}>Next</a>}
        </p>
      </div>
      {!readOnly && <Actions {...props} />}
      <TextArea {...bound(question, 'text')} label="Question" rows={3} />
      <Select {...bound(question, 'kind')} label="Kind" value={kind} set={toKind} options={kindNames} />
      <OptionsEditor question={question} kind={kind} />
      <TextArea
        {...bound(question, 'rationale')}
        hint="Why it is right, and others are not. Shown after submission where the rules say so."
        rows={3}
      />
      <HowAsked {...props} />
      {!readOnly && (
        <div class="actions">
          <Button kind="secondary" onClick={after}>
            Add a question after this one
          </Button>
          <span class="quiet small">or Ctrl and Enter</span>
        </div>
      )}
    </section>
  );
}

function Actions({ place, move, duplicate, remove }: QuestionEditorProps) {
  const what = `Question ${place.at + 1}`;
  return (
    <div class="item-actions">
      <ItemButton does="up" what={what} off={place.at === 0} act={() => move(-1)} />
      <ItemButton does="down" what={what} off={place.at === place.of - 1} act={() => move(1)} />
      <ItemButton does="duplicate" what={what} act={duplicate} />
      <ItemButton does="remove" what={what} act={remove} />
    </div>
  );
}

function HowAsked({ part, assessment }: QuestionEditorProps) {
  const question = usePart(part);
  const { content } = usePart(assessment);
  const pools = entriesOf(content.pools).map(({ id }) => textOf(id));
  const named = textOf(question.content.pool);
  const known = [...new Set([...pools, named])].filter((pool) => pool !== '');
  return (
    <>
      {known.length > 0 && (
        <Select
          {...bound(question, 'pool')}
          none="No pool: asked in every attempt"
          options={Object.fromEntries(known.map((pool) => [pool, pool]))}
        />
      )}
      <Checkbox
        {...boundYes(question, 'keepOrder')}
        label="Keep the order of its options"
        hint="Where others are shuffled: for “all of the above”, or doses in order."
      />
    </>
  );
}
