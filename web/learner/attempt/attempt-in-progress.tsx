import { useRef, useState } from 'preact/hooks';
import { api } from '../../client.ts';
import { signInTo } from '../../components/landing.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useLocation } from '../../components/router.tsx';
import { useSending } from '../../components/sending.ts';
import type { Attempt } from '../screens/activity-types.ts';
import { CheckPage } from './check-page.tsx';
import { keepAnswers } from './kept-answers.ts';
import { QuestionPage } from './question-page.tsx';
import { answersToSend, pageOf } from './questions.ts';
import { Timer } from './timer.tsx';
import { useAnswers } from './use-answers.ts';

interface AttemptInProgressProps {
  readonly learnerId: string;
  readonly attempt: Attempt;
  readonly resumed: boolean;
  /** Told of the attempt once it is submitted. */
  readonly onChange: (attempt: Attempt) => void;
  /** Told when the service takes no more answers. */
  readonly onEnded: () => void;
}

/** The questions one by one, then all answers to check, then the submission: once, however often it is pressed. */
export function AttemptInProgress({ learnerId, attempt, resumed, onChange, onEnded }: AttemptInProgressProps) {
  const { attemptId, questions = [], deadline, now } = attempt;
  const { path, query, route } = useLocation();
  const sheet = useAnswers(learnerId, attempt, {
    ended: onEnded,
    // Back to the question that was open, though it is answered by then.
    signedOut: () => route(signInTo(path + (shown === 'check' ? '?check' : `?question=${shown}`))),
  });
  const { busy: submitting, problem, send } = useSending();
  const [timeIsUp, setTimeIsUp] = useState(false);
  const page = pageOf(query, questions, sheet.answers);
  // The first page without a number in the address keeps its place while it is answered.
  const first = useRef(page);
  const shown = 'question' in query || 'check' in query ? page : first.current;

  const submit = async (): Promise<void> => {
    const body = { answers: answersToSend(sheet.answers) };
    const params = { attemptId };
    const submitted = await send(
      () => api('POST', '/api/attempts/{attemptId}/submission', { params, body, isOnce: true }),
      onEnded,
    );
    if (!submitted) return;
    keepAnswers(learnerId, attemptId, undefined);
    route(path, true);
    onChange(submitted);
  };

  const endOfTime = (): void => {
    setTimeIsUp(true);
    void submit();
  };

  return (
    <>
      {deadline && now && (
        <Timer {...{ deadline, now }} refused={problem !== undefined && !submitting} onTimeUp={endOfTime} />
      )}
      {/* On every page, and sent again when the line is back: nobody has to press for what the time asks for. */}
      {timeIsUp && problem && <ProblemNotice problem={problem} retry={submit} focused />}
      {shown === 'check' ? (
        <CheckPage {...{ attempt, questions, sheet, submitting, submit }} problem={timeIsUp ? undefined : problem} />
      ) : (
        <QuestionPage {...{ attempt, questions, sheet }} number={shown} resumed={resumed && !('question' in query)} />
      )}
    </>
  );
}
