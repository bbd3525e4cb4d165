import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** Answers a request, now or later; what it throws is the request's end and nobody else's. */
type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

/**
 * An HTTP server whose host outlives what breaks a request: a rejection that nobody takes ends a process, and a sender who hangs up in
 * the middle of a body is one. It is answered 500 where there is still somebody to tell.
 * @param told hears of what broke, unless the sender just left
 */
export const guardedServer = (listener: Listener, told: (error: unknown) => void = console.error): Server =>
  createServer(async (request, response) => {
    try {
      await listener(request, response);
    } catch (error) {
      if (request.destroyed && !request.complete) return;
      told(error);
      if (response.headersSent) response.destroy();
      else
        response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end('Something broke on our side.\n');
    }
  });
