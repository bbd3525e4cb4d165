import type { Question } from '../screens/activity-types.ts';
import { withOption } from './questions.ts';
import type { AnswerSheet } from './use-answers.ts';

interface ChoicesProps {
  readonly question: Question;
  readonly sheet: Pick<AnswerSheet, 'answers' | 'change'>;
}

/** A question with what can be chosen. */
export function Choices({ question, sheet }: ChoicesProps) {
  const { questionId, text, kind, options } = question;
  const several = kind === 'multiple-choice';
  return (
    <fieldset class="choices">
      <legend>{text}</legend>
      <p class="hint">{several ? 'Select all that apply.' : 'Select one answer.'}</p>
      {options.map((option) => (
        <label key={option.optionId} class="choice">
          <input
            type={several ? 'checkbox' : 'radio'}
            name={questionId}
            value={option.optionId}
            checked={sheet.answers[questionId]?.includes(option.optionId) ?? false}
            onChange={({ currentTarget: { checked } }) =>
              sheet.change(withOption(sheet.answers, question, option.optionId, checked))
            }
          />
          <span>{option.text}</span>
        </label>
      ))}
    </fieldset>
  );
}
