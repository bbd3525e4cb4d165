import { TEXT_LIMIT } from '../../../shared/domain/evaluation.ts';
import { FieldError } from '../../components/field.tsx';
import type { EvaluationQuestion } from './answers.ts';

interface QuestionProps {
  readonly question: EvaluationQuestion;
  readonly answer: readonly string[] | string | undefined;
  readonly error: string | undefined;
  readonly change: (answer: readonly string[] | string) => void;
}

function Wording({ question: { text, required } }: Pick<QuestionProps, 'question'>) {
  return (
    <>
      {text} <span class="needed">{required ? '(required)' : '(optional)'}</span>
    </>
  );
}

function Written({ question, answer, error, change }: QuestionProps) {
  const name = `answers-${question.questionId}`;
  const hint = `${name}-hint`;
  return (
    <div class={error ? 'evaluated field-bad' : 'evaluated'}>
      <label class="wording" for={name}>
        <Wording question={question} />
      </label>
      <p class="hint" id={hint}>
        Write nothing by which a patient could be recognized.
      </p>
      {error && <FieldError name={name} error={error} />}
      <textarea
        id={name}
        name={name}
        rows={4}
        maxLength={TEXT_LIMIT}
        required={question.required}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${hint} ${name}-error` : hint}
        value={typeof answer === 'string' ? answer : ''}
        onInput={({ currentTarget }) => change(currentTarget.value)}
      />
    </div>
  );
}

/** One question of the evaluation: a scale, a choice, or free text. */
export function EvaluationQuestionField(props: QuestionProps) {
  const { question, answer, error, change } = props;
  if (question.kind === 'text') return <Written {...props} />;
  const { kind, options = [] } = question;
  const name = `answers-${question.questionId}`;
  const chosen = typeof answer === 'string' ? [] : (answer ?? []);
  const toggle = (optionId: string, on: boolean): void => {
    if (kind !== 'multiple') change([optionId]);
    else change(on ? [...chosen, optionId] : chosen.filter((other) => other !== optionId));
  };
  return (
    <div class={error ? 'evaluated field-bad' : 'evaluated'}>
      <fieldset aria-describedby={error && `${name}-error`}>
        <legend class="wording">
          <Wording question={question} />
        </legend>
        {error && <FieldError name={name} error={error} />}
        <div class={kind === 'rating' ? 'scale' : 'choices'}>
          {options.map(({ optionId, text }, index) => (
            <label key={optionId} class={kind === 'rating' ? 'choice scale-step' : 'choice'}>
              <input
                id={index === 0 ? name : undefined}
                type={kind === 'multiple' ? 'checkbox' : 'radio'}
                name={name}
                value={optionId}
                checked={chosen.includes(optionId)}
                onChange={({ currentTarget }) => toggle(optionId, currentTarget.checked)}
              />
              <span>{text}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
