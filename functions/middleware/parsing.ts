import type * as z from 'zod/mini';
import { safeParse } from 'zod/mini';
import type { Route } from '../../shared/api/route.ts';
import type { Reason } from '../../shared/domain/refusal.ts';
import { Interruption, notFound, problemReply } from './reply.ts';
import { type ApiMiddleware, headerOf, textOf } from './request.ts';

/** Far above any honest request of a learner: a hundred answers are some kilobytes. */
const LARGEST_BODY = 100_000;
/** Ids in paths are of our own making; anything else names nothing. */
const pathId = /^[A-Za-z0-9_-]{1,64}$/;
/** Whether a media type is JSON in UTF-8, of which ASCII is a part: systems exchange it in nothing else (RFC 8259, section 8.1). */
const isJson = (type: string): boolean =>
  /^application\/json\s*(?:;|$)/i.test(type) &&
  /^(?:utf-?8|us-ascii)$/i.test(/;\s*charset="?([^\s";]*)/i.exec(type)?.[1] ?? 'utf-8');
/** Of the form of an id, and none: what this software makes is longer. */
const NO_ID = 'none';

const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const reasonOf = (issue: z.core.$ZodIssue): Reason => {
  const field = pointer(issue.path);
  return {
    code: 'invalid',
    // zod/mini has no sentences of its own for issues without a custom message.
    message:
      issue.message === 'Invalid input'
        ? `${field || 'The body'} is missing or not of the expected form.`
        : issue.message,
    remedy: 'Mend this field and send it again. The contract is at /api/openapi.json.',
    ...(field && { field }),
  };
};

/** Half a surrogate pair as it is, or written as an escape, which may yet stand beside its other half. */
const mayHoldHalves = (text: string): boolean => !text.isWellFormed() || /\\u[dD][89a-fA-F]/.test(text);

/** JSON of whole characters (RFC 7493, section 2.1): half a surrogate pair is no text, and no store gives it back. */
const parseJson = (text: string): unknown =>
  mayHoldHalves(text)
    ? JSON.parse(text, (name, value: unknown) => {
        if (!name.isWellFormed() || (typeof value === 'string' && !value.isWellFormed()))
          throw new SyntaxError('A string holds half a character');
        return value;
      })
    : JSON.parse(text);

const refused = (status: number, code: string, message: string, remedy: string): Interruption =>
  new Interruption(problemReply(status, [{ code, message, remedy }]));

/** Reads a value by a schema. @throws Interruption with every reason why it cannot be read. */
function read(schema: z.core.$ZodType, value: unknown): unknown {
  const parsed = safeParse(schema, value);
  if (parsed.success) return parsed.data;
  const [first, ...more] = parsed.error.issues.map(reasonOf);
  throw first ? new Interruption(problemReply(422, [first, ...more])) : parsed.error;
}

/** Reads path, query and body by the route's schemas, so that no handler sees anything else (style rule 6). */
export const parsing = (route: Route): ApiMiddleware => ({
  before: ({ event, context: { found } }) => {
    if (!Object.values(event.pathParameters ?? {}).every((value) => value !== undefined && pathId.test(value))) {
      if (route.answers[404] !== 'html') throw new Interruption(notFound('page'));
      // Whoever followed a link that was cut short reads a page too, the same as for an id that there is not. What stands around
      // an address in a text, and came along with it, is no part of an id.
      event.pathParameters = Object.fromEntries(
        Object.entries(event.pathParameters ?? {}).map(([name, value = '']) => {
          const bare = value.replaceAll(/[^A-Za-z0-9_-]/g, '');
          return [name, pathId.test(bare) ? bare : NO_ID];
        }),
      );
    }
    if (route.query) found.query = read(route.query, event.queryStringParameters ?? {});
    if (!route.body) return;
    const text = textOf(event);
    const largest = route.largestBody ?? LARGEST_BODY;
    if (text.length > largest)
      throw refused(413, 'body-too-large', `The body has ${text.length} characters.`, `Send at most ${largest}.`);
    if (!isJson(headerOf(event, 'content-type') ?? ''))
      throw refused(
        415,
        'not-json',
        'The body is not declared as JSON in UTF-8.',
        'Send it with Content-Type: application/json.',
      );
    let json: unknown;
    try {
      json = parseJson(text);
    } catch {
      throw refused(400, 'malformed-json', 'The body is not well-formed JSON.', 'Mend the JSON and send it again.');
    }
    found.body = read(route.body, json);
  },
});
