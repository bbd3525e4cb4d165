import { parse } from 'zod/mini';
import { type Problem, titleOf } from '../../shared/api/problem.ts';
import type { Route } from '../../shared/api/route.ts';
import { isRefusal, type Reason } from '../../shared/domain/refusal.ts';
import { type Log, LostRaceError, TransientError } from '../../shared/ports.ts';
import { Interruption, isReply, problemReply, type Reply, reply } from './reply.ts';
import { type ApiMiddleware, type ApiRequest, type ApiResult, answerHeaders, jsonHeaders } from './request.ts';

/** A refusal about fields is mended in the form (422); any other waits for something else (409). */
const replyToRefusal = (reasons: readonly [Reason, ...Reason[]]): Reply =>
  problemReply(reasons.some(({ field }) => field !== undefined) ? 422 : 409, reasons);

const unavailable = problemReply(
  503,
  [
    {
      code: 'busy',
      message: 'The service did not answer in time. Nothing is lost.',
      remedy: 'Try again in a few seconds; the same request is safe to repeat.',
    },
  ],
  { headers: { 'retry-after': '2' } },
);
const broken = problemReply(500, [
  {
    code: 'broken',
    message: 'Something broke on our side. It is logged under the request id.',
    remedy: 'Try again. If it happens again, tell the provider the request id.',
  },
]);

const asReply = (value: unknown, route: Route): Reply =>
  isReply(value)
    ? value
    : isRefusal(value)
      ? replyToRefusal(value.reasons)
      : reply(Number(Object.keys(route.answers)[0]), value);

function problemBody({ status, reasons, current }: Reply, requestId: string): Problem {
  const first = reasons?.[0];
  return {
    type: `/problems/${first?.code ?? 'unknown'}`,
    title: titleOf(status, first?.code ?? ''),
    status,
    detail: first ? `${first.message} ${first.remedy}` : '',
    reasons: [...(reasons ?? [])],
    ...(current !== undefined && { current }),
    requestId,
  };
}

/** A browser shows a PDF by a page of its own making, which the answer's policy must leave its parts. */
const showsItself = { 'content-security-policy': "base-uri 'none'; form-action 'none'; frame-ancestors 'none'" };

/** The gateway takes bytes in base64. */
const textOrBytes = (body: unknown): Pick<ApiResult, 'body' | 'isBase64Encoded'> =>
  body instanceof Uint8Array
    ? { body: Buffer.from(body).toString('base64'), isBase64Encoded: true }
    : { body: String(body) };

function resultOf(answer: Reply, route: Route, requestId: string): ApiResult {
  const { status: statusCode, headers, cookies } = answer;
  const extra = { ...(cookies && { cookies: [...cookies] }) };
  if (answer.reasons)
    return {
      statusCode,
      headers: { ...jsonHeaders, 'content-type': 'application/problem+json', 'x-request-id': requestId, ...headers },
      body: JSON.stringify(problemBody(answer, requestId)),
      ...extra,
    };
  const shape = route.answers[statusCode];
  if (!shape) throw new Error(`${route.name} does not state an answer ${statusCode}`);
  if (shape === 'empty') return { statusCode, headers: { ...answerHeaders, ...headers }, body: '', ...extra };
  if (shape === 'html')
    return {
      statusCode,
      headers: { ...answerHeaders, 'content-type': 'text/html; charset=utf-8', ...headers },
      body: String(answer.body),
      ...extra,
    };
  if ('media' in shape) {
    const type = headers?.['content-type'] ?? shape.media[0];
    if (!shape.media.includes(type)) throw new Error(`${route.name} does not state ${type}`);
    return {
      statusCode,
      headers: { ...answerHeaders, ...(type === 'application/pdf' && showsItself), ...headers, 'content-type': type },
      ...textOrBytes(answer.body),
      ...extra,
    };
  }
  // Parsing drops whatever the schema does not name, so that no row's field leaks by being passed on.
  const body = JSON.stringify(parse(shape, answer.body));
  return { statusCode, headers: { ...jsonHeaders, 'x-request-id': requestId, ...headers }, body, ...extra };
}

/** The line that is logged of every answer. */
export const answered = ({ event, context: { found } }: ApiRequest, { name }: Route, status: number) => ({
  ...{ event: 'request' as const, requestId: event.requestContext.requestId, route: name, status },
  ...(found.principal && { learnerId: found.principal.learnerId }),
  ...(found.staff && { staffId: found.staff.staffId }),
  ...(found.apiKey && { keyId: found.apiKey.keyId }),
});

/** Turns what a handler returns, refuses or throws into the answer that the route states, and logs one line. */
export const answering = (route: Route, { log }: { log: Log }): ApiMiddleware => {
  const settle = (request: ApiRequest, answer: Reply): void => {
    const requestId = request.event.requestContext.requestId;
    request.response = resultOf(answer, route, requestId);
    log({ ...answered(request, route, answer.status), ...(answer.reasons && { problem: answer.reasons[0].code }) });
  };
  return {
    after: (request) => settle(request, asReply(request.response, route)),
    onError: (request) => {
      const { error } = request;
      if (error instanceof Interruption) return settle(request, error.reply);
      const requestId = request.event.requestContext.requestId;
      const passing = error instanceof TransientError || error instanceof LostRaceError;
      const said = error ?? new Error('unknown');
      log({
        ...{ event: 'request.broken', requestId, route: route.name, error: `${said.name}: ${said.message}` },
        ...(!passing && said.stack && { stack: said.stack }),
      });
      settle(request, passing ? unavailable : broken);
    },
  };
};
