import { needsSession, type Route } from '../../shared/api/route.ts';
import { type Digests, type Log, LostRaceError } from '../../shared/ports.ts';
import type { FoundReply, Replies, Reply } from '../records/replies.ts';
import { answered } from './answering.ts';
import { Interruption, problemReply } from './reply.ts';
import { type ApiRequest, type ApiResult, headerOf, jsonHeaders, textOf } from './request.ts';

const keyPattern = /^[\x21-\x7e]{1,200}$/;

const refused = (status: number, code: string, message: string, remedy: string): Interruption =>
  new Interruption(problemReply(status, [{ code, message, remedy, field: 'Idempotency-Key' }]));

const replayed = (response: NonNullable<Reply['response']>): ApiResult => ({
  ...response,
  headers: { ...jsonHeaders, 'idempotency-replayed': 'true' },
});

/** Two halves: `replay` before the handler, `remember` after its answer is made. */
export interface Replaying {
  readonly replay: (request: ApiRequest) => Promise<ApiResult | undefined>;
  readonly remember: (request: ApiRequest) => Promise<void>;
}

/**
 * Gives a repeated POST with the same `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header-07) the answer of the
 * first, and refuses the same key with another body. Only a cache: what happens once is the conditional writes' doing.
 */
export function replaying(
  route: Route,
  { replies, digests, log }: { replies: Replies; digests: Digests; log: Log },
): Replaying {
  const hashOf = ({ event }: ApiRequest): string => digests.sha256(`${event.rawPath}\n${textOf(event)}`);
  const keyOf = ({ event, context: { found } }: ApiRequest) => {
    const key = headerOf(event, 'idempotency-key');
    const who = found.principal?.learnerId ?? found.staff?.staffId;
    return route.method === 'POST' &&
      !route.reads &&
      needsSession(route.access) &&
      key !== undefined &&
      who !== undefined
      ? { key, who }
      : undefined;
  };
  return {
    replay: async (request) => {
      const named = keyOf(request);
      if (!named) return undefined;
      if (!keyPattern.test(named.key))
        throw refused(
          422,
          'idempotency-key-malformed',
          'The Idempotency-Key is not 1 to 200 visible ASCII characters.',
          'Send a random key, such as a UUID.',
        );
      const kept = await replies.of(named.who, named.key);
      request.context.found.reply = kept;
      const { reply } = kept;
      if (!reply) return undefined;
      if (reply.requestHash !== hashOf(request))
        throw refused(
          409,
          'idempotency-key-reused',
          'This Idempotency-Key was used for another request.',
          'Use a new key for a new request.',
        );
      if (!reply.response) return undefined;
      // What answers before the handler is not met by what comes after it, the log among it.
      log(answered(request, route, reply.response.statusCode));
      return replayed(reply.response);
    },
    remember: async (request) => {
      const named = keyOf(request);
      const statusCode = request.response?.statusCode ?? 0;
      if (!named || statusCode < 200 || statusCode > 299) return;
      // An answer that says to ask again will change.
      const isFinal = request.response?.headers?.['retry-after'] === undefined;
      const final = isFinal ? { response: { statusCode, body: request.response?.body ?? '' } } : {};
      const kept = { requestHash: hashOf(request), ...final };
      const keepOver = (found: FoundReply) => replies.keep(named.who, named.key, kept, found);
      // A second click with the same key was quicker: what it was answered holds for both, unless it was told to ask again.
      const afterQuicker = async (): Promise<void> => {
        const found = await replies.of(named.who, named.key);
        if (found.reply?.requestHash !== kept.requestHash) return;
        if (found.reply.response) request.response = replayed(found.reply.response);
        else if (isFinal) await keepOver(found);
      };
      await keepOver(request.context.found.reply ?? {})
        .catch((error: unknown) => (error instanceof LostRaceError ? afterQuicker() : undefined))
        // The work is done and is safe to repeat: an answer must not fail because it could not be remembered.
        .catch(() => undefined);
    },
  };
}
