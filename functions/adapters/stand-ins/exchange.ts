import { Agent, type IncomingHttpHeaders, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import type { Asked } from './signature-v4.ts';

export interface Exchanged {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** As the SDK has them: milliseconds until a connection stands, and until the whole answer is there. */
export interface Limits {
  readonly connectionTimeout?: number;
  readonly requestTimeout?: number;
}

// A connection is kept for the next request; a handshake takes longer than most of them.
const kept = { keepAlive: true, maxSockets: 50 };
let plain: Agent | undefined;
let secure: SecureAgent | undefined;

const late = (what: string): Error => Object.assign(new Error(what), { name: 'TimeoutError', code: 'ETIMEDOUT' });

/** Sends one request and reads the whole answer, whatever it says. @throws when there is none in time */
export function exchange(
  { method, url, headers, body }: Asked,
  limits: Limits,
  signal?: AbortSignal,
): Promise<Exchanged> {
  const { promise, resolve, reject } = Promise.withResolvers<Exchanged>();
  const { connectionTimeout = 1_000, requestTimeout = 3_000 } = limits;
  const isSecure = url.protocol === 'https:';
  if (isSecure) secure ??= new SecureAgent(kept);
  else plain ??= new Agent(kept);
  const options = { method, headers, agent: isSecure ? secure : plain, ...(signal && { signal }) };
  const request = isSecure ? secureRequest(url, options) : plainRequest(url, options);

  const whole = setTimeout(() => request.destroy(late('The service did not answer in time')), requestTimeout);
  let connecting: NodeJS.Timeout | undefined;
  const settled = (): void => {
    clearTimeout(whole);
    clearTimeout(connecting);
  };
  request.once('socket', (socket) => {
    if (!socket.connecting) return;
    connecting = setTimeout(() => request.destroy(late('The service could not be reached in time')), connectionTimeout);
    socket.once(isSecure ? 'secureConnect' : 'connect', () => clearTimeout(connecting));
  });
  const fail = (error: Error): void => {
    settled();
    reject(error);
  };
  request.once('error', fail);
  request.once('response', (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.once('error', fail);
    response.once('end', () => {
      settled();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
    });
  });
  request.end(body);
  return promise;
}
