import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { api } from '../../client.ts';
import type { Attempt } from '../screens/activity-types.ts';
import { type Answers, createAnswerSaver, type Saving } from './answer-saver.ts';
import { keepAnswers, keptAnswers } from './kept-answers.ts';
import { answersToSend } from './questions.ts';

export interface AnswerSheet {
  readonly answers: Answers;
  readonly saving: Saving;
  readonly change: (answers: Answers) => void;
  readonly retry: () => void;
}

interface Told {
  /** The service takes no more answers. */
  readonly ended: () => void;
  /** The session has ended. The answers stay in this browser, and are sent when the learner is back from signing in. */
  readonly signedOut: () => void;
}

/** How long to wait before a save that failed is tried again of itself, in milliseconds. */
const RETRY_MS = 5_000;

/**
 * The answers of an attempt in progress: saved at every change, kept in the browser until that is acknowledged, and sent
 * again when the line is back.
 */
export function useAnswers(
  learnerId: string,
  { attemptId, answers: saved = {}, savedAt }: Attempt,
  told: Told,
): AnswerSheet {
  const [answers, setAnswers] = useState<Answers>(() => ({ ...saved, ...keptAnswers(learnerId, attemptId) }));
  const [saving, tell] = useState<Saving>(savedAt ? { state: 'saved', at: savedAt } : { state: 'unchanged' });
  const latest = useRef(told);
  latest.current = told;
  const saver = useMemo(
    () =>
      createAnswerSaver({
        put: (changed) =>
          api('PUT', '/api/attempts/{attemptId}/answers', {
            params: { attemptId },
            body: { answers: answersToSend(changed) },
          }),
        keep: (changed) => keepAnswers(learnerId, attemptId, changed),
        tell,
      }),
    [attemptId],
  );
  useEffect(() => {
    const kept = keptAnswers(learnerId, attemptId);
    if (kept) saver.save({ ...saved, ...kept });
    // What was kept is looked for once, when the attempt is opened.
  }, [attemptId, saver]);
  useEffect(() => {
    if (saving.state !== 'failed') return;
    if (saving.problem.status === 409) return latest.current.ended();
    if (saving.problem.status === 401) return latest.current.signedOut();
    const timer = setTimeout(saver.retry, RETRY_MS);
    addEventListener('online', saver.retry);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', saver.retry);
    };
  }, [saving, saver]);
  const change = (changed: Answers): void => {
    setAnswers(changed);
    saver.save(changed);
  };
  return { answers, saving, change, retry: saver.retry };
}
