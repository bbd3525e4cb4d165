import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { useLocation } from '../../components/router.tsx';
import type { Attempt, Question } from '../screens/activity-types.ts';
import { AttemptAbove } from './attempt-above.tsx';
import { Choices } from './choices.tsx';
import { SaveState } from './save-state.tsx';
import type { AnswerSheet } from './use-answers.ts';

interface QuestionPageProps {
  readonly attempt: Attempt;
  readonly questions: readonly Question[];
  /** From 1. */
  readonly number: number;
  readonly sheet: AnswerSheet;
  /** Whether the attempt was begun on an earlier visit. */
  readonly resumed: boolean;
}

/** One question of an attempt. Every answer is saved at once, so leaving the page loses nothing. */
export function QuestionPage({ attempt, questions, number, sheet, resumed }: QuestionPageProps) {
  const { path, route } = useLocation();
  const question = questions[number - 1];
  if (!question) return null;
  const last = number === questions.length;
  const next = (event: Event): void => {
    event.preventDefault();
    route(last ? `${path}?check` : `${path}?question=${number + 1}`);
  };
  return (
    <Page
      title={`Question ${number} of ${questions.length}`}
      place={`${path}/${number}`}
      above={<AttemptAbove attempt={attempt} />}
      minor
    >
      <progress class="progress" value={number} max={questions.length} aria-label="Questions" />
      {resumed && <p class="notice">You continue where you stopped. Your answers so far are saved.</p>}
      <form class="question" onSubmit={next}>
        <Choices key={question.questionId} question={question} sheet={sheet} />
        <div class="question-foot">
          <div class="actions">
            <Button type="submit">{last ? 'Check answers' : 'Next'}</Button>
            {number > 1 && (
              <Button kind="secondary" onClick={() => route(`${path}?question=${number - 1}`)}>
                Back
              </Button>
            )}
          </div>
          <SaveState saving={sheet.saving} retry={sheet.retry} />
        </div>
      </form>
    </Page>
  );
}
