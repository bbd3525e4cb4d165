import { LinkButton } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Tag } from '../../components/tag.tsx';
import type { Attempt } from '../screens/activity-types.ts';
import { AttemptAbove } from './attempt-above.tsx';
import { leftText } from './attempts-left.ts';

type Feedback = NonNullable<Attempt['feedback']>[number];

function Review({ feedback }: { readonly feedback: readonly Feedback[] }) {
  return (
    <section class="review" aria-labelledby="review">
      <h2 id="review">Review answers</h2>
      <ol class="rows">
        {feedback.map(({ questionId, text, right, chosen, rightAnswers, rationale }, index) => (
          <li key={questionId}>
            <div class="review-head">
              <p class="quiet small">Question {index + 1}</p>
              <Tag tone={right ? 'good' : 'bad'}>{right ? 'Correct' : 'Incorrect'}</Tag>
            </div>
            <h3>{text}</h3>
            <dl class="facts">
              <dt>Your answer</dt>
              <dd>{chosen.length === 0 ? 'Not answered' : chosen.map((answer) => <p key={answer}>{answer}</p>)}</dd>
              {rightAnswers && !right && (
                <>
                  <dt>{rightAnswers.length === 1 ? 'Correct answer' : 'Correct answers'}</dt>
                  <dd>
                    {rightAnswers.map((answer) => (
                      <p key={answer}>{answer}</p>
                    ))}
                  </dd>
                </>
              )}
            </dl>
            {rationale && <p class="rationale">{rationale}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What an attempt came to: the score against the passing score, and the one thing to do next. */
export function AttemptResult({ attempt }: { readonly attempt: Attempt }) {
  const { attemptId, activityId, assessmentId, status, score, passMark, attemptsLeft, feedback = [] } = attempt;
  const passed = status === 'passed';
  const again = `/a/${activityId}?option=${assessmentId}#post-test`;
  return (
    <Page
      title={passed ? 'You have passed' : attemptsLeft === 0 ? 'Not passed' : 'Not passed yet'}
      place={`/attempts/${attemptId}/result`}
      above={<AttemptAbove attempt={attempt} />}
    >
      <div class={passed ? 'notice notice-good result' : 'notice notice-wait result'} role="status">
        <p class="score figure">
          <b>{score} %</b> <span>your score</span>
        </p>
        <p class="score figure">
          <b>{passMark} %</b> <span>needed to pass</span>
        </p>
        <p class="result-text">{passed ? 'The Course Evaluation is unlocked.' : leftText(attemptsLeft)}</p>
      </div>
      <div class="actions after">
        {passed ? (
          <LinkButton href={`/a/${activityId}/evaluation`}>Go to Course Evaluation</LinkButton>
        ) : attemptsLeft === 0 ? (
          <LinkButton href={`/a/${activityId}#post-test`}>See whom to ask</LinkButton>
        ) : (
          <LinkButton href={again}>Start another attempt</LinkButton>
        )}
      </div>
      {feedback.length > 0 && <Review feedback={feedback} />}
    </Page>
  );
}
