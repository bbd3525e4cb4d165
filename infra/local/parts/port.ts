import type { Server } from 'node:http';
import { createServer } from 'node:net';
import { CannotStart } from './cannot-start.ts';

const loopback = '127.0.0.1';

function explain(error: NodeJS.ErrnoException, port: number, option: string): Error {
  if (error.code === 'EADDRINUSE') return new CannotStart(`Port ${port} is in use. Choose another with ${option}.`);
  if (error.code === 'EACCES') return new CannotStart(`Port ${port} is not allowed. Choose another with ${option}.`);
  return error;
}

/**
 * Listens on 127.0.0.1 and returns the port (0 asks for any free one).
 * @param option the command-line option that chooses this port, named in the message
 * @throws CannotStart `Port 4100 is in use. Choose another with --port.`
 */
export function listen(server: Server, port: number, { option = '--port' } = {}): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const refuse = (error: NodeJS.ErrnoException) => reject(explain(error, port, option));
  server.once('error', refuse);
  server.listen(port, loopback, () => {
    server.off('error', refuse);
    const address = server.address();
    resolve(typeof address === 'object' && address ? address.port : port);
  });
  return promise;
}

/** Stops listening and ends every connection, answered or not. */
export function close(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeAllConnections();
  return promise;
}

/**
 * A port that was free a moment ago, for a program that cannot choose one itself.
 * @throws CannotStart when `port` is given and taken
 */
export async function freePort(port = 0, { option = '--port' } = {}): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const probe = createServer();
  probe.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port, option)));
  probe.listen(port, loopback, () => {
    const address = probe.address();
    probe.close(() => resolve(typeof address === 'object' && address ? address.port : port));
  });
  return promise;
}
