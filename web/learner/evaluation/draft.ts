import { recall, remember } from '../../components/memory.ts';
import type { EvaluationAnswers } from './answers.ts';

const keyOf = (learnerId: string, activityId: string): string => `evaluation-${learnerId}-${activityId}`;

const isDraft = (value: unknown): value is EvaluationAnswers =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((answer) => typeof answer === 'string' || Array.isArray(answer));

/** The draft of an evaluation. It stays in this browser: the service gets answers only once they are complete. */
export function readDraft(learnerId: string, activityId: string): EvaluationAnswers {
  const draft = recall(keyOf(learnerId, activityId));
  return isDraft(draft) ? draft : {};
}

/** Keeps a draft; nothing removes it. */
export const keepDraft = (learnerId: string, activityId: string, answers: EvaluationAnswers | undefined): void =>
  remember(keyOf(learnerId, activityId), answers);
