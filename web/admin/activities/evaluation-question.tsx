import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { Checkbox, Select, TextArea, TextField } from '../components/inputs.tsx';
import { bound, boundYes, entryFields, type Fields } from './bound.ts';
import {
  type Asked,
  type EvaluationOption,
  freeOption,
  type Kind,
  kindNames,
  optionsOf,
  scaleIn,
  scaleNames,
  scales,
} from './evaluation-content.ts';
import { EvaluationOutcomes } from './evaluation-outcomes.tsx';
import { EvaluationShowIf } from './evaluation-show-if.tsx';
import { ItemButton } from './item-list.tsx';
import { textOf, useDesk } from './use-desk.ts';

interface EvaluationQuestionProps {
  readonly questions: readonly Asked[];
  readonly at: number;
  readonly set: (questions: readonly Asked[]) => void;
  readonly errors: Readonly<Record<string, string>>;
  /** The address of the list alone. */
  readonly list: string;
  readonly move: (by: -1 | 1) => void;
  readonly duplicate: () => void;
  readonly remove: () => void;
}

/** One question of the evaluation. */
export function EvaluationQuestion(props: EvaluationQuestionProps) {
  const { questions, at, set, errors, list, move, duplicate, remove } = props;
  const { readOnly } = useDesk();
  const question = questions[at] as Asked;
  const heading = useRef<HTMLHeadingElement>(null);
  const prefix = `questions-${at}-`;
  // Before anybody sees it, so that what is typed at once goes into it.
  useLayoutEffect(() => {
    if (window.location.hash !== '') return;
    const wording = document.getElementById(`${prefix}text`);
    if (textOf(question.text) === '' && wording) wording.focus();
    else heading.current?.focus({ preventScroll: true });
  }, []);
  const fields = entryFields(
    { errors },
    { prefix, content: question, change: (changed) => set(questions.with(at, { ...changed, id: question.id })) },
  );
  const kind = textOf(question.kind) as Kind | '';
  const toKind = (next: string): void =>
    fields.set({
      kind: next,
      options:
        next === 'text' || next === 'rating'
          ? undefined
          : optionsOf({ ...question, kind: '' }).length > 0
            ? optionsOf({ ...question, kind: '' })
            : [
                { id: '1', text: '' },
                { id: '2', text: '' },
              ],
    });
  const groups = [...new Set(questions.map(({ group }) => textOf(group)))].filter((group) => group !== '');
  const what = `Question ${at + 1}`;
  return (
    <section class="question-editor stack" aria-labelledby="question-title">
      <a class="questions-back small" href={list}>
        All questions
      </a>
      <h2 class="question-title" id="question-title" ref={heading} tabIndex={-1}>
        Question {at + 1} of {questions.length}
      </h2>
      {!readOnly && (
        <div class="item-actions">
          <ItemButton does="up" what={what} off={at === 0} act={() => move(-1)} />
          <ItemButton does="down" what={what} off={at === questions.length - 1} act={() => move(1)} />
          <ItemButton does="duplicate" what={what} act={duplicate} />
          <ItemButton does="remove" what={what} act={remove} />
        </div>
      )}
      <TextArea {...bound(fields, 'text')} label="Question" rows={2} />
      <div class="field-pair">
        <Select {...bound(fields, 'kind')} label="Kind" set={toKind} none="Choose a kind" options={kindNames} />
        <TextField
          {...bound(fields, 'group')}
          label="Group"
          hint="Questions of a group stand together."
          list="groups"
        />
        <datalist id="groups">
          {groups.map((group) => (
            <option key={group} value={group} />
          ))}
        </datalist>
      </div>
      {kind !== 'text' && kind !== '' && <Options question={question} fields={fields} kind={kind} />}
      <Checkbox
        {...boundYes(fields, 'required', true)}
        label="Required"
        hint="The evaluation cannot be submitted without an answer to it."
      />
      <EvaluationShowIf questions={questions} at={at} fields={fields} />
      <EvaluationOutcomes fields={fields} />
    </section>
  );
}

interface OptionsProps {
  readonly question: Asked;
  readonly fields: Fields;
  readonly kind: Kind;
}

function Options({ question, fields, kind }: OptionsProps) {
  const options = optionsOf(question);
  const set = (changed: readonly EvaluationOption[]): void => fields.set({ options: changed });
  const scale = scaleIn(question);
  const name = `${fields.prefix}options`;
  return (
    <fieldset class="field">
      <legend class="field-label">{kind === 'rating' ? 'Scale' : 'Options'}</legend>
      {fields.errors[name] && <p class="field-error">{fields.errors[name]}</p>}
      {kind === 'rating' && (
        <select
          aria-label="Steps of the scale"
          id={name}
          value={scale}
          onChange={({ currentTarget: { value } }) => {
            if (value === 'own') set([...options, freeOption(options)]);
            else fields.set({ options: value === 'agreement' ? undefined : scales[value as keyof typeof scales] });
          }}
        >
          {Object.entries(scaleNames).map(([id, words]) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </select>
      )}
      {(kind !== 'rating' || scale === 'own') && (
        <div class="options">
          {options.map((option, index) => (
            <div key={option.id} class="option option-plain">
              <input
                type="text"
                aria-label={`Option ${index + 1}`}
                id={`${name}-${index}-text`}
                value={option.text}
                onInput={({ currentTarget }) => set(options.with(index, { ...option, text: currentTarget.value }))}
              />
              <ItemButton
                does="up"
                what={`Option ${index + 1}`}
                off={index === 0}
                act={() => set(options.toSpliced(index, 1).toSpliced(index - 1, 0, option))}
              />
              <ItemButton
                does="remove"
                what={`Option ${index + 1}`}
                off={options.length === 1}
                act={() => set(options.toSpliced(index, 1))}
              />
            </div>
          ))}
          <Button
            kind="quiet"
            {...(kind !== 'rating' && { id: name })}
            onClick={() => set([...options, freeOption(options)])}
          >
            Add an option
          </Button>
        </div>
      )}
    </fieldset>
  );
}
