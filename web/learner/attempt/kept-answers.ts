import { recall, remember } from '../../components/memory.ts';
import type { Answers } from './answer-saver.ts';

/** Whose answers they are stands in the key: whoever signs out takes theirs away, and nobody else's. */
const keyOf = (learnerId: string, attemptId: string): string => `attempt-${learnerId}-${attemptId}`;

const isAnswers = (value: unknown): value is Answers =>
  typeof value === 'object' && value !== null && Object.values(value).every(Array.isArray);

/** Answers that an earlier page could not save any more. */
export function keptAnswers(learnerId: string, attemptId: string): Answers | undefined {
  const kept = recall(keyOf(learnerId, attemptId));
  return isAnswers(kept) ? kept : undefined;
}

/** Keeps answers in this browser until they are saved; nothing removes them. */
export const keepAnswers = (learnerId: string, attemptId: string, answers: Answers | undefined): void =>
  remember(keyOf(learnerId, attemptId), answers);
