import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../../simulation/random.ts';

/** What is sent at a planned time. */
export interface Sending {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What came of it. The time counts from when it should have been sent, so that a queue at the sender's side counts too. */
export interface Sent {
  /** An HTTP status, or 0 where no answer came. */
  readonly status: number;
  readonly body: string;
  readonly ms: number;
}

/** Like a browser's: whoever has waited so long has gone. */
const PATIENCE_MS = 30_000;
const TICK_MS = 2;

/** Sends one, and waits for what comes of it as long as a browser does. */
export function send(site: URL, agent: Agent, sending: Sending): Promise<Omit<Sent, 'ms'>> {
  return new Promise((resolve) => {
    const { path, headers, body } = sending;
    const lost = (error: Error): void => resolve({ status: 0, body: error.message });
    const asked = request(
      {
        ...{ agent, host: '127.0.0.1', port: site.port, method: 'POST', path, timeout: PATIENCE_MS },
        headers: { ...headers, host: site.host, 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => void chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
        );
        response.on('error', lost);
      },
    );
    asked.on('timeout', () => asked.destroy(new Error(`No answer within ${PATIENCE_MS} ms`)));
    asked.on('error', lost);
    asked.end(body);
  });
}

/**
 * Sends at the times of a Poisson process, whether or not earlier ones were answered: whoever waited for answers would be
 * slowed by the very thing that is measured, and would not see it (coordinated omission).
 * @returns what came of each, in the order of their sending
 */
export async function sendOpenLoop(
  site: string,
  sendings: readonly Sending[],
  { rate, random }: { readonly rate: number; readonly random: Random },
): Promise<readonly Sent[]> {
  const url = new URL(site);
  const agent = new Agent({ keepAlive: true, maxSockets: 1_024 });
  const began = performance.now();
  let dueMs = 0;
  const results: Promise<Sent>[] = [];
  for (const sending of sendings) {
    dueMs += (-Math.log(1 - random.fraction()) / rate) * 1_000;
    while (performance.now() - began < dueMs) await pause(TICK_MS);
    const planned = began + dueMs;
    results.push(send(url, agent, sending).then((sent) => ({ ...sent, ms: performance.now() - planned })));
  }
  const sent = await Promise.all(results);
  agent.destroy();
  return sent;
}
