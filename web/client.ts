import type { Problem } from '../shared/api/problem.ts';
import type { Body, Method, Params, Query, Success } from '../shared/api/route.ts';
import type { AnyRoute } from '../shared/api/routes.ts';
import { reading, takeBegun } from './components/begun.ts';

/** The registry's route with a method and a path. By types alone: no schema and no validator travels to the browser. */
type RouteAt<M extends Method, Path extends AnyRoute['path']> = Extract<AnyRoute, { method: M; path: Path }>;
type PathsOf<M extends Method> = Extract<AnyRoute, { method: M }>['path'];

/** What a call sends besides its method and path. */
export type Sending<M extends Method, Path extends AnyRoute['path']> = Sent<M, Path> & Reads<RouteAt<M, Path>>;

/** A POST that reads says so where it is called, since the registry does not travel; the compiler holds both to the same. */
type Reads<R> = R extends { readonly reads: true } ? { readonly reads: true } : { readonly reads?: never };

interface Sent<M extends Method, Path extends AnyRoute['path']> {
  readonly params?: Params<RouteAt<M, Path>>;
  readonly query?: Query<RouteAt<M, Path>>;
  readonly body?: Body<RouteAt<M, Path>>;
  /** The idempotency key: one per intention of the learner, the same again when it is retried. */
  readonly key?: string;
  /**
   * That the service does this once however often it is asked, and answers as before. Then a key would only have it read
   * and write one row more while somebody waits.
   */
  readonly isOnce?: true;
  /** The revision that a save takes the place of; whoever was first meanwhile is answered with (412). */
  readonly rev?: number;
}

/** What a call came to. Refusals and broken lines are values: a screen shows them. */
export type Result<T> =
  | { readonly ok: true; readonly status: number; readonly body: T; readonly retryAfter?: number }
  | { readonly ok: false; readonly problem: Problem; readonly retryAfter?: number };

const problemOf = (code: string, status: number, title: string, detail: string, remedy: string): Problem => ({
  type: `/problems/${code}`,
  ...{ title, status, detail },
  reasons: [{ code, message: detail, remedy }],
  requestId: '',
});

/** The line is down, or the service cannot be reached. Status 0, since nothing answered. */
export const offline = problemOf(
  'offline',
  0,
  'You seem to be offline',
  'The service could not be reached.',
  'Check your connection, then try again.',
);

/** The code of a problem's first reason: `evaluation-required` of `/problems/evaluation-required`. */
export const codeOf = ({ type }: Problem): string => type.slice(type.lastIndexOf('/') + 1);

/** A fresh key for one intention. `randomUUID` exists only on secure origins, as the session cookie does. */
export const newKey = (): string => crypto.randomUUID();

/** Fills the parameters of a path in: `/api/attempts/{attemptId}` with its id. */
export const fillPath = (path: string, params: Readonly<Record<string, string>> = {}): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));

/** A query as it stands in an address, without what is not said: `?from=2026-01-01`. */
export function searchOf(query: object): string {
  const said = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]);
  return said.length > 0 ? `?${new URLSearchParams(said)}` : '';
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'type' in body && 'title' in body && 'reasons' in body;

const secondsOf = (header: string | null): number | undefined => {
  const seconds = Number(header);
  return header !== null && Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
};

/** Reads an answer. Whatever is not JSON of this service, a gateway's page for instance, becomes a problem. */
export async function readAnswer<T>(response: Response): Promise<Result<T>> {
  const body: unknown = await response.json().catch(() => undefined);
  const seconds = secondsOf(response.headers.get('retry-after'));
  const wait = seconds === undefined ? {} : { retryAfter: seconds };
  if (response.ok && body !== undefined) return { ok: true, status: response.status, body: body as T, ...wait };
  if (isProblem(body)) return { ok: false, problem: body, ...wait };
  const title = response.status === 404 ? 'Not found' : 'Something broke on our side';
  const requestId = response.headers.get('x-request-id') ?? '';
  const fallback = problemOf(
    'unreadable-answer',
    response.status,
    title,
    'The service’s answer could not be read.',
    'Wait a moment, then try again.',
  );
  return { ok: false, problem: { ...fallback, requestId }, ...wait };
}

/** So often a request is sent when each time it is turned away because many came at once; then people decide. */
const CROWDED_TRIES = 5;
const LONGEST_SPREAD = 8;

/**
 * The milliseconds after which to send again what was turned away only because many came at once, each at another moment:
 * the gateway’s own 429 and 503, and the service’s 503. Nothing where the answer stands: a 429 of the service itself counts
 * what one person may do, and says so.
 */
export function pauseIfCrowded(result: Result<unknown>, tries: number, fraction = Math.random()): number | undefined {
  if (result.ok || tries >= CROWDED_TRIES) return undefined;
  const { problem, retryAfter = 1 } = result;
  const isCrowded = problem.status === 503 || (problem.status === 429 && codeOf(problem) === 'unreadable-answer');
  return isCrowded ? (retryAfter + fraction * Math.min(2 ** tries, LONGEST_SPREAD)) * 1_000 : undefined;
}

/** Sends what may be sent twice, and again when it is turned away because many came at once. */
export async function sendUntilTaken<T>(sendOnce: () => Promise<Result<T>>): Promise<Result<T>> {
  for (let tries = 1; ; tries++) {
    const result = await sendOnce();
    const pauseMs = pauseIfCrowded(result, tries);
    if (pauseMs === undefined) return result;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

/**
 * Calls a route of the registry. Never throws: a broken line is the problem `offline`. What reads, or cannot be done twice, by
 * its key or by what it is, is sent again when it is turned away because many came at once.
 */
export async function api<M extends Method, Path extends PathsOf<M>>(
  method: M,
  path: Path,
  sending = {} as Sending<M, Path>,
): Promise<Result<Success<RouteAt<M, Path>>>> {
  const { params, query, body, key, isOnce, rev, reads }: Sent<M, Path> & { readonly reads?: true } = sending;
  const sendOnce = async (): Promise<Result<Success<RouteAt<M, Path>>>> => {
    try {
      const url = fillPath(path, params) + searchOf(query ?? {});
      const asked =
        method === 'GET'
          ? (takeBegun(url) ?? fetch(url, reading))
          : fetch(url, {
              ...{ ...reading, method },
              headers: {
                ...reading.headers,
                'content-type': 'application/json',
                ...(key && { 'idempotency-key': key }),
                ...(rev !== undefined && { 'if-match': `"${rev}"` }),
              },
              body: JSON.stringify(body ?? {}),
            });
      return await readAnswer<Success<RouteAt<M, Path>>>(await asked);
    } catch {
      return { ok: false, problem: offline };
    }
  };
  return method === 'GET' || reads || key !== undefined || isOnce ? sendUntilTaken(sendOnce) : sendOnce();
}

/** The shape that a route answers with success. */
export type Answered<M extends Method, Path extends PathsOf<M>> = Success<RouteAt<M, Path>>;
