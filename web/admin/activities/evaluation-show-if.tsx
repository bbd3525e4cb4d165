import { Select } from '../components/inputs.tsx';
import type { Fields } from './bound.ts';
import { type Asked, askedBefore, optionsOf, showIfOf } from './evaluation-content.ts';
import { textOf } from './use-desk.ts';

interface ShowIfProps {
  readonly questions: readonly Asked[];
  readonly at: number;
  readonly fields: Fields;
}

/** Of whom a question is asked: of everybody, or of whoever answered an earlier one in some way. */
export function EvaluationShowIf({ questions, at, fields }: ShowIfProps) {
  const before = askedBefore(questions, at);
  const condition = showIfOf(questions[at] ?? {});
  const on = condition && questions.find(({ id }) => id === condition.question);
  const numberOf = (question: Asked): number => questions.indexOf(question) + 1;
  const name = `${fields.prefix}showIf`;
  if (before.length === 0 && !condition) return null;
  const toggle = (option: string, is: boolean): void => {
    if (!condition) return;
    const others = condition.is.filter((one) => one !== option);
    fields.set({ showIf: { ...condition, is: is ? [...others, option] : others } });
  };
  return (
    <div class="stack">
      <Select
        label="Asked"
        name={name}
        none="Of everybody"
        options={Object.fromEntries(
          before.map((question) => [
            question.id,
            `Depending on ${numberOf(question)}. ${textOf(question.text).slice(0, 60)}`,
          ]),
        )}
        value={condition?.question ?? ''}
        set={(question) => fields.set({ showIf: question === '' ? undefined : { question, is: [] } })}
        error={
          fields.errors[name] ??
          (condition && (!on || !before.includes(on))
            ? 'It depends on a question that does not come before it.'
            : undefined)
        }
      />
      {condition && on && (
        <fieldset class="field">
          <legend class="field-label">…of whoever answered</legend>
          {optionsOf(on).map(({ id, text }) => (
            <div key={id} class="check">
              <input
                type="checkbox"
                id={`${name}-${id}`}
                checked={condition.is.includes(id)}
                onChange={({ currentTarget }) => toggle(id, currentTarget.checked)}
              />
              <label for={`${name}-${id}`}>{text || `Option ${id}`}</label>
            </div>
          ))}
        </fieldset>
      )}
    </div>
  );
}
