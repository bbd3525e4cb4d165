import type { Routes } from '../../shared/api/routes.ts';
import { KEY_CANARY, RATIONALE_CANARY } from './activity.ts';

const isExplained = (route: keyof Routes, body: unknown): boolean =>
  (route === 'submitAttempt' || route === 'getAttempt') &&
  typeof body === 'object' &&
  body !== null &&
  'status' in body &&
  (body.status === 'passed' || (body.status === 'failed' && 'attemptsLeft' in body && body.attemptsLeft === 0));

/** What authors write they read again, with what is right. A preview is a learner's view and none of these. */
const authoring: readonly (keyof Routes)[] = [
  ...(['createDraft', 'getDraft', 'getDraftPart', 'saveDraftPart', 'restartDraft', 'exportDraft'] as const),
  ...(['getVersion', 'exportVersion'] as const),
];

/**
 * What an answer of the API tells of the answer keys that it must not: the key itself never, right answers and their
 * rationale only on a graded attempt after which none can follow.
 */
export function leaksIn(route: keyof Routes, text: string, body: unknown): readonly string[] {
  if (authoring.includes(route)) return [];
  // The contract names the fields; what they hold it does not know.
  const fields = route === 'getOpenApi' ? [] : ['"rightAnswers"', '"rationale":'];
  const secrets = [KEY_CANARY, ...(isExplained(route, body) ? [] : [RATIONALE_CANARY, ...fields])];
  return secrets.filter((secret) => text.includes(secret));
}
