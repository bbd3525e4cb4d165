import { gunzipSync } from 'node:zlib';
import type { ApiEvent, ApiResult } from '../../functions/middleware/request.ts';
import type { Routes } from '../../shared/api/routes.ts';
import { KEY_CANARY, RATIONALE_CANARY } from './activity.ts';
import type { Secrets } from './secrets.ts';

const isExplained = (route: keyof Routes, body: unknown): boolean =>
  (route === 'submitAttempt' || route === 'getAttempt') &&
  typeof body === 'object' &&
  body !== null &&
  'status' in body &&
  (body.status === 'passed' || (body.status === 'failed' && 'attemptsLeft' in body && body.attemptsLeft === 0));

/** What authors write they read again, with what is right. A preview is a learner's view and none of these. */
export const authoring: readonly (keyof Routes)[] = [
  ...(['createDraft', 'getDraft', 'getDraftPart', 'saveDraftPart', 'restartDraft', 'exportDraft'] as const),
  ...(['getVersion', 'exportVersion', 'exportQuestions'] as const),
];

/** Each hands over a secret in the answer to the request that has it made, and never again. */
const handingOver: readonly (keyof Routes)[] = [
  ...(['shareTranscript', 'offerToWallet', 'challengePasskey'] as const),
  // To the employer: what it is to bring back.
  ...(['startEmployerSignIn'] as const),
  ...(['addWebhook', 'replaceWebhookSecret', 'makeApiKey'] as const),
];

/**
 * What an answer of the API tells of the answer keys that it must not: the key itself never, right answers and their
 * rationale only on a graded attempt after which none can follow.
 */
export function keysIn(route: keyof Routes, text: string, body: unknown): readonly string[] {
  if (authoring.includes(route)) return [];
  // The contract names the fields; what they hold it does not know.
  const fields = route === 'getOpenApi' ? [] : ['"rightAnswers"', '"rationale":'];
  const secrets = [KEY_CANARY, ...(isExplained(route, body) ? [] : [RATIONALE_CANARY, ...fields])];
  return secrets.filter((secret) => text.includes(secret));
}

/** The body as a browser gets it: decoded and unpacked. */
export function bytesOf({ body = '', isBase64Encoded, headers }: ApiResult): Buffer {
  if (!isBase64Encoded) return Buffer.from(body);
  const bytes = Buffer.from(body, 'base64');
  return headers?.['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes;
}

const isJson = ({ headers }: ApiResult): boolean => /json/.test(String(headers?.['content-type'] ?? ''));

/** Half a megabyte that is made of the registry alone. */
const isContract = (route: keyof Routes, text: string): boolean =>
  route === 'getOpenApi' && text.startsWith('{"openapi":"3.1.0"');

/**
 * Everything that an answer tells and must not: of the answer keys, and of the secrets that the service had made before it was
 * asked. What the request itself brought, the link of whoever holds it for one, is no news to who sent it.
 */
export function leaksIn(route: keyof Routes, event: ApiEvent, result: ApiResult, secrets: Secrets, since: number) {
  const text = bytesOf(result).toString();
  const replayed = result.headers?.['idempotency-replayed'] !== undefined && handingOver.includes(route);
  const all = handingOver.includes(route) ? since : secrets.made.size;
  // A cookie is where a secret of a browser belongs; its attributes are judged elsewhere.
  const told = `${text}\n${Object.values(result.headers ?? {}).join('\n')}`;
  const sent = JSON.stringify([event.rawPath, event.body, event.headers, event.cookies]);
  return [
    ...keysIn(route, text, isJson(result) ? JSON.parse(text) : undefined),
    ...(replayed || isContract(route, text) ? [] : secrets.within(told, all)).filter((one) => !sent.includes(one)),
  ];
}
