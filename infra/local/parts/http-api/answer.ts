/** What goes back over HTTP. */
export type HttpAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
};

/** API Gateway's own answers, for which no function is asked. */
export function messageAnswer(status: number, message: string): HttpAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify({ message })) };
}

export const internalServerError = messageAnswer(500, 'Internal Server Error');

/** Hop-by-hop headers and the length are the server's to write. */
const serverHeaders = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding', 'upgrade']);

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function headersOf(headers: unknown): Record<string, string> | undefined {
  if (headers === undefined || headers === null) return {};
  if (!isRecord(headers)) return undefined;
  const lowered: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (!['string', 'number', 'boolean'].includes(typeof value)) return undefined;
    if (!serverHeaders.has(name.toLowerCase())) lowered[name.toLowerCase()] = String(value);
  }
  return lowered;
}

/**
 * Turns a function's result in payload format 2.0 into an answer. Without `statusCode` the result itself is the body:
 * 200, application/json. A result that API Gateway could not read is answered with its 500.
 */
export function toHttpAnswer(result: unknown): HttpAnswer {
  if (!isRecord(result) || !('statusCode' in result)) {
    const body = typeof result === 'string' ? result : JSON.stringify(result ?? null);
    return { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(body) };
  }
  const { statusCode, body = '', isBase64Encoded = false, cookies = [] } = result;
  const status = Number(statusCode);
  const headers = headersOf(result.headers);
  const readable =
    Number.isInteger(status) &&
    status >= 200 &&
    status <= 599 &&
    typeof body === 'string' &&
    Array.isArray(cookies) &&
    cookies.every((cookie) => typeof cookie === 'string');
  if (!readable || !headers) return internalServerError;
  return {
    status,
    headers: {
      ...(body === '' ? {} : { 'content-type': 'text/plain; charset=utf-8' }),
      ...headers,
      ...(cookies.length > 0 && { 'set-cookie': cookies }),
    },
    body: Buffer.from(body, isBase64Encoded === true ? 'base64' : 'utf8'),
  };
}
