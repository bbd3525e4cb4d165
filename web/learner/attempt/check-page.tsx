import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../../../shared/api/problem.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useLocation } from '../../components/router.tsx';
import type { Attempt, Question } from '../screens/activity-types.ts';
import { AttemptAbove } from './attempt-above.tsx';
import { chosenTexts, unanswered } from './questions.ts';
import { SaveState } from './save-state.tsx';
import type { AnswerSheet } from './use-answers.ts';

function Missing({ numbers, focused }: { readonly numbers: readonly number[]; readonly focused: number }) {
  const { path } = useLocation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focused > 0) box.current?.focus();
  }, [focused]);
  return (
    <div class="notice notice-wait" tabIndex={-1} ref={box} role={focused > 0 ? 'alert' : undefined}>
      <h2 class="notice-title">
        {numbers.length === 1 ? 'One question is not answered' : `${numbers.length} questions are not answered`}
      </h2>
      <p>Answer every question before you submit.</p>
      <ul class="missing">
        {numbers.map((number) => (
          <li key={number}>
            <a href={`${path}?question=${number}`}>Question {number}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface CheckPageProps {
  readonly attempt: Attempt;
  readonly questions: readonly Question[];
  readonly sheet: AnswerSheet;
  readonly submitting: boolean;
  readonly problem: Problem | undefined;
  readonly submit: () => void;
}

/** Every question with its answer, before the final answer is submitted. */
export function CheckPage({ attempt, questions, sheet, submitting, problem, submit }: CheckPageProps) {
  const { path, route } = useLocation();
  const [refused, setRefused] = useState(0);
  const missing = unanswered(questions, sheet.answers);
  const trySubmit = (): void => {
    if (missing.length > 0) setRefused(refused + 1);
    else submit();
  };
  return (
    <Page title="Check your answers" place={`${path}/check`} above={<AttemptAbove attempt={attempt} />}>
      {problem && <ProblemNotice problem={problem} focused />}
      {missing.length > 0 && <Missing numbers={missing} focused={refused} />}
      <ol class="rows check">
        {questions.map((question, index) => {
          const chosen = chosenTexts(question, sheet.answers);
          return (
            <li key={question.questionId}>
              <div>
                <p class="quiet small">Question {index + 1}</p>
                <p class="check-question">{question.text}</p>
                {chosen.length === 0 ? (
                  <p class="check-missing">Not answered</p>
                ) : (
                  chosen.map((text) => (
                    <p key={text} class="check-answer">
                      {text}
                    </p>
                  ))
                )}
              </div>
              <a class="check-change" href={`${path}?question=${index + 1}`}>
                Change<span class="visually-hidden"> answer to question {index + 1}</span>
              </a>
            </li>
          );
        })}
      </ol>
      <p class="quiet">
        Once submitted, answers cannot be changed. You pass with {attempt.passMark} % or more, and the result comes
        within 30 seconds.
      </p>
      <div class="question-foot">
        <div class="actions">
          <Button busy={submitting} onClick={trySubmit}>
            {submitting ? 'Submitting…' : 'Submit final answer'}
          </Button>
          <Button kind="secondary" onClick={() => route(`${path}?question=${questions.length}`)}>
            Back
          </Button>
        </div>
        <SaveState saving={sheet.saving} retry={sheet.retry} />
      </div>
    </Page>
  );
}
