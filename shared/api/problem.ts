import * as z from 'zod/mini';

const reason = z.object({
  code: z.string(),
  message: z.string(),
  remedy: z.string(),
  field: z.optional(z.string()),
});

/** An error as every route answers it (RFC 9457), with every reason and what to do next. */
export const problem = z.object({
  /** Stable and relative: `/problems/evaluation-required`, the code of the first reason. */
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  reasons: z.array(reason),
  requestId: z.string(),
  /** Where somebody came too late to change what they read: what stands there now, in the shape in which it is read. */
  current: z.optional(z.unknown()),
});
export type Problem = z.infer<typeof problem>;

/** Titles by status, for people. */
export const titles: Readonly<Record<number, string>> = {
  400: 'The request cannot be read',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Not by this method',
  409: 'Not possible now',
  412: 'Somebody else was first',
  413: 'Too large',
  415: 'Not JSON',
  422: 'There is a problem with what was sent',
  428: 'Say what this takes the place of',
  429: 'Too many requests',
  500: 'Something broke on our side',
  503: 'Not available for a moment',
};

/** The title of a problem, for people: by its status, and for a program by what it came with, since it cannot sign in. */
export const titleOf = (status: number, code: string): string =>
  status === 401 && code.startsWith('key-') ? 'Send an API key that is valid' : (titles[status] ?? 'Problem');
