import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy before an endpoint that does what a bad network does to the next requests. */
export interface LossyProxy {
  readonly endpoint: string;
  /** The next `count` requests reach the endpoint, but their replies are lost. */
  loseReplies(count: number): void;
  /** The next `count` requests never reach the endpoint. */
  loseRequests(count: number): void;
  stop(): Promise<void>;
}

export async function startLossyProxy(endpoint: string): Promise<LossyProxy> {
  let repliesToLose = 0;
  let requestsToLose = 0;
  const server = createServer((incoming, outgoing) => {
    if (requestsToLose > 0) {
      requestsToLose--;
      incoming.socket.destroy();
      return;
    }
    const loseReply = repliesToLose > 0;
    if (loseReply) repliesToLose--;
    const { method, url, headers } = incoming;
    const onward = request(new URL(url ?? '/', endpoint), { method, headers }, (reply) => {
      if (loseReply) {
        reply.resume();
        reply.on('end', () => incoming.socket.destroy());
        return;
      }
      outgoing.writeHead(reply.statusCode ?? 500, reply.headers);
      reply.pipe(outgoing);
    });
    onward.on('error', () => incoming.socket.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    loseReplies(count) {
      repliesToLose = count;
    },
    loseRequests(count) {
      requestsToLose = count;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
