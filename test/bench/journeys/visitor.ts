import { Agent, request } from 'node:http';

export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly location: string | undefined;
  /** From the sending to the last byte, in milliseconds. */
  readonly ms: number;
}

/**
 * A browser of one learner, reduced to what costs nothing beside the system: cookies and connections that stay open. Each comes
 * from a loopback address of its own, since a network may ask for so many sign-ins only.
 */
export function createVisitor(site: string, localAddress: string) {
  const cookies = new Map<string, string>();
  const agent = new Agent({ keepAlive: true, localAddress });
  let requests = 0;

  const ask = (method: string, path: string, body?: object): Promise<Answered> => {
    const { promise, resolve, reject } = Promise.withResolvers<Answered>();
    const text = body && JSON.stringify(body);
    const began = performance.now();
    requests += 1;
    const sending = request(new URL(path, site), {
      ...{ method, agent },
      headers: {
        ...{ cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(text && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
      },
    });
    sending.on('error', reject);
    sending.on('response', async (response) => {
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(part);
      for (const line of response.headers['set-cookie'] ?? []) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        cookies.set(name, value);
      }
      const { statusCode: status = 0, headers } = response;
      const ms = performance.now() - began;
      resolve({ status, text: Buffer.concat(parts).toString('latin1'), location: headers.location, ms });
    });
    sending.end(text);
    return promise;
  };
  return { ask, requests: () => requests, leave: () => agent.destroy() };
}
