import { recall, remember } from '../../components/memory.ts';
import type { Answers } from './answer-saver.ts';

const keyOf = (attemptId: string): string => `attempt-${attemptId}`;

const isAnswers = (value: unknown): value is Answers =>
  typeof value === 'object' && value !== null && Object.values(value).every(Array.isArray);

/** Answers that an earlier page could not save any more. */
export function keptAnswers(attemptId: string): Answers | undefined {
  const kept = recall(keyOf(attemptId));
  return isAnswers(kept) ? kept : undefined;
}

/** Keeps answers in this browser until they are saved; nothing removes them. */
export const keepAnswers = (attemptId: string, answers: Answers | undefined): void =>
  remember(keyOf(attemptId), answers);
